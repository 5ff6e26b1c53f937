import type { APIMessage } from 'discord-api-types/v10';

export interface Reader {
  readonly botUserId: string;
  /** The privileged intent: as identified with (gateway), as granted in the portal (REST). */
  readonly readsContent: boolean;
  readonly isDirect: boolean;
}

/**
 * A message as an app gets it. What people wrote comes in direct messages, where the app is mentioned, and from the
 * app itself; a reply's target is judged by itself.
 * https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function withholdContent(message: APIMessage, reader: Reader): APIMessage {
  const target = message.referenced_message;
  const shown: APIMessage =
    target === undefined || target === null
      ? message
      : { ...message, referenced_message: withholdContent(target, reader) };
  if (mayRead(message, reader)) return shown;
  const bare: APIMessage = { ...shown, content: '', embeds: [], attachments: [], components: [] };
  delete bare.poll;
  delete bare.message_snapshots;
  return bare;
}

function mayRead(message: APIMessage, reader: Reader): boolean {
  return (
    reader.readsContent ||
    reader.isDirect ||
    message.author.id === reader.botUserId ||
    message.mentions.some(({ id }) => id === reader.botUserId)
  );
}
