import { readFileSync } from 'node:fs';
import { renderPost as renderForDiscord } from '../src/platforms/discord/render/render-post.ts';
import { messageBody } from '../src/platforms/discord/send/message-body.ts';
import { renderDiscordChannel } from '../src/platforms/playground/looks/discord/render-channel.ts';
import { renderDiscordMessage } from '../src/platforms/playground/looks/discord/render-message.ts';
import { renderPage } from '../src/platforms/playground/looks/render-page.ts';
import { renderSlackMessage } from '../src/platforms/playground/looks/slack/render-message.ts';
import { renderSlackThread } from '../src/platforms/playground/looks/slack/render-thread.ts';
import type { Theme } from '../src/platforms/playground/looks/theme.ts';
import { renderPost as renderForSlack } from '../src/platforms/slack/render/render-post.ts';
import type { Post } from '../src/post/post.ts';

const bot = { name: 'Nutgraf', isApp: true };
const person = 'Mira Castell';
const channel = 'newsroom';
const key = 'pictureKeyPictureKeyAB';
const botUserId = 'U0NUTGRAF';

/** Somebody's `/summarize` on Discord and the answer, as a page. */
export function discordPage(post: Post, theme: Theme): string {
  const messages = renderForDiscord(post, key).map((message, index) =>
    renderDiscordMessage(messageBody(message, []), {
      speaker: bot,
      time: 'Today at 09:41',
      ...(index === 0 ? { above: { kind: 'command', person, command: 'summarize' } } : {}),
    }),
  );
  const body = renderDiscordChannel({ name: channel, messages, theme });
  return renderPage({ title: 'Nutgraf on Discord', body, styles: [readStyle('discord')] });
}

/** Somebody's mention on Slack and the answer in its thread, as a page. */
export function slackPage(post: Post, { theme, url }: { theme: Theme; url: string }): string {
  const names = new Map([[botUserId, 'Nutgraf']]);
  const root = renderSlackMessage(
    { text: `<@${botUserId}> <${url}>` },
    { speaker: { name: person, isApp: false }, time: '9:41 AM', names },
  );
  const replies = renderForSlack(post, { key }).map((message) =>
    renderSlackMessage(message, { speaker: bot, time: '9:41 AM' }),
  );
  const body = renderSlackThread({ channel, root, replies, theme });
  return renderPage({ title: 'Nutgraf on Slack', body, styles: [readStyle('slack')] });
}

function readStyle(look: 'discord' | 'slack'): string {
  const file = `../src/platforms/playground/looks/${look}/${look}.css`;
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
