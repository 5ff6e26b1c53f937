import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people, places } from './slack-options.ts';
import { startBoltApp, type BoltApp } from './start-bolt-app.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';

let server: SlackServer;
let bolt: BoltApp;
const heard: string[] = [];

beforeEach(async () => {
  heard.length = 0;
  server = await startSlackServer({ mode: 'http', ackTimeoutMs: 100 });
  const listen = (app: BoltApp['app']) => {
    app.event('app_mention', ({ context }) => {
      heard.push(`${context.retryNum ?? '-'} ${context.retryReason ?? '-'}`);
      return Promise.resolve();
    });
    app.command('/late', async ({ ack }) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await ack();
    });
    app.command('/quick', ({ ack }) => ack('Here <@U01ADA> is your answer.'));
  };
  bolt = await startBoltApp(server, listen, 'http');
});

afterEach(async () => {
  await bolt.stop();
  await server.close();
});

const mention = () =>
  server.say({ channel: places.news, user: people.ada, text: `<@${server.botUserId}>` });

describe('HTTP requests', () => {
  it('are refused by the app where the signature is wrong or old', async () => {
    const { deliveries } = await mention();
    const [first] = deliveries;
    if (!first) throw new Error('nothing was sent');
    expect(await server.forge(first, { secret: 'somebody else' })).toBe(401);
    const timestampSec = Math.floor(Date.now() / 1000) - 600;
    expect(await server.forge(first, { timestampSec })).toBe(401);
    expect(await server.forge(first, {})).toBe(200);
    expect(heard).toEqual(['- -', '- -']);
  });

  it('come again at once where the app answered with an error, as headers tell', async () => {
    const { app } = bolt;
    const process = app.processEvent.bind(app);
    app.processEvent = () => {
      app.processEvent = process;
      return Promise.reject(new Error('the disk is full'));
    };
    const { deliveries } = await mention();
    expect(deliveries[0]?.ack).toMatchObject({ because: 'http-error', status: 500 });
    await server.until(() => heard.length > 0);
    expect(heard).toEqual(['1 http_error']);
  });

  it('come again where the app let the time pass', async () => {
    const { app } = bolt;
    const process = app.processEvent.bind(app);
    app.processEvent = () => {
      app.processEvent = process;
      return new Promise(() => undefined);
    };
    const { deliveries } = await mention();
    expect(deliveries[0]?.ack).toMatchObject({ because: 'timeout' });
    await server.until(() => heard.length > 0);
    expect(heard).toEqual(['1 http_timeout']);
  });

  it('tell which commands were acknowledged too late, and show what came with an answer', async () => {
    const where = { text: '', user: people.ada, channel: places.news };
    const late = await server.slash({ command: '/late', ...where });
    expect(late.ack).toMatchObject({ state: 'failed', because: 'timeout' });
    expect(server.unacknowledged()).toEqual([late]);
    await server.slash({ command: '/quick', ...where });
    expect(server.ephemeralsFor(people.ada).map((one) => one.text)).toHaveLength(1);
    expect(server.messagesIn(places.news)).toEqual([]);
    expect(server.pings).toEqual([{ where: 'ack', whom: '<@U01ADA>' }]);
  });

  it('are entered only where the app gives the challenge back', async () => {
    const nobody = server.apiUrl.replace('/api/', '/slack/events');
    await expect(server.useRequestUrl(nobody)).rejects.toThrow('challenge back: 404');
  });
});
