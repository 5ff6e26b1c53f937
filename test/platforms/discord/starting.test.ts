import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPlatform } from '../../../src/ports/chat-platform.ts';
import {
  startDiscordServer,
  type DiscordServer,
} from '../../protocol/discord/start-discord-server.ts';
import { createFakeCore, createFakeLog, type FakeCore } from '../fake-core.ts';
import { createTestDiscord } from './start-discord.ts';

const COMMANDS = '/commands';
let server: DiscordServer;
let discord: ChatPlatform;
let core: FakeCore;
let log: ReturnType<typeof createFakeLog>;

beforeEach(async () => {
  server = await startDiscordServer();
  core = createFakeCore();
  log = createFakeLog();
  discord = createTestDiscord(server, { log, messageContent: false });
});
afterEach(async () => {
  await discord.stop();
  await server.close();
});

function failing(path: RegExp): void {
  server.fault({ path, times: 9, does: { kind: 'status', status: 403, applied: false } });
}

function mention(): void {
  const { channel, anna: user, botUserId } = server;
  server.say({ channel, user, content: `<@${botUserId}> https://herald.example/mill` });
}

const isConnected = (): boolean => server.gateway.counts.connected > 0;

describe('a start', () => {
  it('has written the commands before anybody is heard', async () => {
    await discord.start(core);
    const asked = server.calls.map(({ method, path }) => `${method} ${path}`);
    const written = asked.findIndex((call) => call.startsWith('PUT '));
    expect(written).toBeGreaterThanOrEqual(0);
    expect(written).toBeLessThan(asked.findIndex((call) => call.includes('/gateway')));
  });

  it('needs no more of Discord than its gateway: without commands, mentions are heard', async () => {
    failing(/\/commands$/u);
    await discord.start(core);
    expect(log.lines.join('\n')).toContain('the commands could not be registered');
    mention();
    expect(await core.request(0)).toMatchObject({ kind: 'summarize' });
  });

  it('learns from the gateway which application it is where it is told nowhere else', async () => {
    failing(/^\/applications\/@me$/u);
    await discord.start(core);
    expect(server.world.commands).toHaveLength(4);
    mention();
    expect(await core.request(0)).toMatchObject({ kind: 'summarize' });
  });

  it('that waits for the gateway ends when it is stopped, and leaves nothing open', async () => {
    server.gateway.refuseSockets();
    const starting = expect(discord.start(core)).rejects.toThrow('being stopped');
    await server.until(() => server.calls.some(({ path }) => path.startsWith('/gateway')));
    await discord.stop();
    await starting;
    server.gateway.acceptSockets();
    expect(isConnected()).toBe(false);
  });

  it('that waits for the commands ends when it is stopped, and leaves nothing open', async () => {
    server.fault({ path: /\/commands$/u, does: { kind: 'hang', applied: false } });
    const starting = expect(discord.start(core)).rejects.toThrow('being stopped');
    await server.until(() => server.calls.some(({ path }) => path.endsWith(COMMANDS)));
    await discord.stop();
    await starting;
    expect(isConnected()).toBe(false);
  });

  it('that failed can be tried again', async () => {
    server.gateway.refuseSockets();
    const starting = expect(discord.start(core)).rejects.toThrow('being stopped');
    await discord.stop();
    await starting;
    server.gateway.acceptSockets();
    await discord.start(core);
    expect(isConnected()).toBe(true);
  });

  it('is refused while another one stands', async () => {
    await discord.start(core);
    await expect(discord.start(core)).rejects.toThrow('started already');
  });
});
