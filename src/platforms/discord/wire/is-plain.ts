import type { APIMessage } from 'discord.js';

/** Whether a message of ours was sent in plain text: where the bot may send no embeds. */
export function isPlain({ content, embeds }: Pick<APIMessage, 'content' | 'embeds'>): boolean {
  return content !== '' && embeds.length === 0;
}
