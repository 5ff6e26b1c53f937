import { ButtonStyle, ComponentType } from 'discord.js';
import { actionLabel } from '../../../post/action-label.ts';
import type { Action, Post } from '../../../post/post.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { MAX_BEFORE, writeCustomId } from '../wire/custom-id.ts';
import { packEmbeds, type Embed } from './pack-embeds.ts';
import { renderSection } from './render-section.ts';

/** What one message is made of: nothing of it pings, and nothing but a title links. */
export interface DiscordMessage {
  readonly embeds: readonly Embed[];
  /** The buttons, once it is known which messages stand before this one. */
  readonly rows: (before: readonly string[]) => readonly ButtonRow[];
}

export interface ButtonRow {
  readonly type: ComponentType.ActionRow;
  readonly components: readonly {
    readonly type: ComponentType.Button;
    readonly style: ButtonStyle;
    readonly label: string;
    readonly custom_id: string;
  }[];
}

/** Discord's: five follow-ups where the bot is no member (40094); one of them is kept for a problem. */
export const MAX_MESSAGES = MAX_BEFORE + 1;

/**
 * A post as one message or, where it does not fit, several; at least one. Everything stands in embeds, where mentions
 * notify nobody and addresses are not unfurled. The buttons stand below the last message.
 */
export function renderPost(post: Post, key: DeliveryKey): readonly DiscordMessage[] {
  const { messages, leftOut } = packEmbeds(post.sections.map(renderSection), {
    maxMessages: MAX_MESSAGES,
  });
  const last = messages.length - 1;
  return messages.map((embeds, index): DiscordMessage => {
    const noted = index === last && leftOut > 0 ? withNote(embeds, leftOut) : embeds;
    return {
      embeds: noted.length === 0 ? [NOTHING] : noted,
      rows: (before) => (index === last ? renderActions(post.actions, { key, before }) : []),
    };
  });
}

/** Discord refuses a message without anything in it. */
const NOTHING: Embed = { description: '…', color: 0 };

/** Shorter than what `packEmbeds` keeps free for it. */
function withNote(embeds: readonly Embed[], count: number): readonly Embed[] {
  const what = count === 1 ? 'One piece is' : `${count} pieces are`;
  const footer = { text: `${what} too long to be shown whole on Discord, and left out.` };
  const end = embeds.at(-1);
  if (end === undefined) return [{ footer, color: 0 }];
  return [...embeds.slice(0, -1), { ...end, footer }];
}

function renderActions(
  actions: readonly Action[],
  { key, before }: { readonly key: DeliveryKey; readonly before: readonly string[] },
): readonly ButtonRow[] {
  if (actions.length === 0) return [];
  const components = actions.map((action) => ({
    type: ComponentType.Button as const,
    style: action === 'delete' ? ButtonStyle.Danger : ButtonStyle.Secondary,
    label: actionLabel(action),
    custom_id: writeCustomId({ action, key, before }),
  }));
  return [{ type: ComponentType.ActionRow, components }];
}
