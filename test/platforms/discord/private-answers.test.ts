import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Destination } from '../../../src/ports/destination.ts';
import { textPost } from '../../../src/post/text-post.ts';
import { key, manyQuotes } from './a-post.ts';
import { command, out, standing, textsOf } from './conversation.ts';
import { startDiscord, type Started } from './start-discord.ts';

const signal = new AbortController().signal;
let bot: Started;

beforeEach(async () => {
  bot = await startDiscord();
});
afterEach(async () => {
  await bot.stop();
  expect(bot.server.violations).toEqual([]);
});

async function privately(): Promise<Destination> {
  const { server, core } = bot;
  const next = core.request(core.requests.length);
  const options = { url: 'https://herald.example/mill', private: true };
  server.slash({ command: 'summarize', options, user: server.anna, channel: server.channel });
  return (await next).replyTo;
}

/** How often each quote stands there. */
function counts(): readonly number[] {
  const said =
    textsOf(bot)
      .join('\n')
      .match(/— Neighbour \d+/gu) ?? [];
  return [...new Set(said)].map((one) => said.filter((other) => other === one).length);
}

describe('a private answer of several messages', () => {
  it.each([
    ['a message that came in the end', true],
    ['a message that never came', false],
  ])('is completed after %s, and nothing else comes twice', async (_what, applied) => {
    const to = await privately();
    const path = /^\/webhooks\/\d+\/[^/]+$/u;
    bot.server.fault({ method: 'POST', path, does: { kind: 'delay', ms: 1 } });
    bot.server.fault({ method: 'POST', path, does: { kind: 'status', status: 500, applied } });
    const sending = bot.discord.send(to, out(manyQuotes(60)), signal);
    await expect(sending).rejects.toMatchObject({ code: 'unclear' });
    const stood = standing(bot).map(({ id }) => id);
    expect(stood).toHaveLength(applied ? 3 : 2);
    const found = await bot.discord.find(to, key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await bot.discord.replace(found.message, out(manyQuotes(60)), signal);
    expect(counts()).toHaveLength(60);
    const doubled = counts().filter((count) => count > 1);
    const inOneMessage = 60 / 3;
    expect(doubled.length).toBeLessThanOrEqual(applied ? inOneMessage : 0);
    expect(standing(bot).map(({ id }) => id)).toEqual(expect.arrayContaining(stood));
  });
});

describe('an answer beside a clicked message', () => {
  it('is completed where its second message was not heard of', async () => {
    const sent = await bot.discord.send(await command(bot), out(manyQuotes(1)), signal);
    const [answer] = standing(bot);
    const customId = answer?.buttons[0]?.customId;
    if (answer === undefined || customId === undefined) throw new Error('no button');
    const next = bot.core.request(bot.core.requests.length);
    bot.server.click({ message: answer, customId, user: bot.server.ben });
    const { replyTo } = await next;
    const path = /^\/webhooks\/\d+\/[^/]+$/u;
    bot.server.fault({ method: 'POST', path, does: { kind: 'delay', ms: 1 } });
    bot.server.fault({
      method: 'POST',
      path,
      does: { kind: 'status', status: 500, applied: false },
    });
    const beside = { key: 'b3sideK3yb3sideK3yb3si', audience: 'person' as const };
    const sending = bot.discord.send(replyTo, out(manyQuotes(40), beside), signal);
    await expect(sending).rejects.toMatchObject({ code: 'unclear' });
    const found = await bot.discord.find(replyTo, beside.key, signal);
    if (found.status !== 'found') throw new Error(found.status);
    await bot.discord.replace(found.message, out(manyQuotes(40), beside), signal);
    await bot.discord.replace(sent, out(textPost('Another.')), signal);
    expect(counts()).toEqual(Array.from({ length: 40 }, () => 1));
  });
});

describe('the last half minute of an interaction', () => {
  it('is not leaned on: an answer that all see is changed as the bot', async () => {
    const sent = await bot.discord.send(await command(bot), out(textPost('One.')), signal);
    bot.server.advance(14 * 60_000 + 45_000);
    const calls = bot.server.calls.length;
    await bot.discord.replace(sent, out(textPost('Two.')), signal);
    const paths = bot.server.calls.slice(calls).map(({ path }) => path.split('/')[1]);
    expect(paths).toEqual(['channels']);
    expect(textsOf(bot)).toEqual(['Two.']);
  });

  it('is over for an answer that is for one person', async () => {
    const to = await privately();
    const sent = await bot.discord.send(to, out(textPost('One.')), signal);
    const aheadMs = (to.untilMs ?? 0) - bot.server.now();
    expect(aheadMs).toBeLessThan(14 * 60_000 + 35_000);
    bot.server.advance(14 * 60_000 + 45_000);
    const changing = bot.discord.replace(sent, out(textPost('Two.')), signal);
    await expect(changing).rejects.toMatchObject({ code: 'gone' });
  });
});
