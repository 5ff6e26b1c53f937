import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { GatewayEvent } from '../gateway/gateway.ts';
import type { Inside } from '../inside.ts';
import { permissionsIn } from './permissions-in.ts';
import { renderMessage } from './render-message.ts';
import { renderMember } from './render-member.ts';
import { withholdContent } from './withhold-content.ts';
import type { StoredChannel, StoredMessage } from './world.ts';

/** Tells the bot of a message, where it would be told; the event that was sent, to be sent again. */
export function publishMessage(
  inside: Inside,
  message: StoredMessage,
  how: { readonly name: 'create' | 'update'; readonly nonce?: string | number },
): GatewayEvent | undefined {
  const channel = inside.world.channels.get(message.channelId);
  if (channel === undefined || message.onlyFor !== undefined || !hears(inside, channel))
    return undefined;
  const whole = renderMessage(inside, message);
  const event: GatewayEvent = {
    name:
      how.name === 'create'
        ? GatewayDispatchEvents.MessageCreate
        : GatewayDispatchEvents.MessageUpdate,
    intents: intentsFor(channel),
    data: (readsContent) => ({
      ...withholdContent(whole, {
        botUserId: inside.settings.botUserId,
        readsContent,
        isDirect: isDirect(channel),
      }),
      ...(how.nonce === undefined ? {} : { nonce: how.nonce }),
      ...guildFields(inside, channel, message),
    }),
  };
  inside.gateway.dispatch(event);
  inside.log.changed();
  return event;
}

export function publishDeletion(inside: Inside, message: StoredMessage): void {
  const channel = inside.world.channels.get(message.channelId);
  if (channel === undefined || message.onlyFor !== undefined || !hears(inside, channel)) return;
  const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  const data = { id: message.id, channel_id: channel.id, ...guild };
  inside.gateway.dispatch({
    name: GatewayDispatchEvents.MessageDelete,
    intents: intentsFor(channel),
    data: () => data,
  });
}

/** Direct messages with the bot itself; other people's are none of them. */
export function isDirect(channel: StoredChannel): boolean {
  return channel.type === ChannelType.DM;
}

function hears(inside: Inside, channel: StoredChannel): boolean {
  return (
    (permissionsIn(inside.world, channel, inside.settings.botUserId) &
      PermissionFlagsBits.ViewChannel) !==
    0n
  );
}

function intentsFor(channel: StoredChannel): number {
  return channel.guildId === undefined
    ? GatewayIntentBits.DirectMessages
    : GatewayIntentBits.GuildMessages;
}

function guildFields(
  inside: Inside,
  channel: StoredChannel,
  message: StoredMessage,
): Record<string, unknown> {
  const guild =
    channel.guildId === undefined ? undefined : inside.world.guilds.get(channel.guildId);
  if (guild === undefined) return {};
  return {
    guild_id: guild.id,
    ...(guild.members.has(message.author.id)
      ? { member: renderMember(guild, message.author.id) }
      : {}),
  };
}
