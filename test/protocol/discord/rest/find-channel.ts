import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { permissionsIn } from '../world/permissions-in.ts';
import type { StoredChannel, StoredGuild, StoredMessage } from '../world/world.ts';
import { refusals } from './api-error.ts';

/** A channel that the bot sees; 10003 where there is none, 50001 where it does not see it. */
export function findChannel(inside: Inside, id: string): StoredChannel {
  const channel = inside.world.channels.get(id);
  if (channel === undefined) throw refusals.unknownChannel();
  if (!mayInChannel(inside, channel, PermissionFlagsBits.ViewChannel))
    throw refusals.missingAccess();
  return channel;
}

export function findGuild(inside: Inside, id: string): StoredGuild {
  const guild = inside.world.guilds.get(id);
  if (guild?.members.has(inside.settings.botUserId) !== true) throw refusals.unknownGuild();
  return guild;
}

/** A message that the bot's token reaches: private ones are not there for it. */
export function findMessage(inside: Inside, channel: StoredChannel, id: string): StoredMessage {
  const message = inside.world.messages.get(id);
  if (
    message === undefined ||
    message.isDeleted ||
    message.channelId !== channel.id ||
    message.onlyFor !== undefined
  ) {
    throw refusals.unknownMessage();
  }
  return message;
}

export function mayInChannel(inside: Inside, channel: StoredChannel, permission: bigint): boolean {
  return (permissionsIn(inside.world, channel, inside.settings.botUserId) & permission) !== 0n;
}

export function insistOn(inside: Inside, channel: StoredChannel, permission: bigint): void {
  if (!mayInChannel(inside, channel, permission)) throw refusals.missingPermissions();
}
