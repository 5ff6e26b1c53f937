import { setTimeout as sleep } from 'node:timers/promises';
import { createDiscord } from '../../../src/platforms/discord/create-discord.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import {
  startDiscordServer,
  type DiscordServer,
  type DiscordServerOptions,
} from '../../protocol/discord/start-discord-server.ts';
import { createFakeCore, createFakeLog } from '../fake-core.ts';

/** The adapter at a server of its own, with a core that does as it is told. */
export async function startDiscord(options: DiscordServerOptions = {}) {
  const server = await startDiscordServer(options);
  const core = createFakeCore();
  const log = createFakeLog();
  const discord = createTestDiscord(server, {
    log,
    messageContent: options.messageContent === true,
  });
  await discord.start(core);
  return {
    server,
    discord,
    core,
    log,
    async stop() {
      await discord.stop();
      await server.close();
    },
  };
}

export type Started = Awaited<ReturnType<typeof startDiscord>>;

/** Waits shortly whatever it is asked for; the time is the server's. */
export function clockOf(server: DiscordServer): Clock {
  return {
    now: () => server.now(),
    wait: async (ms, signal) => {
      await sleep(Math.min(ms, 200), undefined, { signal });
    },
  };
}

export function createTestDiscord(
  server: DiscordServer,
  {
    log,
    messageContent,
    token,
  }: { readonly log: Log; readonly messageContent: boolean; readonly token?: string },
) {
  return createDiscord({
    token: token ?? server.token,
    messageContent,
    apiUrl: server.apiUrl,
    log,
    clock: clockOf(server),
    maxFileBytes: 100_000,
  });
}
