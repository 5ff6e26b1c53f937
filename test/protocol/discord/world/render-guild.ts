import { permissionsIn, isThread } from './permissions-in.ts';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { renderChannel } from './render-channel.ts';
import { renderGuildMember } from './render-member.ts';
import type { StoredGuild, World } from './world.ts';

/** A server as `GET /guilds/{id}` shows it. https://discord.com/developers/docs/resources/guild#guild-object */
export function renderGuild(guild: StoredGuild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: guild.roles,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    nsfw_level: 0,
    incidents_data: null,
  };
}

/** The same with everything that GUILD_CREATE adds, as far as the bot sees it. */
export function renderWholeGuild(
  world: World,
  guild: StoredGuild,
  botUserId: string,
): Record<string, unknown> {
  const all = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const seen = all.filter(
    (one) => (permissionsIn(world, one, botUserId) & PermissionFlagsBits.ViewChannel) !== 0n,
  );
  const bot = world.users.get(botUserId);
  return {
    ...renderGuild(guild),
    joined_at: '2024-03-01T09:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot === undefined ? [] : [renderGuildMember(guild, bot)],
    // Channels that a bot may not see are told all the same; only threads are left out.
    channels: all.filter((one) => !isThread(one)).map((one) => renderChannel(world, one)),
    threads: seen.filter(isThread).map((one) => renderChannel(world, one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
