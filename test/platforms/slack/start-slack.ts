import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFakeCore, createFakeLog } from '../fake-core.ts';
import { createSlack, EVENTS_PATH } from '../../../src/platforms/slack/create-slack.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { SlackServerOptions } from '../../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../../protocol/slack/start-slack-server.ts';

export async function startSlack(options: SlackServerOptions = {}) {
  const server = await startSlackServer({ messageEvents: true, ...options });
  const core = createFakeCore();
  const log = createFakeLog();
  const slack = createTestSlack(server, { log, mode: options.mode ?? 'socket' });
  await slack.start(core);
  const web = options.mode === 'http' ? await serve(server, slack) : undefined;
  return {
    server,
    slack,
    core,
    log,
    async stop() {
      await server.settled();
      await slack.stop();
      await web?.close();
      await server.close();
    },
  };
}

export type Started = Awaited<ReturnType<typeof startSlack>>;

/** Waits shortly whatever it is asked for, up to what a test can bear; the time is the server's. */
export function clockOf(server: SlackServer): Clock {
  return {
    now: () => server.clock.now(),
    wait: async (ms, signal) => {
      await sleep(Math.min(ms, 1000), undefined, { signal });
    },
  };
}

export function createTestSlack(
  server: SlackServer,
  {
    log,
    mode,
    token,
  }: { readonly log: Log; readonly mode: 'socket' | 'http'; readonly token?: string },
) {
  return createSlack({
    botToken: token ?? server.botToken,
    via:
      mode === 'http'
        ? { kind: 'http', signingSecret: server.signingSecret }
        : { kind: 'socket', appToken: server.appToken },
    apiUrl: server.apiUrl,
    log,
    clock: clockOf(server),
    maxFileBytes: 100_000,
  });
}

/** A server of the bot's own, where others answer too. */
async function serve(server: SlackServer, slack: ReturnType<typeof createTestSlack>) {
  const web = createServer((request, response) => {
    if (!slack.handle(request, response)) response.writeHead(200).end('somebody else');
  });
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address() as AddressInfo;
  await server.useRequestUrl(`http://127.0.0.1:${port}${EVENTS_PATH}`);
  return {
    async close() {
      web.closeAllConnections();
      web.close();
      await once(web, 'close');
    },
  };
}
