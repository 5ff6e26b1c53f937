import { leftOutSentence } from '../../../post/left-out-sentence.ts';
import type { Post } from '../../../post/post.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { MAX_BEFORE } from '../wire/custom-id.ts';
import type { DiscordMessage } from './discord-message.ts';
import { packEmbeds, type Embed } from './pack-embeds.ts';
import { renderActions } from './render-actions.ts';
import { renderSection } from './render-section.ts';

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
      content: '',
      embeds: noted.length === 0 ? [NOTHING] : noted,
      rows: (before) => (index === last ? renderActions(post.actions, { key, before }) : []),
    };
  });
}

/** Whether a post stands in one message, with all of it. */
export function fitsOneMessage(post: Post): boolean {
  const { messages, leftOut } = packEmbeds(post.sections.map(renderSection), { maxMessages: 1 });
  return messages.length === 1 && leftOut === 0;
}

/** Discord refuses a message without anything in it. */
const NOTHING: Embed = { description: '…', color: 0 };

/** Shorter than what `packEmbeds` keeps free for it. */
function withNote(embeds: readonly Embed[], count: number): readonly Embed[] {
  const footer = { text: leftOutSentence(count, 'Discord') };
  const end = embeds.at(-1);
  if (end === undefined) return [{ footer, color: 0 }];
  return [...embeds.slice(0, -1), { ...end, footer }];
}
