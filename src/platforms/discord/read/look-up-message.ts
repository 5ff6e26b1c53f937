import { ChannelType, Routes, type APIChannel, type APIMessage } from 'discord.js';
import type { LookedUp } from '../../../ports/chat-platform.ts';
import type { Json } from '../../../ports/json.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { DiscordLine } from '../send/discord-api.ts';
import { completeMessage } from './complete-message.ts';
import { parsePointer, type Pointer } from './pointer.ts';
import { readSources } from './read-sources.ts';

export interface LookingUp {
  readonly message: Json;
  readonly botUserId: string;
  /** Whether Discord shows the bot what people write. */
  readonly readsContent: boolean;
}

/** What a message holds that somebody pointed at. */
export async function lookUpMessage(
  line: DiscordLine,
  { message, botUserId, readsContent }: LookingUp,
  signal: AbortSignal,
): Promise<LookedUp> {
  const pointer = parsePointer(message);
  if (pointer.kind === 'nothing') return { status: 'found', sources: [] };
  try {
    const fetched = await fetchMessage(line, pointer, signal);
    if (fetched === undefined) return { status: 'found', sources: [] };
    const found = completeMessage(fetched);
    const sources = readSources(found, found.content);
    if (sources.length > 0 || readsContent || !isEmpty(found)) return { status: 'found', sources };
    const isShown = found.author.id === botUserId;
    return isShown
      ? { status: 'found', sources }
      : { status: 'failed', because: 'content-withheld' };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === 'gone' || error.code === 'not-allowed')
      return { status: 'failed', because: error.code };
    throw error;
  }
}

/** Discord withholds all of what people write, or nothing. */
function isEmpty({ content, embeds, attachments, message_snapshots }: APIMessage): boolean {
  return (
    content === '' &&
    embeds.length + attachments.length === 0 &&
    (message_snapshots ?? []).length === 0
  );
}

type There = Exclude<Pointer, { readonly kind: 'nothing' }>;

async function fetchMessage(
  line: DiscordLine,
  pointer: There,
  signal: AbortSignal,
): Promise<APIMessage | undefined> {
  if (pointer.kind === 'message')
    return get<APIMessage>(line, Routes.channelMessage(pointer.channel, pointer.message), signal);
  const { thread } = pointer;
  const parent = await findParent(line, thread, signal);
  if (parent === undefined) return undefined;
  // A thread has the id of the message that it was started from.
  const channel = isOfPosts(parent.type) ? thread : parent.id;
  return get<APIMessage>(line, Routes.channelMessage(channel, thread), signal);
}

/** In these the first message stands in the thread itself. */
function isOfPosts(type: ChannelType): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

async function findParent(
  line: DiscordLine,
  thread: string,
  signal: AbortSignal,
): Promise<APIChannel | undefined> {
  const channel = await get<APIChannel>(line, Routes.channel(thread), signal);
  const parentId = 'parent_id' in channel ? channel.parent_id : undefined;
  return typeof parentId === 'string'
    ? get<APIChannel>(line, Routes.channel(parentId), signal)
    : undefined;
}

async function get<T>({ api }: DiscordLine, path: `/${string}`, signal: AbortSignal): Promise<T> {
  return (await api.call({ method: 'GET', path }, signal)) as T;
}
