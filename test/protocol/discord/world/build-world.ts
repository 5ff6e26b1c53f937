import { ChannelType, GatewayDispatchEvents, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { directChannel } from '../rest/guild-routes.ts';
import { createChanges, findStoredGuild, tellOfChannel } from './change-world.ts';
import type { Changes } from './change-world.ts';
import { giveRole, invitedPermissions, plainRole } from './give-role.ts';
import type { Person, Place } from './person.ts';
import type { StoredChannel, StoredGuild } from './world.ts';

const everyonesPermissions =
  invitedPermissions |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;

export interface Builder extends Changes {
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
}

export function createBuilder(inside: Inside): Builder {
  const { world, newId } = inside;
  const changes = createChanges(inside);
  const guildOf = (place: Place): StoredGuild => findStoredGuild(inside, place.id);
  const keepChannel = (
    channel: Omit<StoredChannel, 'parentId' | 'threadOf' | 'overwrites'>,
  ): Place => {
    const stored = { ...channel, parentId: undefined, threadOf: undefined, overwrites: [] };
    world.channels.set(stored.id, stored);
    tellOfChannel(inside, GatewayDispatchEvents.ChannelCreate, stored);
    return { id: stored.id };
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
      if (withBot) changes.addBotToGuild({ id });
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
    ...changes,
  };
}
