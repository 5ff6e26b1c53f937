import type { APIOverwrite } from 'discord-api-types/v10';
import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { directChannel } from '../rest/guild-routes.ts';
import { renderChannel } from './render-channel.ts';
import { renderWholeGuild } from './render-guild.ts';
import { bits } from './bits.ts';
import type { StoredChannel, StoredGuild } from './world.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Place {
  readonly id: string;
}

/** What the bot asks for when it is invited: 309237730304. */
export const invitedPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads;

const everyonesPermissions =
  invitedPermissions |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;

export interface Builder {
  readonly addUser: (user: {
    readonly name: string;
    readonly bot?: boolean;
    readonly refusesDirectMessages?: boolean;
  }) => Person;
  /** With the bot in it unless `withBot` is false; `everyone` replaces what @everyone may do. */
  readonly addGuild: (guild: {
    readonly name: string;
    readonly owner: Person;
    readonly withBot?: boolean;
    readonly everyone?: bigint;
  }) => Place;
  /** Makes somebody a member, with permissions beyond everyone's. */
  readonly addMember: (member: {
    readonly guild: Place;
    readonly user: Person;
    readonly permissions?: bigint;
  }) => void;
  readonly addChannel: (channel: {
    readonly guild: Place;
    readonly name: string;
    readonly type?: ChannelType;
  }) => Place;
  /** A group or a conversation of two people, without the bot. */
  readonly addPrivateChannel: (users: readonly Person[]) => Place;
  /** The conversation of a person with the bot. */
  readonly directChannel: (user: Person) => Place;
  /** Takes permissions from a member (the bot, where none is named) in a channel. */
  readonly deny: (denied: {
    readonly channel: Place;
    readonly permissions: bigint;
    readonly user?: Person;
  }) => void;
  readonly removeBotFromGuild: (guild: Place) => void;
  readonly addBotToGuild: (guild: Place) => void;
}

export function createBuilder(inside: Inside): Builder {
  const { world, newId, gateway, settings } = inside;
  const tell = (name: string, data: () => unknown): void =>
    gateway.dispatch({ name, intents: GatewayIntentBits.Guilds, data });
  const guildOf = (place: Place): StoredGuild => {
    const guild = world.guilds.get(place.id);
    if (guild === undefined) throw new Error(`There is no server ${place.id}.`);
    return guild;
  };
  const hasBot = (guildId: string | undefined): boolean =>
    guildId !== undefined && world.guilds.get(guildId)?.members.has(settings.botUserId) === true;
  const keepChannel = (
    channel: Omit<StoredChannel, 'parentId' | 'threadOf' | 'overwrites'>,
  ): Place => {
    const stored = { ...channel, parentId: undefined, threadOf: undefined, overwrites: [] };
    world.channels.set(stored.id, stored);
    if (hasBot(stored.guildId))
      tell(GatewayDispatchEvents.ChannelCreate, () => renderChannel(world, stored));
    return { id: stored.id };
  };
  const addBotToGuild = (place: Place): void => {
    const guild = guildOf(place);
    guild.members.set(
      settings.botUserId,
      giveRole(inside, guild, { name: 'Nutgraf', permissions: invitedPermissions }),
    );
    tell(GatewayDispatchEvents.GuildCreate, () =>
      renderWholeGuild(world, guild, settings.botUserId),
    );
  };
  return {
    addUser: ({ name, bot, refusesDirectMessages = false }) => {
      const id = newId();
      world.users.set(id, {
        id,
        username: name,
        global_name: name,
        discriminator: '0',
        avatar: null,
        ...(bot === true ? { bot } : {}),
      });
      if (refusesDirectMessages) world.refusingDirectMessages.add(id);
      return { id, name };
    },
    addGuild: ({ name, owner, withBot = true, everyone = everyonesPermissions }) => {
      const id = newId();
      const guild: StoredGuild = {
        id,
        name,
        ownerId: owner.id,
        roles: [],
        members: new Map([[owner.id, []]]),
      };
      guild.roles.push({ ...plainRole, id, name: '@everyone', permissions: everyone.toString() });
      world.guilds.set(id, guild);
      if (withBot) addBotToGuild({ id });
      return { id };
    },
    addMember: ({ guild, user, permissions }) => {
      const stored = guildOf(guild);
      stored.members.set(
        user.id,
        permissions === undefined
          ? []
          : giveRole(inside, stored, { name: `of ${user.name}`, permissions }),
      );
    },
    addChannel: ({ guild, name, type = ChannelType.GuildText }) =>
      keepChannel({ id: newId(), type, name, guildId: guildOf(guild).id, recipientIds: [] }),
    addPrivateChannel: (users) =>
      keepChannel({
        id: newId(),
        type: users.length > 2 ? ChannelType.GroupDM : ChannelType.DM,
        name: null,
        guildId: undefined,
        recipientIds: users.map(({ id }) => id),
      }),
    directChannel: (user) => ({ id: directChannel(inside, user.id) }),
    deny: ({ channel, permissions, user }) => {
      const stored = world.channels.get(channel.id);
      if (stored === undefined) throw new Error(`There is no channel ${channel.id}.`);
      const overwrite: APIOverwrite = {
        id: user?.id ?? settings.botUserId,
        type: OverwriteType.Member,
        allow: '0',
        deny: permissions.toString(),
      };
      stored.overwrites.push(overwrite);
      if (hasBot(stored.guildId))
        tell(GatewayDispatchEvents.ChannelUpdate, () => renderChannel(world, stored));
    },
    removeBotFromGuild: (place) => {
      guildOf(place).members.delete(settings.botUserId);
      tell(GatewayDispatchEvents.GuildDelete, () => ({ id: place.id }));
    },
    addBotToGuild,
  };
}

const plainRole = {
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

function giveRole(
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
