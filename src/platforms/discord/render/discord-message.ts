import type { Embed } from './pack-embeds.ts';
import type { ButtonRow } from './render-actions.ts';

/** What one message is made of: nothing of it pings, and nothing but a title links. */
export interface DiscordMessage {
  /** Empty where everything stands in embeds. */
  readonly content: string;
  /** None where everything stands in the content. */
  readonly embeds: readonly Embed[];
  /** The buttons, once it is known which messages stand before this one. */
  readonly rows: (before: readonly string[]) => readonly ButtonRow[];
}
