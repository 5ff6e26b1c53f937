import { afterEach, describe, expect, it } from '@jest/globals';
import { people, places, type SlackServerOptions } from './slack-options.ts';
import { startBoltApp, type BoltApp } from './start-bolt-app.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

let server: SlackServer;
let bolt: BoltApp;
const heard: string[] = [];

async function start(options: SlackServerOptions = {}) {
  heard.length = 0;
  server = await startSlackServer(options);
  bolt = await startBoltApp(server, (app) => {
    app.event('app_mention', ({ event, context }) => {
      heard.push(`${event.text.split(' ').at(-1) ?? ''} ${context.retryNum ?? '-'}`);
      return Promise.resolve();
    });
  });
}

const mention = (word: string) =>
  server.say({ channel: places.news, user: people.ada, text: `<@${server.botUserId}> ${word}` });

/** Makes the app take the next events in and say nothing. */
function deafen(times: number) {
  const { app } = bolt;
  const process = app.processEvent.bind(app);
  let left = times;
  app.processEvent = (event) => {
    left -= 1;
    return left >= 0 ? new Promise(() => undefined) : process(event);
  };
}

afterEach(async () => {
  await bolt.stop();
  await server.close();
});

describe('Socket Mode', () => {
  it.each(['warning', 'refresh_requested'] as const)(
    'has the app connect anew after a %s',
    async (reason) => {
      await start();
      server.socket.disconnect(reason);
      await server.until(() => server.socket.connections() === 0);
      await server.connected(2);
      await mention('back');
      expect(heard).toEqual(['back 0']);
      expect(server.callsOf('apps.connections.open')).toHaveLength(2);
      expect(server.violations).toEqual([]);
    },
  );

  it('sends an event again that was not acknowledged, with a mark', async () => {
    await start({ ackTimeoutMs: 60 });
    deafen(2);
    const { deliveries } = await mention('slow');
    expect(deliveries[0]?.ack).toMatchObject({ state: 'failed', because: 'timeout' });
    await server.until(() => server.deliveries.length === 2 && server.deliveries[1]?.ack);
    expect(heard).toEqual([]);
    server.clock.advance(60_000);
    await server.until(() => heard.length > 0);
    expect(heard).toEqual(['slow 2']);
    await server.settled();
    expect(server.deliveries.map((one) => one.retry?.reason)).toEqual([
      undefined,
      'timeout',
      'timeout',
    ]);
    expect(new Set(server.deliveries.map((one) => one.payload['event_id'])).size).toBe(1);
  });

  it('gives an event up after three retries', async () => {
    await start({ ackTimeoutMs: 20 });
    deafen(9);
    await mention('never');
    for (const [count, ms] of [
      [2, 60_000],
      [3, 300_000],
      [4, 3_600_000],
    ] as const) {
      await server.until(() => server.deliveries.filter((one) => one.ack).length === count);
      server.clock.advance(ms);
    }
    await server.settled();
    expect(server.deliveries).toHaveLength(4);
  });

  it('sends the very same event again when a test asks for it, marked or not', async () => {
    await start();
    const { deliveries } = await mention('twice');
    const id = String(deliveries[0]?.payload['event_id']);
    await server.redeliver(id);
    await server.redeliver(id, { num: 1, reason: 'timeout' });
    expect(heard).toEqual(['twice 0', 'twice 0', 'twice 1']);
  });

  it('never sends a command again', async () => {
    await start({ ackTimeoutMs: 20 });
    const slash = { command: '/unknown', text: '', user: people.ada, channel: places.news };
    const delivery = await server.slash(slash);
    expect(delivery.ack).toMatchObject({ state: 'failed', because: 'timeout' });
    server.clock.advance(3_600_000);
    await server.settled();
    expect(server.deliveries).toHaveLength(1);
  });

  it('loses what happens while nobody is connected, until the retry a minute later', async () => {
    await start();
    server.socket.disconnect('warning');
    await server.until(() => server.socket.connections() === 0);
    const { deliveries } = await mention('early');
    expect(deliveries[0]?.ack).toMatchObject({ because: 'connection-failed' });
    await server.connected(2);
    server.clock.advance(60_000);
    await server.until(() => heard.length > 0);
    expect(heard[0]).toMatch(/^early [12]$/u);
  });

  it('connects anew after the connection died without a word', async () => {
    await start();
    server.socket.drop();
    await server.connected(2);
    await mention('back');
    expect(heard).toEqual(['back 0']);
  });

  it('turns an app away for a while and takes it when it knocks again', async () => {
    await start();
    server.socket.accept(false);
    server.socket.drop();
    await server.until(() => server.callsOf('apps.connections.open').length === 3);
    expect(server.socket.connections()).toBe(0);
    server.socket.accept(true);
    await server.connected(2);
    await mention('back');
    expect(heard).toEqual(['back 0']);
  });

  it('lets nobody in without a fresh ticket', async () => {
    await start();
    const { url = '' } = await bolt.app.client.apps.connections.open({ token: server.appToken });
    const first = new WebSocket(url);
    await new Promise((resolve) => first.addEventListener('message', resolve, { once: true }));
    first.close();
    const second = new WebSocket(url);
    await new Promise((resolve) => second.addEventListener('error', resolve, { once: true }));
    expect(server.violations).toEqual([
      { where: 'socket', what: 'a connection without a fresh ticket' },
    ]);
    await server.until(() => server.socket.connections() === 1);
  });
});
