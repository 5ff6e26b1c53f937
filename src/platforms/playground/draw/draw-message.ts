import { markup, renderMarkup, type Markup } from '../looks/markup.ts';
import { renderDiscordMessage } from '../looks/discord/render-message.ts';
import { renderSlackMessage } from '../looks/slack/render-message.ts';
import type { BotMessage } from '../message.ts';
import type { Drawing, Measure, Payloads } from './drawings.ts';
import { measureDiscord } from './measure-discord.ts';
import { measureSlack } from './measure-slack.ts';

export type Look = 'discord' | 'slack';

/** A message of ours as it would stand on another platform, out of the very payloads that would be sent there. */
export function drawMessage(message: BotMessage, look: Look, payloads: Payloads): Promise<Drawing> {
  return look === 'discord' ? drawDiscord(message, payloads) : drawSlack(message, payloads);
}

const SPEAKER = { name: 'Nutgraf', isApp: true };

async function drawDiscord(
  { post, key, isPrivate, atMs }: BotMessage,
  payloads: Payloads,
): Promise<Drawing> {
  const bodies = await payloads.discord(post, { key, isPrivate });
  const around = { speaker: SPEAKER, time: timeOf(atMs) };
  const drawn = bodies.map((body) => renderDiscordMessage(body, around));
  return drawing(
    markup`<div class="discord" data-theme="system">${drawn}</div>`,
    bodies.map((body) => [body, measureDiscord(body)]),
  );
}

async function drawSlack(
  { post, key, isPrivate, atMs }: BotMessage,
  payloads: Payloads,
): Promise<Drawing> {
  const bodies = await payloads.slack(post, { key, isPrivate });
  const around = { speaker: SPEAKER, time: timeOf(atMs) };
  const drawn = bodies.map((body) => renderSlackMessage(body, around));
  return drawing(
    markup`<div class="slack" data-theme="system">${drawn}</div>`,
    bodies.map((body) => [body, measureSlack(body)]),
  );
}

function drawing(html: Markup, sent: readonly (readonly [object, readonly Measure[]])[]): Drawing {
  const payloads = sent.map(([body, measures]) => ({
    json: JSON.stringify(body, undefined, 2),
    measures,
  }));
  return { html: renderMarkup(html), payloads };
}

/** In the machine's zone, which is the reader's where the page is on their own machine. */
function timeOf(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(atMs);
}
