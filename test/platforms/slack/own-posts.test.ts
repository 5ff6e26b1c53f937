import { afterEach, describe, expect, it } from '@jest/globals';
import { textPost } from '../../../src/post/text-post.ts';
import type { DeliveryKey } from '../../../src/ports/destination.ts';
import type { Outgoing } from '../../../src/ports/chat-platform.ts';
import type { Part } from '../../../src/post/post.ts';
import { textAt } from '../../../src/platforms/payload-field.ts';
import { leastScopes, people, places } from '../../protocol/slack/slack-options.ts';
import { createFakeLog } from '../fake-core.ts';
import { createTestSlack, startSlack, type Started } from './start-slack.ts';

const { ada, benno, chika } = people;
const { news, harbour, desk, vault, attic, adasMessages } = places;
const signal = () => AbortSignal.timeout(8000);
const outgoing = (key: DeliveryKey, text = `Post ${key}`): Outgoing => ({
  post: textPost(text),
  key,
  audience: 'everyone',
});

let bot: Started;
afterEach(async () => {
  await bot.server.settled();
  const { violations, pings } = bot.server;
  await bot.stop();
  expect({ violations, pings }).toEqual({ violations: [], pings: [] });
});

const another = () => createTestSlack(bot.server, { log: createFakeLog(), mode: 'socket' });
const there = (channel: string = news) => bot.slack.toChannel(channel, bot.server.clock.now());
const textsIn = (channel: string) => bot.server.messagesIn(channel).map(({ text }) => text);

describe('a post of the bot’s own', () => {
  it.each(['reset', 'hang'] as const)(
    'of which nobody knows whether it came (%s) is found by another process, and not sent twice',
    async (kind) => {
      bot = await startSlack();
      const to = there();
      bot.server.faults.fail('chat.postMessage', { kind, applied: true });
      const short = AbortSignal.timeout(kind === 'hang' ? 300 : 5000);
      await expect(bot.slack.send(to, outgoing('head'), short)).rejects.toBeDefined();
      expect(await another().find(to, 'head', signal())).toMatchObject({ status: 'found' });
      await bot.slack.send(to, outgoing('head'), signal());
      expect(textsIn(news)).toEqual(['Post head']);
    },
  );

  it('is looked for from its time on, and nobody can tell where too much was said since', async () => {
    bot = await startSlack();
    await bot.slack.send(there(), outgoing('old'), signal());
    bot.server.clock.advance(60 * 60_000);
    const to = there();
    expect(await another().find(to, 'old', signal())).toEqual({ status: 'absent' });
    const head = { type: 'message', channel: news, user: ada } as const;
    const seconds = Math.floor(bot.server.clock.now() / 1000);
    const talk = Array.from({ length: 1001 }, (_, at) => ({
      ...head,
      ts: `${seconds}.${String(at).padStart(6, '0')}`,
      text: `Word ${at}`,
    }));
    bot.server.world.messages = [...bot.server.world.messages, ...talk];
    expect(await another().find(to, 'new', signal())).toEqual({ status: 'unknown' });
  });

  it('cannot be looked for without the right to read what channels say, and is not sent again', async () => {
    bot = await startSlack({ messageEvents: false });
    const to = there();
    bot.server.faults.fail('chat.postMessage', { kind: 'reset', applied: true });
    await expect(bot.slack.send(to, outgoing('head'), signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    expect(await bot.slack.find(to, 'head', signal())).toEqual({ status: 'unknown' });
    await expect(bot.slack.send(to, outgoing('head'), signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    expect(textsIn(news)).toEqual(['Post head']);
  });

  it.each([
    ['where the bot is no member', harbour, 'not-allowed'],
    ['where nobody can write any more', attic, 'gone'],
    ['where the bot sees nothing', vault, 'gone'],
  ])('%s is refused', async (_, channel, code) => {
    bot = await startSlack();
    const sending = bot.slack.send(there(channel), outgoing('head'), signal());
    await expect(sending).rejects.toMatchObject({ code });
  });

  it('waits for its turn in the thread as long as Slack says, and stops when it is told to', async () => {
    bot = await startSlack();
    const head = await bot.slack.send(there(), outgoing('head'), signal());
    const below = bot.slack.toThread(head, 'Harbour news');
    bot.server.faults.fail('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 1 }, 2);
    for (const key of ['one', 'two', 'three']) await bot.slack.send(below, outgoing(key), signal());
    const ts = textAt(bot.server.messagesIn(news)[0], 'ts');
    expect(bot.server.thread(news, ts).map(({ text }) => text)).toEqual(['Post head', 'Post one', 'Post two', 'Post three']); // prettier-ignore
    bot.server.faults.fail('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 60 });
    const ended = bot.slack.send(below, outgoing('four'), AbortSignal.timeout(100));
    await expect(ended).rejects.toBeDefined();
    expect(bot.server.thread(news, ts)).toHaveLength(4);
    expect(await another().find(below, 'three', signal())).toMatchObject({ status: 'found' });
    expect(await another().find(below, 'four', signal())).toEqual({ status: 'absent' });
  });

  it('goes on in its thread where it does not fit, before what else stands there', async () => {
    bot = await startSlack();
    const parts = Array.from({ length: 30 }, (): Part => ({ kind: 'text', text: 'Ebb. '.repeat(100) })); // prettier-ignore
    const post = { sections: [{ parts, notes: [] }], actions: [] };
    expect(bot.slack.fitsOneMessage(post)).toBe(false);
    const head = await bot.slack.send(there(), { ...outgoing('head'), post }, signal());
    await bot.slack.send(bot.slack.toThread(head, 'News'), outgoing('story'), signal());
    const [root] = bot.server.messagesIn(news);
    expect(bot.server.messagesIn(news)).toHaveLength(1);
    const thread = bot.server.thread(news, root?.ts ?? '');
    expect(thread.length).toBeGreaterThan(2);
    expect(thread.at(-1)?.text).toBe('Post story');
  });

  it('below one that was removed is refused', async () => {
    bot = await startSlack();
    const head = await bot.slack.send(there(), outgoing('head'), signal());
    await bot.slack.remove(head, signal());
    const sending = bot.slack.send(bot.slack.toThread(head, 'News'), outgoing('story'), signal());
    await expect(sending).rejects.toMatchObject({ code: 'gone' });
    expect(bot.server.world.messages).toEqual([]);
  });
});

describe('a word to a person', () => {
  it('stands in their direct messages, is found there and said once', async () => {
    bot = await startSlack();
    const to = bot.slack.toPerson(benno, bot.server.clock.now());
    bot.server.faults.fail('chat.postMessage', { kind: 'reset', applied: true });
    await expect(bot.slack.send(to, outgoing('told'), signal())).rejects.toMatchObject({ code: 'unclear' }); // prettier-ignore
    const found = await another().find(to, 'told', signal());
    expect(found).toMatchObject({ status: 'found', message: { address: { isDirect: true } } });
    await bot.slack.send(to, outgoing('told'), signal());
    expect(bot.server.world.messages.map(({ text }) => text)).toEqual(['Post told']);
    expect(await another().find(to, 'other', signal())).toEqual({ status: 'absent' });
  });

  it('needs the right to begin it', async () => {
    bot = await startSlack({ scopes: leastScopes.filter((scope) => scope !== 'im:write') });
    const to = bot.slack.toPerson(benno, bot.server.clock.now());
    await expect(bot.slack.send(to, outgoing('told'), signal())).rejects.toMatchObject({ code: 'not-allowed' }); // prettier-ignore
    expect(await bot.slack.find(to, 'told', signal())).toEqual({ status: 'unknown' });
  });
});

describe('rights', () => {
  const rightsOf = (channel: string, person: string) =>
    bot.slack.rightsIn({ channel, person, place: bot.server.teamId }, signal());

  it('are those of members, makers of channels, and people who run the workspace', async () => {
    const { botUserId } = (bot = await startSlack()).server;
    await bot.stop();
    const members = [ada, benno, chika, botUserId];
    bot = await startSlack({
      channels: [
        { id: 'C01BOATS', name: 'boats', kind: 'public', members, creator: benno },
        { id: 'C02QUAY', name: 'quay', kind: 'private', members: [benno, botUserId], creator: chika }, // prettier-ignore
      ],
    });
    const channelName = '#boats';
    expect(await rightsOf('C01BOATS', chika)).toEqual({ mayCreate: true, mayManage: false, channelName }); // prettier-ignore
    expect(await rightsOf('C01BOATS', benno)).toEqual({ mayCreate: true, mayManage: true, channelName }); // prettier-ignore
    expect(await rightsOf('C01BOATS', ada)).toEqual({ mayCreate: true, mayManage: true, channelName }); // prettier-ignore
    // Who made it and has left it has no say there any more.
    expect(await rightsOf('C02QUAY', chika)).toEqual({ mayCreate: false, mayManage: false, channelName: '#quay' }); // prettier-ignore
    expect(await rightsOf('C02QUAY', benno)).toMatchObject({ mayCreate: true, mayManage: false });
  });

  it('tell what keeps the bot from posting, until it is mended', async () => {
    bot = await startSlack();
    expect(await rightsOf(harbour, benno)).toMatchObject({ mayCreate: true, hindrance: 'no-member', channelName: '#harbour' }); // prettier-ignore
    expect(await rightsOf(attic, ada)).toMatchObject({ hindrance: 'no-such-channel' });
    const nothing = { mayCreate: false, mayManage: false, hindrance: 'no-such-channel' };
    expect(await rightsOf(vault, ada)).toEqual(nothing);
    expect(await rightsOf('C99NOWHERE', ada)).toEqual(nothing);
    await bot.server.inviteBot(harbour, ada);
    expect(await rightsOf(harbour, benno)).not.toHaveProperty('hindrance');
  });

  it('are asked for again after a minute', async () => {
    bot = await startSlack();
    expect(await rightsOf(desk, benno)).toMatchObject({ mayCreate: true });
    bot.server.world.channels.get(desk)?.members.delete(benno);
    expect(await rightsOf(desk, benno)).toMatchObject({ mayCreate: true });
    bot.server.clock.advance(61_000);
    expect(await rightsOf(desk, benno)).toMatchObject({ mayCreate: false });
  });

  it('in direct messages are those of the one person there', async () => {
    bot = await startSlack();
    expect(await rightsOf(adasMessages, ada)).toMatchObject({ mayCreate: true, mayManage: true });
    expect(await rightsOf(adasMessages, benno)).toMatchObject({ mayCreate: false, mayManage: false }); // prettier-ignore
  });

  it.each(['channels:read', 'users:read', 'im:write'])(
    'are nobody’s too many without %s',
    async (missing) => {
      const im = { id: adasMessages, name: '', kind: 'im' as const, members: [ada, 'U0NUTGRAF'] };
      const members = [ada, chika, 'U0NUTGRAF'];
      bot = await startSlack({
        scopes: leastScopes.filter((scope) => scope !== missing),
        channels: [im, { id: 'C01BOATS', name: 'boats', kind: 'public', members, creator: chika }],
      });
      const seen = await rightsOf('C01BOATS', ada);
      const direct = await rightsOf(adasMessages, ada);
      expect(seen).toMatchObject({ mayCreate: missing !== 'channels:read' });
      expect(seen.mayManage).toBe(missing === 'im:write');
      expect(direct.mayCreate).toBe(missing !== 'im:write');
    },
  );

  it('fail where Slack does not answer', async () => {
    bot = await startSlack();
    bot.server.faults.fail('conversations.info', { kind: 'status', status: 503 }, 3);
    await expect(rightsOf(news, ada)).rejects.toMatchObject({ code: 'unclear' });
  });

  it('are found among all of a person’s channels', async () => {
    const { botUserId } = (bot = await startSlack()).server;
    await bot.stop();
    const channels = Array.from({ length: 1200 }, (_, at) => ({
      id: `C${1000 + at}`,
      name: `pier-${at}`,
      kind: 'public' as const,
      members: [benno, botUserId],
      creator: ada,
    }));
    bot = await startSlack({ channels });
    expect(await rightsOf('C2199', benno)).toMatchObject({ mayCreate: true, mayManage: false });
    expect(await rightsOf('C2199', chika)).toMatchObject({ mayCreate: false });
    expect(bot.server.callsOf('users.conversations')).toHaveLength(3);
  });
});

describe('where things are', () => {
  it('is told of channels that the bot sees, and of people', async () => {
    bot = await startSlack();
    const { teamId } = bot.server;
    expect(await bot.slack.placeOf(news, signal())).toBe(teamId);
    expect(await bot.slack.placeOf(harbour, signal())).toBe(teamId);
    expect(await bot.slack.placeOf(vault, signal())).toBeUndefined();
    expect(await bot.slack.timezoneOf(benno, signal())).toBe('America/Halifax');
    expect(await bot.slack.timezoneOf('U99NOBODY', signal())).toBeUndefined();
  });

  it('is not told without the right to ask', async () => {
    bot = await startSlack({ scopes: ['commands', 'chat:write'] });
    expect(await bot.slack.placeOf(news, signal())).toBeUndefined();
    expect(await bot.slack.timezoneOf(benno, signal())).toBeUndefined();
  });
});
