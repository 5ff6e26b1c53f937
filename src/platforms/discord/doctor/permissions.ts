import {
  OverwriteType,
  PermissionFlagsBits as Bits,
  type APIGuildChannel,
  type APIOverwrite,
  type APIRole,
} from 'discord.js';

export interface Permission {
  readonly name: string;
  readonly bit: bigint;
  /** What does not work where it is missing. */
  readonly without: string;
}

/** What the bot needs in a channel: what the invite link asks for. https://discord.com/developers/docs/topics/permissions */
export const NEEDED: readonly Permission[] = [
  { name: 'View Channel', bit: Bits.ViewChannel, without: 'mentions and replies' },
  { name: 'Send Messages', bit: Bits.SendMessages, without: 'answers to mentions and replies' },
  {
    name: 'Embed Links',
    bit: Bits.EmbedLinks,
    without: 'answers with titles and a frame: mentions are answered in plain text',
  },
  {
    name: 'Read Message History',
    bit: Bits.ReadMessageHistory,
    without: 'reading the message that a mention replies to, and answering below it',
  },
  {
    name: 'Send Messages in Threads',
    bit: Bits.SendMessagesInThreads,
    without: 'answers in threads',
  },
  {
    name: 'Create Public Threads',
    bit: Bits.CreatePublicThreads,
    without: 'the thread below a channel’s digest',
  },
];

export interface Membership {
  readonly guildId: string;
  readonly ownerId: string;
  readonly userId: string;
  readonly roles: readonly APIRole[];
  /** The ids of the member's roles. */
  readonly roleIds: readonly string[];
}

type Channel = Pick<APIGuildChannel, 'permission_overwrites'>;

const ALL = ~0n;

/** https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function permissionsIn(channel: Channel, membership: Membership): bigint {
  const { guildId, ownerId, userId, roles, roleIds } = membership;
  if (ownerId === userId) return ALL;
  const base = roles
    .filter(({ id }) => id === guildId || roleIds.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & Bits.Administrator) !== 0n) return ALL;
  const overwrites = channel.permission_overwrites ?? [];
  const ofRoles = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== guildId && roleIds.includes(id),
  );
  const everyone = overwrites.filter(({ id }) => id === guildId);
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId);
  return [everyone, ofRoles, own].reduce(applied, base);
}

function applied(bits: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const deny = overwrites.reduce((all, one) => all | BigInt(one.deny), 0n);
  const allow = overwrites.reduce((all, one) => all | BigInt(one.allow), 0n);
  return (bits & ~deny) | allow;
}
