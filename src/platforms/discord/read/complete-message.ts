import type { APIMessage } from 'discord.js';

/** A message with all the lists that a message has, whether or not it came with them. */
export function completeMessage<Message extends APIMessage>(message: Message): Message {
  return { ...EMPTY, ...message };
}

const EMPTY: Pick<APIMessage, 'content' | 'mentions' | 'mention_roles' | 'attachments' | 'embeds'> =
  { content: '', mentions: [], mention_roles: [], attachments: [], embeds: [] };
