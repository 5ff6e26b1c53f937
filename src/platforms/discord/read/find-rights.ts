import {
  ChannelType,
  PermissionFlagsBits as Bits,
  Routes,
  type APIChannel,
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
} from 'discord.js';
import type { ChannelRights, PersonInChannel } from '../../../ports/chat-platform.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { DiscordApi } from '../send/discord-api.ts';
import { isSnowflake } from '../wire/snowflake.ts';
import { isThread } from './is-thread.ts';
import { permissionsIn } from './permissions-in.ts';

export interface Asking extends PersonInChannel {
  readonly botUserId: string;
}

/**
 * What a person and the bot may in a channel of a server, as Discord tells now: nothing of it is kept, for it is asked for
 * when digests are planned and not when they run. A server sees its own channels alone.
 */
export async function findRights(
  api: DiscordApi,
  { channel, place, person, botUserId }: Asking,
  signal: AbortSignal,
): Promise<ChannelRights> {
  if (!isSnowflake(channel) || !isSnowflake(place)) return nothing('no-such-channel');
  const guild = await find<APIGuild>(api, Routes.guild(place), signal);
  if (guild === undefined) return nothing('no-member');
  const found = await findInGuild(api, { channel, place }, signal);
  if (found === undefined) return nothing('no-such-channel');
  const rules = isThread(found.type) ? await findParent(api, found, signal) : found;
  if (rules === undefined) return nothing('no-such-channel');
  const of = (user: string): Promise<bigint> => permissionsOf(api, { guild, rules, user }, signal);
  const [persons, bots] = await Promise.all([of(person), of(botUserId)]);
  // Whoever does not see a channel may nothing in it, whatever else they are given.
  const mayManage = has(persons, Bits.ViewChannel | Bits.ManageChannels);
  const hindrance = hindranceIn(found.type, bots);
  return {
    mayCreate: mayManage,
    mayManage,
    channelName: `#${found.name}`,
    ...(hindrance === undefined ? {} : { hindrance }),
  };
}

/** The server that a channel is in; `undefined` where the bot does not see it. */
export async function findPlace(
  api: DiscordApi,
  channel: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!isSnowflake(channel)) return undefined;
  const found = await find<APIChannel>(api, Routes.channel(channel), signal);
  return found !== undefined && 'guild_id' in found ? found.guild_id : undefined;
}

/** Whether the bot may read what was said in a channel before: Discord shows it an empty history where it may not. */
export async function mayReadHistory(
  api: DiscordApi,
  { channel, botUserId }: { readonly channel: string; readonly botUserId: string },
  signal: AbortSignal,
): Promise<boolean> {
  const found = await find<APIChannel>(api, Routes.channel(channel), signal);
  if (found === undefined) return false;
  if (!('guild_id' in found)) return true;
  const place = found.guild_id;
  const inGuild = found as APIGuildChannel;
  const [guild, rules] = await Promise.all([
    find<APIGuild>(api, Routes.guild(place), signal),
    isThread(found.type) ? findParent(api, inGuild, signal) : inGuild,
  ]);
  if (guild === undefined || rules === undefined) return false;
  const may = await permissionsOf(api, { guild, rules, user: botUserId }, signal);
  return has(may, Bits.ViewChannel | Bits.ReadMessageHistory);
}

/** Nothing where somebody is no member. */
async function permissionsOf(
  api: DiscordApi,
  {
    guild: { id: guildId, owner_id: ownerId, roles },
    rules,
    user: userId,
  }: { readonly guild: APIGuild; readonly rules: APIGuildChannel; readonly user: string },
  signal: AbortSignal,
): Promise<bigint> {
  const member = await find<APIGuildMember>(api, Routes.guildMember(guildId, userId), signal);
  if (member === undefined) return 0n;
  return permissionsIn(rules, { guildId, ownerId, userId, roles, roleIds: member.roles });
}

/** Where a message starts a thread. https://discord.com/developers/docs/resources/channel#start-thread-from-message */
export function hasThreads(type: ChannelType): boolean {
  return type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
}

const WRITABLE: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** Without Embed Links posts stand in plain text, so it keeps nothing from being posted. */
function hindranceIn(type: ChannelType, bots: bigint): ChannelRights['hindrance'] {
  // Categories and forums have no messages of their own.
  if (!WRITABLE.has(type)) return 'no-such-channel';
  const writing = isThread(type) ? Bits.SendMessagesInThreads : Bits.SendMessages;
  if (!has(bots, Bits.ViewChannel | writing)) return 'no-permission';
  if (!hasThreads(type)) return undefined;
  const threads = Bits.CreatePublicThreads | Bits.SendMessagesInThreads | Bits.ReadMessageHistory;
  return has(bots, threads) ? undefined : 'no-threads';
}

function has(bits: bigint, wanted: bigint): boolean {
  return (bits & wanted) === wanted;
}

function nothing(hindrance: NonNullable<ChannelRights['hindrance']>): ChannelRights {
  return { mayCreate: false, mayManage: false, hindrance };
}

/** A channel of a server; those that the bot does not see are in the server's list, where threads are not. */
async function findInGuild(
  api: DiscordApi,
  { channel, place }: { readonly channel: string; readonly place: string },
  signal: AbortSignal,
): Promise<APIGuildChannel | undefined> {
  const seen = await find<APIGuildChannel>(api, Routes.channel(channel), signal);
  if (seen !== undefined) return seen.guild_id === place ? seen : undefined;
  const all = await find<readonly APIGuildChannel[]>(api, Routes.guildChannels(place), signal);
  return all?.find(({ id }) => id === channel);
}

/** A thread has the permissions of the channel that it is in. */
async function findParent(
  api: DiscordApi,
  thread: APIGuildChannel,
  signal: AbortSignal,
): Promise<APIGuildChannel | undefined> {
  const parent = 'parent_id' in thread ? thread.parent_id : undefined;
  if (typeof parent !== 'string') return undefined;
  return find<APIGuildChannel>(api, Routes.channel(parent), signal);
}

/** `undefined` where Discord has none, or shows it to the bot no longer. */
async function find<T>(
  api: DiscordApi,
  path: `/${string}`,
  signal: AbortSignal,
): Promise<T | undefined> {
  try {
    return (await api.call({ method: 'GET', path }, signal)) as T;
  } catch (error) {
    const isHidden =
      error instanceof PlatformError && (error.code === 'gone' || error.code === 'not-allowed');
    if (!isHidden) throw error;
    return undefined;
  }
}
