import { markup, type Markup } from '../markup.ts';
import type { Theme } from '../theme.ts';

export interface SlackThread {
  readonly channel: string;
  readonly root: Markup;
  readonly replies: readonly Markup[];
  readonly theme: Theme;
}

/** A thread as Slack's client shows it: the message that it began with, and its replies. */
export function renderSlackThread({ channel, root, replies, theme }: SlackThread): Markup {
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return markup`<main class="slack" data-theme="${theme}">
    <div class="channel">Thread<small># ${channel}</small></div>
    ${root}
    <div class="replies">${count}</div>
    ${replies}
  </main>`;
}
