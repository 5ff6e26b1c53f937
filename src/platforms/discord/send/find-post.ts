import { MessageFlags, Routes, type APIMessage } from 'discord.js';
import type { Found } from '../../../ports/chat-platform.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import {
  sentOf,
  type DiscordAddress,
  type Opening,
  type Standing,
} from '../wire/discord-address.ts';
import type { DiscordLine } from './discord-api.ts';
import { findOwn } from './find-own.ts';
import { listAfter, MAX_PAGES, type Page } from './list-after.ts';
import { isGone } from './reach.ts';
import { isPlain } from '../wire/is-plain.ts';
import { isOfKey } from './speak.ts';

export interface Looking {
  readonly address: DiscordAddress;
  readonly key: DeliveryKey;
  readonly botUserId: string;
}

/** Whether a post with this key stands there. */
export async function findPost(
  line: DiscordLine,
  { address, key, botUserId }: Looking,
  signal: AbortSignal,
): Promise<Found> {
  switch (address.kind) {
    case 'reply':
      return findBelow(line, { ...address, key, botUserId }, signal);
    case 'open':
      return findAnswer(line, { opening: address.opening, key, botUserId }, signal);
    case 'beside':
      return findRemembered(line, { opening: address.opening, key });
    default:
      return findOwn(line, { address, key, botUserId }, signal);
  }
}

/** Of ours it is what carries the key or, as a sign of life has no buttons, what replies to the same message. */
async function findBelow(
  line: DiscordLine,
  {
    channel,
    message,
    key,
    botUserId,
  }: {
    readonly channel: string;
    readonly message: string;
    readonly key: DeliveryKey;
    readonly botUserId: string;
  },
  signal: AbortSignal,
): Promise<Found> {
  const history = await listFrom(line, { channel, message }, signal);
  if (history === undefined) return { status: 'unknown' };
  const own = history.messages.filter(
    ({ author, id }) => author.id === botUserId && !line.keys.isOfAnother(id, key),
  );
  const found = own.filter(
    (one) => isOfKey(one, key) || one.message_reference?.message_id === message,
  );
  if (found.length === 0) return { status: history.isWhole ? 'absent' : 'unknown' };
  const messages = found.map(({ id }): Standing => ({ id, via: 'channel' }));
  const plain = found.every(isPlain) ? ({ isPlain: true } as const) : {};
  return { status: 'found', message: sentOf({ channel, replyTo: message, messages, ...plain }) };
}

async function findAnswer(
  line: DiscordLine,
  { opening, key, botUserId }: Omit<Looking, 'address'> & { readonly opening: Opening },
  signal: AbortSignal,
): Promise<Found> {
  const { application, token, channel } = opening;
  await line.acknowledged(opening.id, signal);
  const path = Routes.webhookMessage(application, token, '@original');
  let original: APIMessage;
  try {
    original = (await line.api.call(
      { method: 'GET', path, isTokenInPath: true },
      signal,
    )) as APIMessage;
  } catch (error) {
    // Removed for a private answer, by somebody, or its time is over.
    if (isGone(error)) return findRemembered(line, { opening, key });
    throw error;
  }
  const isThinking = ((original.flags ?? 0) & MessageFlags.Loading) !== 0;
  if (isThinking || line.keys.isOfAnother(original.id, key)) return { status: 'absent' };
  const more =
    opening.isMember && !opening.isPrivate
      ? await listFollowUps(line, { opening, original: original.id, botUserId }, signal)
      : line.keys.messagesOf(key).filter((id) => id !== original.id);
  const messages: readonly Standing[] = [
    { id: original.id, via: 'original' },
    ...more.map((id): Standing => ({ id, via: 'follow-up' })),
  ];
  return { status: 'found', message: sentOf({ channel, opening, messages }) };
}

/** Discord lists nobody's private messages; what this process knows of is gone on with, else nobody can tell. */
function findRemembered(
  { keys }: DiscordLine,
  { opening, key }: { readonly opening: Opening; readonly key: DeliveryKey },
): Found {
  const messages = keys.messagesOf(key).map((id): Standing => ({ id, via: 'follow-up' }));
  if (messages.length === 0) return { status: 'unknown' };
  const { channel } = opening;
  const sent = { channel, opening: { ...opening, isPrivate: true }, messages };
  return { status: 'found', message: sentOf(sent) };
}

async function listFollowUps(
  line: DiscordLine,
  {
    opening,
    original,
    botUserId,
  }: { readonly opening: Opening; readonly original: string; readonly botUserId: string },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { channel } = opening;
  const history = await listFrom(line, { channel, message: original }, signal);
  return (history?.messages ?? [])
    .filter(
      ({ id, author, interaction_metadata }) =>
        author.id === botUserId && id !== original && interaction_metadata?.id === opening.id,
    )
    .map(({ id }) => id);
}

interface History {
  readonly messages: readonly APIMessage[];
  /** Whether it goes on to now. */
  readonly isWhole: boolean;
}

/**
 * What stands in a channel from a message on, oldest first. `undefined` where the message is not among it: it is gone,
 * or the bot may not read the history, of which Discord shows an empty one then.
 */
async function listFrom(
  { api }: DiscordLine,
  { channel, message }: { readonly channel: string; readonly message: string },
  signal: AbortSignal,
): Promise<History | undefined> {
  const messages: APIMessage[] = [];
  let after = (BigInt(message) - 1n).toString();
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const listed = await listAfter(api, { channel, after }, signal).catch((error: unknown) => {
      if (error instanceof PlatformError && error.code === 'not-allowed') return EMPTY;
      throw error;
    });
    if (page === 0 && listed.messages[0]?.id !== message) return undefined;
    messages.push(...listed.messages);
    after = listed.messages.at(-1)?.id ?? after;
    if (listed.isLast) return { messages, isWhole: true };
  }
  return { messages, isWhole: false };
}

const EMPTY: Page = { messages: [], isLast: true };
