import type { APIGuildMember, APIUser } from 'discord-api-types/v10';
import { bits } from './bits.ts';
import type { StoredGuild } from './world.ts';

/** A member, without the user inside. */
export function renderMember(guild: StoredGuild, userId: string): Omit<APIGuildMember, 'user'> {
  return {
    roles: guild.members.get(userId) ?? [],
    joined_at: '2024-03-01T09:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: bits(0),
    nick: null,
    avatar: null,
    premium_since: null,
    communication_disabled_until: null,
  };
}

export function renderGuildMember(guild: StoredGuild, user: APIUser): APIGuildMember {
  return { ...renderMember(guild, user.id), user };
}
