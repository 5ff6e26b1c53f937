import { MessageType, Routes, type APIChannel, type APIMessage } from 'discord.js';
import type { Found } from '../../../ports/chat-platform.ts';
import type { DeliveryKey } from '../../../ports/destination.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { hasThreads, mayReadHistory } from '../read/find-rights.ts';
import { buttonsIn } from '../wire/buttons-in.ts';
import { sentOf, type OwnAddress, type Standing } from '../wire/discord-address.ts';
import { isPlain } from '../wire/is-plain.ts';
import { idBefore } from '../wire/snowflake.ts';
import type { DiscordLine } from './discord-api.ts';
import { listAfter, MAX_PAGES, type Page } from './list-after.ts';
import { openDirect } from './open-direct.ts';
import { isGone } from './reach.ts';

/** Ours: so far a clock may differ from Discord's, by which messages are named. */
const CLOCKS_DIFFER_MS = 60_000;

export interface OwnLooking {
  readonly address: OwnAddress;
  readonly key: DeliveryKey;
  readonly botUserId: string;
}

/** Whether a post of the bot's own with this key stands where it was to go. */
export async function findOwn(
  line: DiscordLine,
  { address, key, botUserId }: OwnLooking,
  signal: AbortSignal,
): Promise<Found> {
  if (address.kind === 'thread') return findInThread(line, { address, key, botUserId }, signal);
  const after = idBefore(address.sinceMs - CLOCKS_DIFFER_MS);
  const channel =
    address.kind === 'channel'
      ? address.channel
      : await openDirect(line.api, address.person, signal);
  return findAfter(line, { channel, after, key, botUserId }, signal);
}

type ThreadAddress = Extract<OwnAddress, { readonly kind: 'thread' }>;

/** In the thread; where there is none, nothing stands in it, unless the channel has none at all. */
async function findInThread(
  line: DiscordLine,
  { address, key, botUserId }: OwnLooking & { readonly address: ThreadAddress },
  signal: AbortSignal,
): Promise<Found> {
  const { channel, message } = address;
  const looking = { after: message, key, botUserId };
  try {
    return await findAfter(line, { ...looking, channel: message }, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  const path = Routes.channel(channel);
  const { type } = (await line.api.call({ method: 'GET', path }, signal)) as APIChannel;
  if (hasThreads(type)) return { status: 'absent' };
  return findAfter(line, { ...looking, channel, replyTo: message }, signal);
}

interface Stretch {
  readonly channel: string;
  /** Nothing up to this id is looked at. */
  readonly after: string;
  readonly key: DeliveryKey;
  readonly botUserId: string;
  /** The message that all of it replies to. */
  readonly replyTo?: string;
}

/**
 * The last message of a post has buttons with its key, and the names of those before it. What of ours has no buttons may
 * be the beginning of this post: then nobody can tell, and likewise where the history goes on for too long or is hidden.
 */
async function findAfter(
  line: DiscordLine,
  { channel, after, key, botUserId, replyTo }: Stretch,
  signal: AbortSignal,
): Promise<Found> {
  const own: APIMessage[] = [];
  const mine = new Set(line.keys.messagesOf(key));
  let from = after;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const listed = await listShown(line, { channel, after: from }, signal);
    if (listed === undefined) return { status: 'unknown' };
    const { messages, isLast } = listed;
    from = messages.at(-1)?.id ?? from;
    own.push(...messages.filter((one) => one.author.id === botUserId && isSaid(one, replyTo)));
    const last = own.find((one) => buttonsIn(one).some((button) => button.key === key));
    if (last !== undefined) return found(last, { channel, key, replyTo });
    if (!isLast) continue;
    const begun = own.filter(({ id }) => mine.has(id));
    if (begun.length > 0) return standing(begun, { channel, replyTo });
    if (own.some(isOpenTo(line, key, own))) return { status: 'unknown' };
    const isShown =
      from !== after || (await mayReadHistory(line.api, { channel, botUserId }, signal));
    return { status: isShown ? 'absent' : 'unknown' };
  }
  return { status: 'unknown' };
}

/** `undefined` where the bot does not see the channel any more. */
async function listShown(
  { api }: DiscordLine,
  from: { readonly channel: string; readonly after: string },
  signal: AbortSignal,
): Promise<Page | undefined> {
  try {
    return await listAfter(api, from, signal);
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-allowed') return undefined;
    throw error;
  }
}

/** Whether the bot said it of its own accord, or below that message: no notice of Discord's, no answer to anybody. */
function isSaid(
  { type, interaction_metadata, message_reference }: APIMessage,
  replyTo: string | undefined,
): boolean {
  if (interaction_metadata !== undefined) return false;
  if (replyTo === undefined) return type === MessageType.Default;
  return type === MessageType.Reply && message_reference?.message_id === replyTo;
}

/** Whether a message may belong to a post of which only the last message bears the key. */
function isOpenTo({ keys }: DiscordLine, key: DeliveryKey, own: readonly APIMessage[]) {
  const ofOthers = new Set(own.flatMap(buttonsIn).flatMap(({ before }) => before));
  return (message: APIMessage): boolean =>
    buttonsIn(message).length === 0 &&
    !ofOthers.has(message.id) &&
    !keys.isOfAnother(message.id, key);
}

function found(
  last: APIMessage,
  {
    channel,
    key,
    replyTo,
  }: { readonly channel: string; readonly key: DeliveryKey; readonly replyTo: string | undefined },
): Found {
  const before = buttonsIn(last).find((button) => button.key === key)?.before ?? [];
  const { content, embeds } = last;
  const messages = [...before, last.id].map((id) => ({ id, content, embeds }));
  return standing(messages, { channel, replyTo });
}

function standing(
  own: readonly Pick<APIMessage, 'id' | 'content' | 'embeds'>[],
  { channel, replyTo }: { readonly channel: string; readonly replyTo: string | undefined },
): Found {
  const messages = own.map(({ id }): Standing => ({ id, via: 'channel' }));
  const below = replyTo === undefined ? {} : { replyTo };
  const plain = own.every(isPlain) ? ({ isPlain: true } as const) : {};
  return { status: 'found', message: sentOf({ channel, messages, ...below, ...plain }) };
}
