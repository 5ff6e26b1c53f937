import { afterEach, describe, expect, it } from '@jest/globals';
import { renderPost } from '../../../src/platforms/slack/render/render-post.ts';
import type { Outgoing } from '../../../src/ports/chat-platform.ts';
import type { Request } from '../../../src/ports/request.ts';
import type { Part } from '../../../src/post/post.ts';
import { people, places } from '../../protocol/slack/slack-options.ts';
import { key, summary } from './a-post.ts';
import { createFakeLog } from '../fake-core.ts';
import { createTestSlack, startSlack, type Started } from './start-slack.ts';

const { ada } = people;
const { news, harbour } = places;
const outgoing: Outgoing = { post: summary, key, audience: 'everyone' };
const signal = () => AbortSignal.timeout(8000);
const long: Outgoing = {
  ...outgoing,
  post: {
    ...summary,
    sections: [
      {
        parts: Array.from({ length: 24 }, (_, n): Part => ({
          kind: 'quote',
          text: `“${n} ${'tide '.repeat(200)}”`,
        })),
        notes: [],
      },
    ],
  },
};

let bot: Started;
afterEach(() => bot.stop());

async function mentioned(): Promise<Request> {
  const text = `<@${bot.server.botUserId}> https://courier.example/ferry`;
  await bot.server.say({ channel: news, user: ada, text });
  const request = bot.core.requests.at(-1);
  if (request === undefined) throw new Error('nothing was asked');
  return request;
}

async function commanded(channel: string): Promise<Request> {
  const text = 'https://courier.example/ferry';
  await bot.server.slash({ command: '/summarize', text, user: ada, channel });
  const request = bot.core.requests.at(-1);
  if (request === undefined) throw new Error('nothing was asked');
  return request;
}

const fromBot = () =>
  bot.server.world.messages.filter(({ user, onlyFor }) => user === bot.server.botUserId && onlyFor === undefined); // prettier-ignore

describe('a post', () => {
  it.each(['reset', 'hang'] as const)(
    'of which nobody knows whether it came (%s) is found, and not sent twice',
    async (kind) => {
      bot = await startSlack();
      const { replyTo } = await mentioned();
      bot.server.faults.fail('chat.postMessage', { kind, applied: true });
      const short = AbortSignal.timeout(kind === 'hang' ? 300 : 5000);
      await expect(bot.slack.send(replyTo, outgoing, short)).rejects.toBeDefined();
      expect(fromBot()).toHaveLength(1);
      expect(await bot.slack.find(replyTo, key, signal())).toMatchObject({ status: 'found' });
      const sent = await bot.slack.send(replyTo, outgoing, signal());
      expect(sent.address).toMatchObject({ ts: [fromBot()[0]?.ts] });
      expect(fromBot()).toHaveLength(1);
    },
  );

  it('that did not come is sent by the next attempt', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    bot.server.faults.fail('chat.postMessage', { kind: 'status', status: 503 });
    await expect(bot.slack.send(replyTo, outgoing, signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    await bot.slack.send(replyTo, outgoing, signal());
    expect(fromBot()).toHaveLength(1);
  });

  it('of which it cannot be told whether it came is not sent again', async () => {
    bot = await startSlack({ messageEvents: false });
    const { replyTo } = await mentioned();
    bot.server.faults.fail('chat.postMessage', { kind: 'reset', applied: true });
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(bot.slack.send(replyTo, outgoing, signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    expect(fromBot()).toHaveLength(1);
    expect(await bot.slack.find(replyTo, key, signal())).toEqual({ status: 'unknown' });
  });

  it('waits for its turn where there are too many', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    bot.server.faults.fail('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 1 }, 2);
    await bot.slack.send(replyTo, outgoing, signal());
    expect(fromBot()).toHaveLength(1);
  });

  it('is changed again where the answer to the change fails to come', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    const sent = await bot.slack.send(replyTo, outgoing, signal());
    bot.server.faults.fail('chat.update', { kind: 'reset', applied: true });
    await bot.slack.replace(sent, { ...outgoing, post: { ...summary, actions: [] } }, signal());
    expect(JSON.stringify(fromBot())).not.toContain('actions');
  });

  it.each([
    ['not_in_channel', 'not-allowed'],
    ['channel_not_found', 'gone'],
    ['missing_scope', 'not-allowed'],
    ['invalid_blocks', 'bad-post'],
    ['token_revoked', 'refused-token'],
    ['internal_error', 'unclear'],
  ])('that Slack refuses with %s fails as %s', async (error, code) => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    bot.server.faults.fail('chat.postMessage', { kind: 'error', error });
    await expect(bot.slack.send(replyTo, outgoing, signal())).rejects.toMatchObject({ code });
    expect(fromBot()).toEqual([]);
  });

  it('that Slack calls too long is divided further, and nothing of it stands there twice', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    bot.server.faults.fail('chat.postMessage', { kind: 'error', error: 'msg_blocks_too_long' });
    const sent = await bot.slack.send(replyTo, long, signal());
    const usual = renderPost(long.post, { key }).length;
    expect(fromBot().length).toBeGreaterThan(usual);
    expect(sent.address).toMatchObject({ ts: fromBot().map(({ ts }) => ts) });
    const all = JSON.stringify(fromBot().map(({ blocks }) => blocks));
    for (let n = 0; n < 24; n += 1) expect(all.split(`“${n} tide`)).toHaveLength(2);
  });

  it('of several messages becomes one, and one becomes several', async () => {
    bot = await startSlack();
    const { replyTo } = await commanded(news);
    const sent = await bot.slack.send(replyTo, long, signal());
    const [root, ...below] = fromBot();
    expect(below.length).toBeGreaterThan(1);
    expect(below.every(({ thread_ts }) => thread_ts === root?.ts)).toBe(true);
    expect(await bot.slack.find(replyTo, key, signal())).toEqual({
      status: 'found',
      message: sent,
    });
    const one = await bot.slack.replace(sent, outgoing, signal());
    expect(fromBot()).toHaveLength(1);
    await bot.slack.replace(one, long, signal());
    expect(fromBot()).toHaveLength(1 + below.length);
  });

  it('is changed whole by a process that did not send it', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    const sent = await bot.slack.send(replyTo, long, signal());
    const first = {
      ...sent,
      address: { ...(sent.address as object), ts: [fromBot()[0]?.ts ?? ''] },
    };
    const other = createTestSlack(bot.server, { log: createFakeLog(), mode: 'socket' });
    await other.replace(first, outgoing, signal());
    expect(fromBot()).toHaveLength(1);
  });

  it('is removed whole by a click, also in a process that did not send it', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    await bot.slack.send(
      replyTo,
      { ...long, post: { ...long.post, actions: ['delete'] } },
      signal(),
    );
    await bot.slack.stop();
    const other = createTestSlack(bot.server, { log: createFakeLog(), mode: 'socket' });
    await other.start(bot.core);
    const last = fromBot().at(-1);
    if (last === undefined) throw new Error('no answer');
    await bot.server.click({ message: last, action_id: 'delete', user: ada });
    const click = bot.core.requests.at(-1);
    if (click?.kind !== 'follow-up' || click.from.kind !== 'button') throw new Error('no click');
    await other.remove(click.from.message, signal());
    expect(fromBot()).toEqual([]);
    await bot.server.settled();
    await other.stop();
  });

  it('through a response URL ends with the URL, and with its five uses', async () => {
    bot = await startSlack();
    const { replyTo } = await commanded(harbour);
    for (let use = 0; use < 5; use += 1)
      await bot.slack.send(replyTo, { ...outgoing, key: `key${use}` }, signal());
    await expect(bot.slack.send(replyTo, { ...outgoing, key: 'sixth' }, signal())).rejects.toMatchObject({ code: 'gone' }); // prettier-ignore
    const later = await commanded(harbour);
    bot.server.clock.advance(31 * 60_000);
    const calls = bot.server.callsOf('response_url').length;
    await expect(bot.slack.send(later.replyTo, { ...outgoing, key: 'late' }, signal())).rejects.toMatchObject({ code: 'gone' }); // prettier-ignore
    expect(bot.server.callsOf('response_url')).toHaveLength(calls);
  });

  it('through a response URL that fails is not repeated', async () => {
    bot = await startSlack();
    const { replyTo } = await commanded(harbour);
    bot.server.faults.fail('response_url', { kind: 'reset', applied: true });
    await expect(bot.slack.send(replyTo, outgoing, signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    await expect(bot.slack.send(replyTo, outgoing, signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    expect(bot.server.messagesIn(harbour)).toHaveLength(1);
  });

  it('for one person alone is said to all where Slack does not let it be whispered', async () => {
    bot = await startSlack();
    const { replyTo } = await mentioned();
    bot.server.faults.fail('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });
    await bot.slack.send(replyTo, { ...outgoing, audience: 'person' }, signal());
    expect(fromBot()).toHaveLength(1);
  });
});

describe('an event', () => {
  it('is acknowledged after it was written down, never before', async () => {
    bot = await startSlack();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const accept = bot.core.accept.bind(bot.core);
    bot.core.accept = async (request, until) => {
      await promise;
      return accept(request, until);
    };
    const saying = bot.server.say({ channel: news, user: ada, text: `<@${bot.server.botUserId}>` });
    await bot.server.until(() => bot.server.deliveries.length === 2);
    expect(bot.server.deliveries.map(({ ack }) => ack)).toEqual([undefined, undefined]);
    resolve(undefined);
    await saying;
    expect(bot.server.deliveries.map(({ ack }) => ack?.state)).toEqual(['acknowledged', 'acknowledged']); // prettier-ignore
  });

  it('comes again to the next process where this one is stopping', async () => {
    bot = await startSlack({ mode: 'http', redelivery: 'manual' });
    await bot.slack.stop();
    const text = `<@${bot.server.botUserId}> https://courier.example/ferry`;
    const { deliveries } = await bot.server.say({ channel: news, user: ada, text });
    expect(deliveries[0]?.ack).toMatchObject({ state: 'failed', status: 503 });
    await bot.slack.start(bot.core);
    await bot.server.redeliver(String(deliveries[0]?.payload['event_id']), { num: 1, reason: 'http_error' }); // prettier-ignore
    expect(bot.core.requests).toHaveLength(1);
  });

  it('tells that the bot was put out of a channel', async () => {
    bot = await startSlack({ events: ['channel_left', 'group_left'] });
    await bot.server.kickBot(news, ada);
    await bot.server.kickBot(places.desk, ada);
    expect(bot.core.scopes).toEqual([
      { kind: 'channel', platform: 'slack', channel: news },
      { kind: 'channel', platform: 'slack', channel: places.desk },
    ]);
  });

  it('that nobody signed is refused, and what is for others is left to them', async () => {
    bot = await startSlack({ mode: 'http' });
    const payload = { type: 'event_callback', event: { type: 'app_mention' } };
    const status = await bot.server.forge({ kind: 'events_api', payload }, { secret: 'guessed' });
    expect(status).toBe(401);
    expect(bot.core.requests).toEqual([]);
  });
});

describe('looking at messages', () => {
  it('needs the right to read what channels say', async () => {
    bot = await startSlack({ messageEvents: false });
    const { message } = await bot.server.say({ channel: news, user: ada, text: 'Tide' });
    const pointer = { channel: news, ts: message.ts };
    expect(await bot.slack.lookUp(pointer, signal())).toEqual({ status: 'failed', because: 'not-allowed' }); // prettier-ignore
  });
});
