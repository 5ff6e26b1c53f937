import { ChannelType } from 'discord-api-types/v10';
import { shape, snowflake } from '../check/shape.ts';
import type { Inside } from '../inside.ts';
import { isThread } from '../world/permissions-in.ts';
import { renderChannel } from '../world/render-channel.ts';
import { renderGuild } from '../world/render-guild.ts';
import { renderGuildMember } from '../world/render-member.ts';
import { refusals } from './api-error.ts';
import { findChannel, findGuild } from './find-channel.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';

/** Servers, members, channels and direct messages. */
export const guildRoutes: readonly Route[] = [
  { method: 'GET', path: '/users/@me/guilds', auth: 'bot', handle: listGuilds },
  { method: 'POST', path: '/users/@me/channels', auth: 'bot', handle: openDirect },
  { method: 'GET', path: '/users/:user', auth: 'bot', handle: getUser },
  {
    method: 'GET',
    path: '/guilds/:guild',
    auth: 'bot',
    handle: ({ inside, param }) => ok(renderGuild(findGuild(inside, param('guild')))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    auth: 'bot',
    handle: ({ inside, param }) => ok(findGuild(inside, param('guild')).roles),
  },
  { method: 'GET', path: '/guilds/:guild/channels', auth: 'bot', handle: listChannels },
  { method: 'GET', path: '/guilds/:guild/members/:user', auth: 'bot', handle: getMember },
  {
    method: 'GET',
    path: '/channels/:channel',
    auth: 'bot',
    handle: ({ inside, param }) =>
      ok(renderChannel(inside.world, findChannel(inside, param('channel')))),
  },
];

function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

function listGuilds({ inside }: RestRequest): RestAnswer {
  const bots = [...inside.world.guilds.values()].filter(({ members }) =>
    members.has(inside.settings.botUserId),
  );
  return ok(
    bots.map(({ id, name }) => ({
      id,
      name,
      icon: null,
      banner: null,
      owner: false,
      permissions: '0',
      features: [],
    })),
  );
}

function getUser({ inside, param }: RestRequest): RestAnswer {
  const user = inside.world.users.get(param('user'));
  if (user === undefined) throw refusals.unknownUser();
  return ok(user);
}

function getMember({ inside, param }: RestRequest): RestAnswer {
  const guild = findGuild(inside, param('guild'));
  const user = inside.world.users.get(param('user'));
  if (user === undefined || !guild.members.has(user.id)) throw refusals.unknownMember();
  return ok(renderGuildMember(guild, user));
}

function listChannels({ inside, param }: RestRequest): RestAnswer {
  const guild = findGuild(inside, param('guild'));
  const channels = [...inside.world.channels.values()].filter(
    (one) => one.guildId === guild.id && !isThread(one),
  );
  return ok(channels.map((one) => renderChannel(inside.world, one)));
}

function openDirect({ inside, insist, body }: RestRequest): RestAnswer {
  insist(shape({ recipient_id: snowflake }, ['recipient_id']));
  const userId = (body as { readonly recipient_id: string }).recipient_id;
  if (!inside.world.users.has(userId)) throw refusals.unknownUser();
  return ok(
    renderChannel(inside.world, inside.world.channels.get(directChannel(inside, userId)) ?? fail()),
  );
}

/** The channel of a person and the bot, made on first use; its id. */
export function directChannel(inside: Inside, userId: string): string {
  const { botUserId } = inside.settings;
  for (const channel of inside.world.channels.values()) {
    if (
      channel.type === ChannelType.DM &&
      channel.recipientIds.includes(userId) &&
      channel.recipientIds.includes(botUserId)
    )
      return channel.id;
  }
  const id = inside.newId();
  inside.world.channels.set(id, {
    id,
    type: ChannelType.DM,
    name: null,
    guildId: undefined,
    parentId: undefined,
    overwrites: [],
    recipientIds: [userId, botUserId],
    threadOf: undefined,
  });
  return id;
}

function fail(): never {
  throw refusals.unknownChannel();
}
