import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { FollowUpRequest } from '../../../src/ports/request.ts';
import { helpPost } from '../../../src/post/help-post.ts';
import { textPost } from '../../../src/post/text-post.ts';
import { createFakeLog } from '../fake-core.ts';
import { key, manyQuotes, summary } from './a-post.ts';
import { command, mention, out, standing } from './conversation.ts';
import { createTestDiscord, startDiscord, type Started } from './start-discord.ts';

const signal = new AbortController().signal;
let bot: Started;

beforeEach(async () => {
  bot = await startDiscord();
});
afterEach(async () => {
  await bot.stop();
  expect(bot.server.violations).toEqual([]);
  expect(bot.server.pings).toEqual([]);
});

function deny(): void {
  const { server } = bot;
  server.deny({ channel: server.channel, permissions: PermissionFlagsBits.EmbedLinks });
}

const contents = (): readonly string[] => standing(bot).map(({ content }) => content);

describe('where the bot may send no embeds', () => {
  beforeEach(deny);

  it('a mention is answered in plain text with the same buttons, the address in angle brackets', async () => {
    await bot.discord.send(await mention(bot), out(summary), signal);
    const [answer, ...more] = standing(bot);
    expect(more).toEqual([]);
    expect(answer?.content.split('\n').slice(0, 3)).toEqual([
      '**Windmill on Harrow Hill turns again**',
      '<https://herald.example/mill>',
      '-# Upland Herald · Jonna Vael · 3 June 2031 · 4 min read',
    ]);
    expect(answer?.embeds).toEqual([]);
    expect(answer?.buttons.map(({ customId }) => customId)).toContain(`delete:${key}`);
    expect(bot.log.lines.join('\n')).toContain('no Embed Links there');
  });

  it('what does not fit into a message of 2000 characters goes on in the next', async () => {
    await bot.discord.send(await mention(bot), out(manyQuotes(12)), signal);
    expect(contents().length).toBeGreaterThan(1);
    for (const content of contents()) expect(content.length).toBeLessThanOrEqual(2000);
    const speakers =
      contents()
        .join('\n')
        .match(/— Neighbour \d+/gu) ?? [];
    expect(new Set(speakers).size).toBe(12);
  });

  it('a sign of life becomes the answer, and the answer another one', async () => {
    const sent = await bot.discord.send(await mention(bot), out(textPost('Reading …')), signal);
    expect(contents()).toEqual(['Reading …']);
    const long = await bot.discord.replace(sent, out(manyQuotes(12)), signal);
    expect(contents().length).toBeGreaterThan(1);
    await bot.discord.replace(long, out(summary), signal);
    expect(contents()).toHaveLength(1);
    expect(contents()[0]).toContain('Windmill');
  });

  it('another process finds the answer and completes it as it stands', async () => {
    const to = await mention(bot);
    await bot.discord.send(to, out(manyQuotes(12)), signal);
    const before = standing(bot).map(({ id }) => id);
    const next = createTestDiscord(bot.server, { log: createFakeLog(), messageContent: false });
    await next.start(bot.core);
    try {
      const found = await next.find(to, key, signal);
      if (found.status !== 'found') throw new Error(found.status);
      const calls = bot.server.calls.length;
      await next.replace(found.message, out(manyQuotes(12)), signal);
      expect(bot.server.calls.slice(calls).filter(({ status }) => status === 403)).toEqual([]);
    } finally {
      await next.stop();
    }
    expect(standing(bot).map(({ id }) => id)).toEqual(before);
  });

  it('a click on its buttons changes it in plain text', async () => {
    const { server, core } = bot;
    await bot.discord.send(await mention(bot), out(summary), signal);
    const [answer] = standing(bot);
    const customId = answer?.buttons.find(({ label }) => label === 'Shorter')?.customId ?? '';
    const next = core.request(core.requests.length);
    server.click({ message: { id: answer?.id ?? '' }, customId, user: server.anna });
    const { from } = (await next) as FollowUpRequest;
    if (from.kind !== 'button') throw new Error(from.kind);
    await bot.discord.replace(from.message, out(textPost('Shorter.')), signal);
    expect(standing(bot)).toMatchObject([{ content: 'Shorter.', embeds: [] }]);
  });

  it('help is given in plain text', async () => {
    bot.core.answer = { status: 'answered', post: helpPost('Nutgraf') };
    await mention(bot);
    await bot.server.until(() => standing(bot).length > 0);
    expect(contents()[0]).toContain('`/summarize https://example.com/story`');
  });

  it('the answer to a command keeps its embeds: interactions do not need the permission', async () => {
    await bot.discord.send(await command(bot), out(summary), signal);
    expect(standing(bot)).toMatchObject([{ content: '', embeds: [{ color: expect.any(Number) }] }]);
  });
});

describe('where the bot may send no embeds any more', () => {
  it('the answer that stands there can still be changed', async () => {
    const sent = await bot.discord.send(await mention(bot), out(summary), signal);
    deny();
    await bot.discord.replace(sent, out(textPost('Later.')), signal);
    expect(standing(bot)).toMatchObject([{ content: 'Later.', embeds: [] }]);
  });
});
