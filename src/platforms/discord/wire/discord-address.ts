import type { Destination, SentMessage } from '../../../ports/destination.ts';
import type { Json } from '../../../ports/json.ts';
import { fieldsOf, textOf } from './fields.ts';

export const DISCORD = 'discord';

/** Discord's: so long an interaction's token is good. */
const TOKEN_LIVES_MS = 15 * 60 * 1000;
/**
 * Ours: what is asked by a token must reach Discord while it is good, through all attempts of a call (three of 8 s), and
 * the interaction itself was under way before we heard of it.
 */
const TOKEN_MARGIN_MS = 30 * 1000;

/** Until when something may be begun by the token of an interaction that came now; ms since 1970. */
export function tokenEndsMs(nowMs: number): number {
  return nowMs + TOKEN_LIVES_MS - TOKEN_MARGIN_MS;
}

/** An interaction that was acknowledged, and what it lets us do. */
export interface Opening {
  readonly [name: string]: Json;
  readonly id: string;
  readonly application: string;
  readonly token: string;
  readonly channel: string;
  readonly untilMs: number;
  /** Whether only the person sees what is answered. */
  readonly isPrivate: boolean;
  /** Whether the bot reaches the channel without the token too. */
  readonly isMember: boolean;
}

/** Where an answer goes. */
export type DiscordAddress =
  /** Below a message. */
  | { readonly kind: 'reply'; readonly channel: string; readonly message: string }
  /** The answer that an interaction awaits: `@original`. */
  | { readonly kind: 'open'; readonly opening: Opening }
  /** Beside the message that was clicked, for the person alone. */
  | { readonly kind: 'beside'; readonly opening: Opening }
  | OwnAddress;

/** Where a post of the bot's own goes, which answers nobody. */
export type OwnAddress =
  | { readonly kind: 'channel'; readonly channel: string; readonly sinceMs: number }
  /** Below a message: in its thread, which has the message's id, or where there can be none as replies to it. */
  | {
      readonly kind: 'thread';
      readonly channel: string;
      readonly message: string;
      readonly name: string;
    }
  | { readonly kind: 'person'; readonly person: string; readonly sinceMs: number };

/** A message of ours and how it is reached. */
export interface Standing {
  readonly [name: string]: Json;
  readonly id: string;
  /** `original` and `follow-up` by the token as long as it is good, then as `channel`. */
  readonly via: 'original' | 'follow-up' | 'channel';
}

/** The messages of a post. */
export interface SentAddress {
  readonly channel: string;
  readonly messages: readonly Standing[];
  /** The message that all of them answer. */
  readonly replyTo?: string;
  readonly opening?: Opening;
  /** Whether it was sent in plain text, because the bot may send no embeds there. */
  readonly isPlain?: true;
}

/** What `destinationOf` wrote. @throws TypeError where it is somebody else's */
export function parseDestination({ address }: Destination): DiscordAddress {
  const { kind, channel, message, opening, name, person, sinceMs } = fieldsOf(address);
  switch (kind) {
    case 'open':
    case 'beside':
      return { kind, opening: parseOpening(opening) };
    case 'channel':
      return { kind, channel: textOf(channel), sinceMs: Number(sinceMs) };
    case 'thread':
      return { kind, channel: textOf(channel), message: textOf(message), name: textOf(name) };
    case 'person':
      return { kind, person: textOf(person), sinceMs: Number(sinceMs) };
    default:
      return { kind: 'reply', channel: textOf(channel), message: textOf(message) };
  }
}

/** What `sentOf` wrote. @throws TypeError where it is somebody else's */
export function parseSent({ address }: SentMessage): SentAddress {
  const { channel, messages, replyTo, opening, isPlain } = fieldsOf(address);
  return {
    channel: textOf(channel),
    messages: Array.isArray(messages) ? messages.map(parseStanding) : [],
    ...(replyTo === undefined ? {} : { replyTo: textOf(replyTo) }),
    ...(opening === undefined ? {} : { opening: parseOpening(opening) }),
    ...(isPlain === true ? { isPlain } : {}),
  };
}

function parseStanding(message: Json): Standing {
  const { id, via } = fieldsOf(message);
  const isByToken = via === 'original' || via === 'follow-up';
  return { id: textOf(id), via: isByToken ? via : 'channel' };
}

function parseOpening(opening: Json | undefined): Opening {
  const { id, application, token, channel, untilMs, isPrivate, isMember } = fieldsOf(opening);
  return {
    id: textOf(id),
    application: textOf(application),
    token: textOf(token),
    channel: textOf(channel),
    untilMs: Number(untilMs),
    isPrivate: isPrivate === true,
    isMember: isMember === true,
  };
}

/** @param showsWaiting whether Discord shows there that an answer is being made */
export function destinationOf(address: DiscordAddress, showsWaiting: boolean): Destination {
  return {
    platform: DISCORD,
    address: { ...address },
    showsWaiting,
    ...('opening' in address ? { untilMs: address.opening.untilMs } : {}),
  };
}

/** The message's name is its first id; a post's buttons and replies to any of its messages lead to the same answer. */
export function sentOf(sent: SentAddress): SentMessage {
  const { opening, messages } = sent;
  const isLost = opening !== undefined && (opening.isPrivate || !opening.isMember);
  const id = messages[0]?.id;
  return {
    platform: DISCORD,
    address: { ...sent },
    ...(isLost ? { untilMs: opening.untilMs } : {}),
    ...(id === undefined ? {} : { id }),
  };
}
