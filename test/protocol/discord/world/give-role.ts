import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { bits } from './bits.ts';
import type { StoredGuild } from './world.ts';

/** What the bot asks for when it is invited: 309237730304. */
export const invitedPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads;

export const plainRole = {
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  managed: false,
  mentionable: false,
  flags: bits(0),
  icon: null,
  unicode_emoji: null,
};

/** A new role of a server; its id, as a member has it. */
export function giveRole(
  inside: Inside,
  guild: StoredGuild,
  role: { readonly name: string; readonly permissions: bigint },
): string[] {
  const id = inside.newId();
  guild.roles.push({
    ...plainRole,
    id,
    name: role.name,
    position: guild.roles.length,
    permissions: role.permissions.toString(),
  });
  return [id];
}
