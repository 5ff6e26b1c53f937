import {
  OverwriteType,
  PermissionFlagsBits as Bits,
  type APIGuildChannel,
  type APIOverwrite,
  type APIRole,
} from 'discord.js';

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
