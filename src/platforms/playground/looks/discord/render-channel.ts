import { markup, type Markup } from '../markup.ts';
import type { Theme } from '../theme.ts';

export interface DiscordChannel {
  readonly name: string;
  readonly messages: readonly Markup[];
  readonly theme: Theme;
}

/** A channel as Discord's client shows it: its name and messages one below the other. */
export function renderDiscordChannel({ name, messages, theme }: DiscordChannel): Markup {
  return markup`<main class="discord" data-theme="${theme}">
    <div class="channel">${name}</div>
    <div class="messages">${messages}</div>
  </main>`;
}
