import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { textPost } from '../../../src/post/text-post.ts';
import { key, manyQuotes, summary } from './a-post.ts';
import { command, mention, out, standing, textsOf } from './conversation.ts';
import { createFakeLog } from '../fake-core.ts';
import { createTestDiscord, startDiscord, type Started } from './start-discord.ts';

const signal = new AbortController().signal;
let bot: Started;
let mayBreak = false;

beforeEach(async () => {
  mayBreak = false;
  bot = await startDiscord();
});
afterEach(async () => {
  await bot.stop();
  if (!mayBreak) expect(bot.server.violations).toEqual([]);
  expect(bot.server.pings).toEqual([]);
});

describe.each([
  ['below a mention', mention],
  ['in the place of a command', command],
])('an answer %s', (_name, ask) => {
  it('takes the place of what stands there, whatever number of messages it has', async () => {
    const to = await ask(bot);
    let sent = await bot.discord.send(to, out(textPost('Reading …')), signal);
    expect(standing(bot)).toHaveLength(1);
    sent = await bot.discord.replace(sent, out(manyQuotes(40)), signal);
    const long = standing(bot);
    expect(long.length).toBeGreaterThan(1);
    expect(long.map(({ buttons }) => buttons.length)).toEqual(
      long.map((_, index) => (index === long.length - 1 ? 1 : 0)),
    );
    sent = await bot.discord.replace(sent, out(summary), signal);
    expect(standing(bot)).toHaveLength(1);
    expect(standing(bot)[0]?.id).toBe(long[0]?.id);
    expect(sent.id).toBe(long[0]?.id);
    await bot.discord.remove(sent, signal);
    expect(standing(bot)).toEqual([]);
  });

  it('is found again by another process, and completed', async () => {
    const to = await ask(bot);
    await bot.discord.send(to, out(manyQuotes(40)), signal);
    const before = standing(bot);
    const next = createTestDiscord(bot.server, { log: createFakeLog(), messageContent: false });
    await next.start(bot.core);
    try {
      const found = await next.find(to, key, signal);
      if (found.status !== 'found') throw new Error(found.status);
      await next.replace(found.message, out(manyQuotes(40)), signal);
    } finally {
      await next.stop();
    }
    expect(standing(bot).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('is not found where none stands', async () => {
    expect(await bot.discord.find(await ask(bot), key, signal)).toEqual({ status: 'absent' });
  });

  it('can be changed after the interaction has ended', async () => {
    const sent = await bot.discord.send(await ask(bot), out(summary), signal);
    bot.server.advance(16 * 60_000);
    await bot.discord.replace(sent, out(textPost('Later.')), signal);
    expect(textsOf(bot)).toEqual(['Later.']);
    await bot.discord.remove(sent, signal);
    expect(standing(bot)).toEqual([]);
  });
});

describe('a sign of life whose sending was not heard of', () => {
  it('is found by what it replies to, and becomes the answer', async () => {
    const to = await mention(bot);
    await bot.discord.send(to, out(textPost('Reading …')), signal);
    const next = createTestDiscord(bot.server, { log: createFakeLog(), messageContent: false });
    await next.start(bot.core);
    try {
      const found = await next.find(to, key, signal);
      if (found.status !== 'found') throw new Error(found.status);
      await next.replace(found.message, out(summary), signal);
    } finally {
      await next.stop();
    }
    expect(standing(bot)).toHaveLength(1);
    expect(standing(bot)[0]?.buttons).toHaveLength(5);
  });

  it('becomes the answer when it is sent again under its key', async () => {
    const to = await mention(bot);
    await bot.discord.send(to, out(textPost('Reading …')), signal);
    await bot.discord.send(to, out(summary), signal);
    expect(standing(bot)).toHaveLength(1);
    expect(textsOf(bot)[0]).toContain('Windmill');
  });
});

describe('an answer to a mention', () => {
  it('stands alone where the bot may not read the history', async () => {
    mayBreak = true;
    const { server } = bot;
    server.deny({ channel: server.channel, permissions: PermissionFlagsBits.ReadMessageHistory });
    const to = await mention(bot);
    await bot.discord.send(to, out(summary), signal);
    expect(standing(bot).map(({ replyToId }) => replyToId)).toEqual([undefined]);
    expect(await bot.discord.find(to, key, signal)).toEqual({ status: 'unknown' });
  });

  it('is posted once though Discord fails and is asked again', async () => {
    const to = await mention(bot);
    const path = /^\/channels\/\d+\/messages$/u;
    bot.server.fault({
      method: 'POST',
      path,
      does: { kind: 'status', status: 502, applied: true },
    });
    await bot.discord.send(to, out(summary), signal);
    expect(standing(bot)).toHaveLength(1);
  });

  it('is not allowed where the bot may not write', async () => {
    mayBreak = true;
    const to = await mention(bot);
    const permissions = PermissionFlagsBits.SendMessages;
    bot.server.deny({ channel: bot.server.channel, permissions });
    await expect(bot.discord.send(to, out(summary), signal)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('is gone with its channel', async () => {
    mayBreak = true;
    const to = await mention(bot);
    bot.server.deleteChannel(bot.server.channel);
    const sending = bot.discord.send(to, out(summary), signal);
    await expect(sending).rejects.toMatchObject({ code: 'gone' });
  });

  it('ends with the signal', async () => {
    const to = await mention(bot);
    bot.server.fault({ path: /messages$/u, does: { kind: 'hang', applied: false } });
    const ending = new AbortController();
    const sending = bot.discord.send(to, out(summary), ending.signal);
    const reason = new Error('enough');
    ending.abort(reason);
    await expect(sending).rejects.toBe(reason);
  });
});

describe('a second message behind an interaction’s answer', () => {
  it('is asked for once: whether it stands there is unclear when nothing is heard', async () => {
    const to = await command(bot);
    const path = /^\/webhooks\/\d+\/[^/]+$/u;
    bot.server.fault({
      method: 'POST',
      path,
      does: { kind: 'status', status: 500, applied: true },
    });
    const sending = bot.discord.send(to, out(manyQuotes(40)), signal);
    await expect(sending).rejects.toMatchObject({ code: 'unclear' });
    const before = standing(bot);
    const found = await bot.discord.find(to, key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await bot.discord.replace(found.message, out(manyQuotes(40)), signal);
    expect(
      standing(bot)
        .slice(0, before.length)
        .map(({ id }) => id),
    ).toEqual(before.map(({ id }) => id));
    const quotes =
      textsOf(bot)
        .join('\n')
        .match(/Neighbour \d+/gu) ?? [];
    expect(new Set(quotes).size).toBe(quotes.length);
  });
});
