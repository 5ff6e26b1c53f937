import { afterEach, describe, expect, it } from '@jest/globals';
import { isJson } from './json.ts';
import { leastScopes, people, places, type SlackServerOptions } from './slack-options.ts';
import { startBoltApp, type BoltApp } from './start-bolt-app.ts';
import { startSlackServer, type SlackServer } from './start-slack-server.ts';
import type { Delivery } from './transport.ts';

const { ada } = people;
let server: SlackServer;
let bolt: BoltApp;

async function start(options: SlackServerOptions = {}) {
  server = await startSlackServer(options);
  bolt = await startBoltApp(server, () => undefined);
}

afterEach(async () => {
  await bolt.stop();
  await server.close();
});

const say = (channel: string, text: string) => server.say({ channel, user: ada, text });
const typesOf = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ payload }) =>
    isJson(payload['event']) ? payload['event']['type'] : undefined,
  );

describe('what the app hears', () => {
  it('is mentions where it is, and nothing else in channels unless it subscribed', async () => {
    await start();
    const mention = `<@${server.botUserId}> look`;
    expect(typesOf((await say(places.news, mention)).deliveries)).toEqual(['app_mention']);
    expect((await say(places.news, 'look')).deliveries).toEqual([]);
    expect((await say(places.harbour, mention)).deliveries).toEqual([]);
    expect(typesOf((await say(places.adasMessages, mention)).deliveries)).toEqual(['message']);
  });

  it('is every message where it is once it subscribed', async () => {
    await start({ messageEvents: true });
    const mention = `<@${server.botUserId}> look`;
    const { deliveries } = await say(places.desk, mention);
    expect(typesOf(deliveries)).toEqual(['app_mention', 'message']);
    expect(deliveries[1]?.payload['event']).toMatchObject({ channel_type: 'group' });
    expect(typesOf((await say(places.news, 'look')).deliveries)).toEqual(['message']);
  });

  it('is nothing for which it has no scope', async () => {
    const scopes = leastScopes.filter((one) => one !== 'app_mentions:read' && one !== 'commands');
    await start({ scopes });
    expect((await say(places.news, `<@${server.botUserId}>`)).deliveries).toEqual([]);
    const slash = server.slash({ command: '/a', text: '', user: ada, channel: places.news });
    await expect(slash).rejects.toThrow('no scope `commands`');
  });

  it('tells of messages taken back and of channels that it had to leave', async () => {
    await start({ messageEvents: true, events: ['channel_left'] });
    const { message } = await say(places.news, 'look');
    const [taken] = await server.takeBack(message);
    expect(taken?.payload['event']).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: message.ts,
    });
    const [left] = await server.kickBot(places.news, ada);
    expect(left?.payload['event']).toMatchObject({ type: 'channel_left', channel: places.news });
    expect((await say(places.news, 'look')).deliveries).toEqual([]);
  });

  it('has links in angle brackets and signs escaped, as people typed them', async () => {
    await start({ messageEvents: true });
    const { message } = await say(places.news, 'a < b & https://a.example/?x=1&y=2 end');
    expect(message.text).toBe('a &lt; b &amp; <https://a.example/?x=1&amp;y=2> end');
    expect(JSON.stringify(message.blocks)).toContain('"url":"https://a.example/?x=1&y=2"');
  });
});
