import type { Destination, SentMessage } from '../../../ports/destination.ts';
import { destinationOf, parseSent } from './discord-address.ts';

/** Discord's, of a thread. */
const MAX_NAME_CHARS = 100;

/** Where a post of the bot's own goes in a channel. */
export function toChannel(channel: string, sinceMs: number): Destination {
  return destinationOf({ kind: 'channel', channel, sinceMs }, false);
}

/** The thread of the first message of a post, which is the same however the post is found. */
export function toThread(below: SentMessage, name: string): Destination {
  const { channel, messages } = parseSent(below);
  const message = messages[0]?.id;
  if (message === undefined) throw new TypeError('no message of Discord');
  return destinationOf({ kind: 'thread', channel, message, name: threadName(name) }, false);
}

/** A person, alone: in their conversation with the bot. */
export function toPerson(person: string, sinceMs: number): Destination {
  return destinationOf({ kind: 'person', person, sinceMs }, false);
}

function threadName(name: string): string {
  const line = name.replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_NAME_CHARS).toWellFormed();
  // Discord refuses a thread without a name.
  return line === '' ? '…' : line;
}
