import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChatPlatform } from '../../../src/ports/chat-platform.ts';
import type { Destination } from '../../../src/ports/destination.ts';
import type { Post } from '../../../src/post/post.ts';
import { textPost } from '../../../src/post/text-post.ts';
import type { SeenMessage } from '../../protocol/discord/world/see-message.ts';
import { createFakeCore, createFakeLog } from '../fake-core.ts';
import { key, manyQuotes, otherKey, summary } from './a-post.ts';
import { out, standing } from './conversation.ts';
import { shownText } from './shown-text.ts';
import { createTestDiscord, startDiscord, type Started } from './start-discord.ts';

const signal = new AbortController().signal;
const digest: Post = { ...textPost('Five stories.'), actions: ['sources', 'delete'] };
const story: Post = { ...textPost('One story.'), actions: ['delete'] };
let bot: Started;
let another: ChatPlatform;

beforeEach(async () => {
  bot = await startDiscord();
  // Another process: it knows nothing of what the first has sent.
  another = createTestDiscord(bot.server, { log: createFakeLog(), messageContent: false });
  await another.start(createFakeCore());
});
afterEach(async () => {
  await another.stop();
  await bot.stop();
  expect(bot.server.violations).toEqual([]);
  expect(bot.server.pings).toEqual([]);
});

function there(): Destination {
  return bot.discord.toChannel(bot.server.channel.id, bot.server.now());
}

function below(id: string): readonly SeenMessage[] {
  return bot.server.messagesIn({ id }).filter(({ isNotice }) => !isNotice);
}

function deny(permissions: bigint): void {
  bot.server.deny({ channel: bot.server.channel, permissions });
}

function talk(count: number): void {
  const { channel, ben: user } = bot.server;
  for (let at = 0; at < count; at += 1) bot.server.say({ channel, user, content: `${at}` });
}

describe('a post of the bot’s own in a channel', () => {
  it('answers nobody, and the same key sends no second one', async () => {
    await bot.discord.send(there(), out(digest), signal);
    await another.send(there(), out(digest), signal);
    expect(standing(bot)).toMatchObject([{ replyToId: undefined, onlyFor: undefined }]);
    const posts = bot.server.calls.filter(({ method }) => method === 'POST');
    expect(posts.at(-1)?.body).toMatchObject({ nonce: key, enforce_nonce: true });
  });

  it('of several messages is found whole, by the last of them', async () => {
    const sent = await bot.discord.send(there(), out(manyQuotes(30)), signal);
    const ids = standing(bot).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    talk(5);
    const found = await another.find(there(), key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    expect(found.message.id).toBe(sent.id);
    await another.replace(found.message, out(digest), signal);
    expect(standing(bot).map(({ id }) => id)).toEqual(ids.slice(0, 1));
  });

  it('of which only the beginning stands is completed by its process, and nobody else can tell', async () => {
    const { server } = bot;
    const to = there();
    const path = /^\/channels\/\d+\/messages$/u;
    const does = { kind: 'status', status: 503, applied: false } as const;
    server.fault({ method: 'POST', path, does: { kind: 'delay', ms: 0 } });
    server.fault({ method: 'POST', path, does, times: 9 });
    await expect(bot.discord.send(to, out(manyQuotes(30)), signal)).rejects.toMatchObject({
      code: 'unclear',
    });
    server.clearFaults();
    expect((await another.find(to, key, signal)).status).toBe('unknown');
    const found = await bot.discord.find(to, key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await bot.discord.replace(found.message, out(manyQuotes(30)), signal);
    expect((await another.find(to, key, signal)).status).toBe('found');
    expect(new Set(standing(bot).map(({ embeds }) => JSON.stringify(embeds))).size).toBe(
      standing(bot).length,
    );
  });

  it('is not mixed up with what the bot answers there', async () => {
    const { server, core } = bot;
    const to = there();
    server.say({
      channel: server.channel,
      user: server.anna,
      content: `<@${server.botUserId}> https://quay.example/`,
    });
    const { replyTo } = await core.request(0);
    await bot.discord.send(replyTo, out(textPost('Reading …'), { key: otherKey }), signal);
    expect((await another.find(to, key, signal)).status).toBe('absent');
  });

  it('is looked for from its time on, a minute of doubt included', async () => {
    await bot.discord.send(there(), out(digest), signal);
    const { server } = bot;
    const since = (ms: number) => another.toChannel(server.channel.id, server.now() + ms);
    expect((await another.find(since(50_000), key, signal)).status).toBe('found');
    expect((await another.find(since(120_000), key, signal)).status).toBe('absent');
  });

  it('is found behind hundreds of messages; behind more of them nobody can tell', async () => {
    const to = there();
    talk(310);
    await bot.discord.send(to, out(digest), signal);
    expect((await another.find(to, key, signal)).status).toBe('found');
    talk(200);
    expect((await another.find(to, otherKey, signal)).status).toBe('unknown');
  });

  it('nobody can tell of where the history or the channel is hidden', async () => {
    const to = there();
    await bot.discord.send(to, out(digest), signal);
    deny(PermissionFlagsBits.ReadMessageHistory);
    expect((await another.find(to, key, signal)).status).toBe('unknown');
    deny(PermissionFlagsBits.ViewChannel);
    expect((await another.find(to, key, signal)).status).toBe('unknown');
  });

  it('stands in plain text where the bot may send no embeds, and is found and changed so', async () => {
    deny(PermissionFlagsBits.EmbedLinks);
    await bot.discord.send(there(), out(summary), signal);
    expect(standing(bot)).toMatchObject([{ embeds: [], replyToId: undefined }]);
    const found = await another.find(there(), key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await another.replace(found.message, out(digest), signal);
    expect(standing(bot).map(({ content }) => content)).toEqual(['Five stories.']);
  });

  it('goes nowhere where the bot may not write, or the channel is gone', async () => {
    const to = there();
    deny(PermissionFlagsBits.SendMessages);
    await expect(bot.discord.send(to, out(digest), signal)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    bot.server.deleteChannel(bot.server.channel);
    await expect(bot.discord.send(to, out(digest), signal)).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('what stands below a post', () => {
  it('stands in a thread with the name, cut to what Discord takes', async () => {
    const head = await bot.discord.send(there(), out(digest), signal);
    const to = bot.discord.toThread(head, `Morning\n${'news '.repeat(40)}`);
    await bot.discord.send(to, out(story, { key: otherKey }), signal);
    const thread = bot.server.world.channels.get(head.id ?? '');
    expect(thread?.type).toBe(ChannelType.PublicThread);
    expect(thread?.name).toBe(`Morning ${'news '.repeat(40)}`.slice(0, 100));
    expect(below(head.id ?? '')).toMatchObject([{ replyToId: undefined }]);
    expect(standing(bot)).toMatchObject([{ hasThread: true }]);
  });

  it('goes into one thread where two processes begin it in the same moment', async () => {
    const head = await bot.discord.send(there(), out(digest), signal);
    const to = bot.discord.toThread(head, 'Morning');
    await Promise.all([
      bot.discord.send(to, out(story), signal),
      another.send(to, out(summary, { key: otherKey }), signal),
    ]);
    expect(below(head.id ?? '')).toHaveLength(2);
  });

  it('is looked for in the thread; where none was begun it does not stand', async () => {
    const head = await bot.discord.send(there(), out(digest), signal);
    const to = bot.discord.toThread(head, 'Morning');
    expect((await another.find(to, otherKey, signal)).status).toBe('absent');
    await bot.discord.send(to, out(story, { key: otherKey }), signal);
    const found = await another.find(to, otherKey, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await another.replace(found.message, out(textPost('Mended.')), signal);
    expect(below(head.id ?? '').map(({ embeds }) => embeds.map(shownText))).toEqual([['Mended.']]);
    await another.remove(found.message, signal);
    expect(below(head.id ?? '')).toEqual([]);
    expect((await another.find(to, otherKey, signal)).status).toBe('absent');
  });

  it('goes nowhere where the bot may begin no threads, or the post is gone', async () => {
    const head = await bot.discord.send(there(), out(digest), signal);
    const to = bot.discord.toThread(head, 'Morning');
    await bot.discord.remove(head, signal);
    await expect(bot.discord.send(to, out(story), signal)).rejects.toMatchObject({ code: 'gone' });
    const other = await bot.discord.send(there(), out(digest, { key: otherKey }), signal);
    deny(PermissionFlagsBits.CreatePublicThreads);
    await expect(
      bot.discord.send(bot.discord.toThread(other, 'Noon'), out(story), signal),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('replies to it where there are no threads, and is found there', async () => {
    const { server } = bot;
    const type = ChannelType.GuildVoice;
    const voice = server.addChannel({ guild: server.guild, name: 'talk', type });
    const head = await bot.discord.send(
      bot.discord.toChannel(voice.id, server.now()),
      out(digest),
      signal,
    );
    const to = bot.discord.toThread(head, 'Morning');
    expect((await another.find(to, otherKey, signal)).status).toBe('absent');
    await bot.discord.send(to, out(story, { key: otherKey }), signal);
    expect(server.messagesIn(voice).map(({ replyToId }) => replyToId)).toEqual([
      undefined,
      head.id,
    ]);
    expect((await another.find(to, otherKey, signal)).status).toBe('found');
  });
});

describe('a word to a person alone', () => {
  const to = (person = bot.server.anna): Destination =>
    bot.discord.toPerson(person.id, bot.server.now());

  it('stands in their conversation with the bot, and is found there by its buttons', async () => {
    await bot.discord.send(to(), out(story), signal);
    const direct = bot.server.directChannel(bot.server.anna);
    expect(bot.server.messagesIn(direct)).toHaveLength(1);
    expect((await another.find(to(), key, signal)).status).toBe('found');
    expect((await another.find(to(), otherKey, signal)).status).toBe('absent');
  });

  it('without buttons leaves it open whether it stands', async () => {
    expect((await another.find(to(), key, signal)).status).toBe('absent');
    await bot.discord.send(to(), out(textPost('A feed fails.')), signal);
    expect((await bot.discord.find(to(), key, signal)).status).toBe('found');
    expect((await another.find(to(), key, signal)).status).toBe('unknown');
  });

  it('does not reach whoever takes none', async () => {
    const dora = bot.server.addUser({ name: 'dora', refusesDirectMessages: true });
    await expect(bot.discord.send(to(dora), out(story), signal)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
