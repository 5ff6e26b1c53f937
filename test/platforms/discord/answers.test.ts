import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InteractionResponseType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Outgoing } from '../../../src/ports/chat-platform.ts';
import type { Destination, SentMessage } from '../../../src/ports/destination.ts';
import type { FollowUpRequest } from '../../../src/ports/request.ts';
import { textPost } from '../../../src/post/text-post.ts';
import type { SeenMessage } from '../../protocol/discord/world/see-message.ts';
import { key, manyQuotes, otherKey, summary } from './a-post.ts';
import { createFakeLog } from './fake-core.ts';
import { shownText } from './shown-text.ts';
import { createTestDiscord, startDiscord, type Started } from './start-discord.ts';

const url = 'https://herald.example/mill';
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

const out = (post: Outgoing['post'], more: Partial<Outgoing> = {}): Outgoing => ({
  post,
  key,
  audience: 'everyone',
  ...more,
});

async function mention(): Promise<Destination> {
  const { server, core } = bot;
  const next = core.request(core.requests.length);
  server.say({
    channel: server.channel,
    user: server.anna,
    content: `<@${server.botUserId}> ${url}`,
  });
  return (await next).replyTo;
}

async function command(): Promise<Destination> {
  const { server, core } = bot;
  const next = core.request(core.requests.length);
  const { anna: user, channel } = server;
  server.slash({ command: 'summarize', options: { url }, user, channel });
  return (await next).replyTo;
}

function standing(): readonly SeenMessage[] {
  const { server } = bot;
  return server
    .messagesIn(server.channel)
    .filter(({ authorId, isThinking }) => authorId === server.botUserId && !isThinking);
}

const texts = () => standing().map(({ embeds }) => embeds.map(shownText).join('\n'));

describe.each([
  ['below a mention', mention],
  ['in the place of a command', command],
])('an answer %s', (_name, ask) => {
  it('takes the place of what stands there, whatever number of messages it has', async () => {
    const to = await ask();
    let sent = await bot.discord.send(to, out(textPost('Reading …')), signal);
    expect(standing()).toHaveLength(1);
    sent = await bot.discord.replace(sent, out(manyQuotes(40)), signal);
    const long = standing();
    expect(long.length).toBeGreaterThan(1);
    expect(long.map(({ buttons }) => buttons.length)).toEqual(
      long.map((_, index) => (index === long.length - 1 ? 1 : 0)),
    );
    sent = await bot.discord.replace(sent, out(summary), signal);
    expect(standing()).toHaveLength(1);
    expect(standing()[0]?.id).toBe(long[0]?.id);
    expect(sent.id).toBe(long[0]?.id);
    await bot.discord.remove(sent, signal);
    expect(standing()).toEqual([]);
  });

  it('is found again by another process, and completed', async () => {
    const to = await ask();
    await bot.discord.send(to, out(manyQuotes(40)), signal);
    const before = standing();
    const next = createTestDiscord(bot.server, { log: createFakeLog(), messageContent: false });
    await next.start(bot.core);
    try {
      const found = await next.find(to, key, signal);
      if (found.status !== 'found') throw new Error(found.status);
      await next.replace(found.message, out(manyQuotes(40)), signal);
    } finally {
      await next.stop();
    }
    expect(standing().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('is not found where none stands', async () => {
    expect(await bot.discord.find(await ask(), key, signal)).toEqual({ status: 'absent' });
  });

  it('can be changed after the interaction has ended', async () => {
    const sent = await bot.discord.send(await ask(), out(summary), signal);
    bot.server.advance(16 * 60_000);
    await bot.discord.replace(sent, out(textPost('Later.')), signal);
    expect(texts()).toEqual(['Later.']);
    await bot.discord.remove(sent, signal);
    expect(standing()).toEqual([]);
  });
});

describe('a sign of life whose sending was not heard of', () => {
  it('is found by what it replies to, and becomes the answer', async () => {
    const to = await mention();
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
    expect(standing()).toHaveLength(1);
    expect(standing()[0]?.buttons).toHaveLength(5);
  });

  it('becomes the answer when it is sent again under its key', async () => {
    const to = await mention();
    await bot.discord.send(to, out(textPost('Reading …')), signal);
    await bot.discord.send(to, out(summary), signal);
    expect(standing()).toHaveLength(1);
    expect(texts()[0]).toContain('Windmill');
  });
});

describe('an answer to a mention', () => {
  it('stands alone where the bot may not read the history', async () => {
    mayBreak = true;
    const { server } = bot;
    server.deny({ channel: server.channel, permissions: PermissionFlagsBits.ReadMessageHistory });
    const to = await mention();
    await bot.discord.send(to, out(summary), signal);
    expect(standing().map(({ replyToId }) => replyToId)).toEqual([undefined]);
    expect(await bot.discord.find(to, key, signal)).toEqual({ status: 'unknown' });
  });

  it('is posted once though Discord fails and is asked again', async () => {
    const to = await mention();
    const path = /^\/channels\/\d+\/messages$/u;
    bot.server.fault({
      method: 'POST',
      path,
      does: { kind: 'status', status: 502, applied: true },
    });
    await bot.discord.send(to, out(summary), signal);
    expect(standing()).toHaveLength(1);
  });

  it.each([
    ['not-allowed', PermissionFlagsBits.SendMessages],
    ['not-allowed', PermissionFlagsBits.EmbedLinks],
  ] as const)('is %s without the permission', async (code, permissions) => {
    mayBreak = true;
    const to = await mention();
    bot.server.deny({ channel: bot.server.channel, permissions });
    await expect(bot.discord.send(to, out(summary), signal)).rejects.toMatchObject({ code });
  });

  it('is gone with its channel', async () => {
    mayBreak = true;
    const to = await mention();
    bot.server.deleteChannel(bot.server.channel);
    const sending = bot.discord.send(to, out(summary), signal);
    await expect(sending).rejects.toMatchObject({ code: 'gone' });
  });

  it('ends with the signal', async () => {
    const to = await mention();
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
    const to = await command();
    const path = /^\/webhooks\/\d+\/[^/]+$/u;
    bot.server.fault({
      method: 'POST',
      path,
      does: { kind: 'status', status: 500, applied: true },
    });
    const sending = bot.discord.send(to, out(manyQuotes(40)), signal);
    await expect(sending).rejects.toMatchObject({ code: 'unclear' });
    const before = standing();
    const found = await bot.discord.find(to, key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await bot.discord.replace(found.message, out(manyQuotes(40)), signal);
    expect(
      standing()
        .slice(0, before.length)
        .map(({ id }) => id),
    ).toEqual(before.map(({ id }) => id));
    const quotes =
      texts()
        .join('\n')
        .match(/Neighbour \d+/gu) ?? [];
    expect(new Set(quotes).size).toBe(quotes.length);
  });
});

describe('a button', () => {
  const sendSummary = async (post = summary): Promise<SentMessage> =>
    bot.discord.send(await command(), out(post), signal);

  async function click(label: string, user = bot.server.anna) {
    const message = standing().at(-1);
    const customId = message?.buttons.find((button) => button.label === label)?.customId;
    if (message === undefined || customId === undefined) throw new Error(`no button ${label}`);
    const next = bot.core.request(bot.core.requests.length);
    const invocation = bot.server.click({ message, customId, user });
    const request = (await next) as FollowUpRequest;
    if (request.from.kind !== 'button') throw new Error('no click');
    return { request, invocation, clicked: request.from.message };
  }

  it('that changes the summary is acknowledged silently, and changes what was clicked', async () => {
    await sendSummary();
    const { request, invocation, clicked } = await click('Shorter');
    expect(request).toMatchObject({
      about: { key },
      ask: { kind: 'shorter' },
      isPrivate: true,
      isModerator: true,
    });
    const { type } = await invocation.answered();
    expect(type).toBe(InteractionResponseType.DeferredMessageUpdate);
    await bot.discord.replace(clicked, out(textPost('Shorter now.')), signal);
    expect(texts()).toEqual(['Shorter now.']);
  });

  it('clicked by somebody else is answered to that person alone, beside it', async () => {
    await sendSummary();
    const { request } = await click('Longer', bot.server.ben);
    expect(request.isModerator).toBe(false);
    await bot.discord.send(
      request.replyTo,
      out(textPost('For you.'), { key: otherKey, audience: 'person' }),
      signal,
    );
    expect(standing().map(({ onlyFor }) => onlyFor)).toEqual([undefined, bot.server.ben.id]);
  });

  it('that asks for more is answered to the person alone', async () => {
    await sendSummary();
    const { request, invocation } = await click('All quotes', bot.server.ben);
    expect(await invocation.answered()).toMatchObject({
      type: InteractionResponseType.DeferredChannelMessageWithSource,
    });
    await bot.discord.send(
      request.replyTo,
      out(manyQuotes(3), { key: otherKey, audience: 'person' }),
      signal,
    );
    const message = await invocation.message();
    expect(message.onlyFor).toBe(bot.server.ben.id);
    expect(standing()).toHaveLength(2);
  });

  it('that deletes takes all messages of the post away', async () => {
    await sendSummary(manyQuotes(40));
    expect(standing().length).toBeGreaterThan(1);
    const { clicked } = await click('Delete');
    await bot.discord.remove(clicked, signal);
    expect(standing()).toEqual([]);
  });

  it('works a day later, and after a restart', async () => {
    await sendSummary();
    bot.server.advance(24 * 3_600_000);
    await bot.discord.stop();
    await bot.discord.start(bot.core);
    const { clicked } = await click('Delete');
    await bot.discord.remove(clicked, signal);
    expect(standing()).toEqual([]);
  });

  it('says at once what is known at once', async () => {
    await sendSummary();
    bot.core.answer = { status: 'answered', post: textPost('Too much for today.') };
    const { invocation } = await click('Longer', bot.server.ben);
    await invocation.answered();
    const message = standing().at(-1);
    expect(message?.onlyFor).toBe(bot.server.ben.id);
    expect(message?.embeds.map(shownText)).toEqual(['Too much for today.']);
  });
});
