import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InteractionResponseType } from 'discord-api-types/v10';
import type { SentMessage } from '../../../src/ports/destination.ts';
import type { FollowUpRequest } from '../../../src/ports/request.ts';
import { textPost } from '../../../src/post/text-post.ts';
import { key, manyQuotes, otherKey, summary } from './a-post.ts';
import { command, out, standing, textsOf } from './conversation.ts';
import { shownText } from './shown-text.ts';
import { startDiscord, type Started } from './start-discord.ts';

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

describe('a button', () => {
  const sendSummary = async (post = summary): Promise<SentMessage> =>
    bot.discord.send(await command(bot), out(post), signal);

  async function click(label: string, user = bot.server.anna) {
    const message = standing(bot).at(-1);
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
    expect(textsOf(bot)).toEqual(['Shorter now.']);
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
    expect(standing(bot).map(({ onlyFor }) => onlyFor)).toEqual([undefined, bot.server.ben.id]);
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
    expect(standing(bot)).toHaveLength(2);
  });

  it('that deletes takes all messages of the post away', async () => {
    await sendSummary(manyQuotes(40));
    expect(standing(bot).length).toBeGreaterThan(1);
    const { clicked } = await click('Delete');
    await bot.discord.remove(clicked, signal);
    expect(standing(bot)).toEqual([]);
  });

  it('works a day later, and after a restart', async () => {
    await sendSummary();
    bot.server.advance(24 * 3_600_000);
    await bot.discord.stop();
    await bot.discord.start(bot.core);
    const { clicked } = await click('Delete');
    await bot.discord.remove(clicked, signal);
    expect(standing(bot)).toEqual([]);
  });

  it('says at once what is known at once', async () => {
    await sendSummary();
    bot.core.answer = { status: 'answered', post: textPost('Too much for today.') };
    const { invocation } = await click('Longer', bot.server.ben);
    await invocation.answered();
    const message = standing(bot).at(-1);
    expect(message?.onlyFor).toBe(bot.server.ben.id);
    expect(message?.embeds.map(shownText)).toEqual(['Too much for today.']);
  });
});
