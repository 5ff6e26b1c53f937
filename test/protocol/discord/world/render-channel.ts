import { ChannelType } from 'discord-api-types/v10';
import { isThread } from './permissions-in.ts';
import type { StoredChannel, World } from './world.ts';

/** A channel as the API and the gateway show it. https://discord.com/developers/docs/resources/channel#channel-object */
export function renderChannel(world: World, channel: StoredChannel): Record<string, unknown> {
  const common = {
    id: channel.id,
    type: channel.type,
    flags: 0,
    last_message_id: lastMessageId(world, channel),
  };
  if (channel.guildId === undefined) return { ...common, ...privateFields(world, channel) };
  const inGuild = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
  };
  if (isThread(channel)) return { ...inGuild, ...threadFields(channel) };
  return {
    ...inGuild,
    position: 0,
    permission_overwrites: channel.overwrites,
    nsfw: false,
    topic: null,
    rate_limit_per_user: 0,
    ...(channel.type === ChannelType.GuildForum
      ? {
          available_tags: [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

function privateFields(world: World, channel: StoredChannel): Record<string, unknown> {
  const recipients = channel.recipientIds
    .map((id) => world.users.get(id))
    .filter((user) => user !== undefined);
  return channel.type === ChannelType.GroupDM
    ? { recipients, name: channel.name, icon: null, owner_id: channel.recipientIds[0] ?? null }
    : { recipients: recipients.filter(({ bot }) => bot !== true) };
}

function threadFields(channel: StoredChannel): Record<string, unknown> {
  return {
    owner_id: channel.threadOf?.ownerId,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 4320,
      archive_timestamp: '2024-03-01T09:00:00.000000+00:00',
      locked: false,
    },
  };
}

function lastMessageId(world: World, channel: StoredChannel): string | null {
  let last: string | null = null;
  for (const message of world.messages.values()) {
    if (message.channelId === channel.id && message.onlyFor === undefined) last = message.id;
  }
  return last;
}
