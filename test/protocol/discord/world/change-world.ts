import type { APIOverwrite } from 'discord-api-types/v10';
import { GatewayDispatchEvents, GatewayIntentBits, OverwriteType } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { giveRole, invitedPermissions } from './give-role.ts';
import type { Person, Place } from './person.ts';
import { renderChannel } from './render-channel.ts';
import { renderWholeGuild } from './render-guild.ts';
import type { StoredChannel, StoredGuild } from './world.ts';

/** What happens to servers and channels. */
export interface Changes {
  /** Takes permissions from a member (the bot, where none is named) in a channel. */
  readonly deny: (denied: {
    readonly channel: Place;
    readonly permissions: bigint;
    readonly user?: Person;
  }) => void;
  readonly deleteChannel: (channel: Place) => void;
  readonly addBotToGuild: (guild: Place) => void;
  readonly removeBotFromGuild: (guild: Place) => void;
  /** Discord loses sight of a server for a while: GUILD_DELETE too, but nobody has left. */
  readonly beginOutage: (guild: Place) => void;
  readonly endOutage: (guild: Place) => void;
}

export function createChanges(inside: Inside): Changes {
  const { world, settings } = inside;
  const tellOfGuild = (guild: StoredGuild): void =>
    tell(
      inside,
      GatewayDispatchEvents.GuildCreate,
      renderWholeGuild(world, guild, settings.botUserId),
    );
  return {
    deny: ({ channel, permissions, user }) => {
      const stored = findStoredChannel(inside, channel.id);
      const overwrite: APIOverwrite = {
        id: user?.id ?? settings.botUserId,
        type: OverwriteType.Member,
        allow: '0',
        deny: permissions.toString(),
      };
      stored.overwrites.push(overwrite);
      tellOfChannel(inside, GatewayDispatchEvents.ChannelUpdate, stored);
    },
    deleteChannel: ({ id }) => {
      const stored = findStoredChannel(inside, id);
      tellOfChannel(inside, GatewayDispatchEvents.ChannelDelete, stored);
      world.channels.delete(id);
    },
    addBotToGuild: ({ id }) => {
      const guild = findStoredGuild(inside, id);
      const roles = giveRole(inside, guild, { name: 'Nutgraf', permissions: invitedPermissions });
      guild.members.set(settings.botUserId, roles);
      tellOfGuild(guild);
    },
    removeBotFromGuild: ({ id }) => {
      findStoredGuild(inside, id).members.delete(settings.botUserId);
      tell(inside, GatewayDispatchEvents.GuildDelete, { id });
    },
    beginOutage: ({ id }) =>
      tell(inside, GatewayDispatchEvents.GuildDelete, { id, unavailable: true }),
    endOutage: ({ id }) => tellOfGuild(findStoredGuild(inside, id)),
  };
}

/** Tells the bot of a channel, where it is a member. */
export function tellOfChannel(inside: Inside, name: string, channel: StoredChannel): void {
  const guild = inside.world.guilds.get(channel.guildId ?? '');
  if (guild?.members.has(inside.settings.botUserId) !== true) return;
  tell(inside, name, renderChannel(inside.world, channel));
}

export function findStoredGuild(inside: Inside, id: string): StoredGuild {
  const guild = inside.world.guilds.get(id);
  if (guild === undefined) throw new Error(`There is no server ${id}.`);
  return guild;
}

export function findStoredChannel(inside: Inside, id: string): StoredChannel {
  const channel = inside.world.channels.get(id);
  if (channel === undefined) throw new Error(`There is no channel ${id}.`);
  return channel;
}

function tell(inside: Inside, name: string, data: unknown): void {
  inside.gateway.dispatch({ name, intents: GatewayIntentBits.Guilds, data: () => data });
}
