import { MessageFlags } from 'discord.js';
import type { DiscordMessage } from '../render/discord-message.ts';

/** Nobody is notified, neither by what is said nor by being replied to. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const;

/** What every message of ours is sent or changed with. */
export function messageBody({ content, embeds, rows }: DiscordMessage, before: readonly string[]) {
  return { content, embeds, components: rows(before), allowed_mentions: NO_MENTIONS };
}

/** The same, as an answer to an interaction. */
export function answerBody(
  message: DiscordMessage,
  { before, isPrivate }: { readonly before: readonly string[]; readonly isPrivate: boolean },
) {
  const flags = isPrivate ? { flags: MessageFlags.Ephemeral } : {};
  return { ...messageBody(message, before), ...flags };
}
