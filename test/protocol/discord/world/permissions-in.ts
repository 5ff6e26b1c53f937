import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { StoredChannel, StoredGuild, World } from './world.ts';

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What apps may do in direct messages. https://discord.com/developers/docs/interactions/receiving-and-responding */
const inDirectMessages =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.MentionEveryone;

/**
 * A user's permissions in a channel, 0 for those who are not there.
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsIn(world: World, channel: StoredChannel, userId: string): bigint {
  if (channel.guildId === undefined) {
    return channel.recipientIds.includes(userId) ? inDirectMessages : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  const roleIds = guild?.members.get(userId);
  if (guild === undefined || roleIds === undefined) return 0n;
  const base = guildPermissions(guild, userId);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const parent = isThread(channel) ? world.channels.get(channel.parentId ?? '') : undefined;
  return withOverwrites(base, parent ?? channel, { guildId: guild.id, roleIds, userId });
}

export function guildPermissions(guild: StoredGuild, userId: string): bigint {
  if (guild.ownerId === userId) return everything;
  const roleIds = guild.members.get(userId);
  if (roleIds === undefined) return 0n;
  return guild.roles
    .filter(({ id }) => id === guild.id || roleIds.includes(id))
    .reduce((all, role) => all | BigInt(role.permissions), 0n);
}

export function isThread(channel: StoredChannel): boolean {
  return (
    channel.type === ChannelType.PublicThread ||
    channel.type === ChannelType.PrivateThread ||
    channel.type === ChannelType.AnnouncementThread
  );
}

interface Member {
  readonly guildId: string;
  readonly roleIds: readonly string[];
  readonly userId: string;
}

function withOverwrites(base: bigint, channel: StoredChannel, member: Member): bigint {
  const layers = [[member.guildId], member.roleIds, [member.userId]];
  return layers.reduce((sofar, ids) => {
    const layer = channel.overwrites.filter(({ id }) => ids.includes(id));
    const deny = layer.reduce((all, one) => all | BigInt(one.deny), 0n);
    const allow = layer.reduce((all, one) => all | BigInt(one.allow), 0n);
    return (sofar & ~deny) | allow;
  }, base);
}
