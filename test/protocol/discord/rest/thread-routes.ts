import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { oneOf, orNull, shape, text, whole } from '../check/shape.ts';
import { publishMessage } from '../world/publish.ts';
import { renderChannel } from '../world/render-channel.ts';
import type { Inside } from '../inside.ts';
import type { StoredChannel, StoredMessage } from '../world/world.ts';
import { refusals } from './api-error.ts';
import { findChannel, findMessage, insistOn } from './find-channel.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    auth: 'bot',
    handle: startThread,
  },
];

const checkThread = shape(
  {
    name: text({ min: 1, max: 100 }),
    auto_archive_duration: oneOf([60, 1440, 4320, 10080]),
    rate_limit_per_user: orNull(whole({ max: 21600 })),
  },
  ['name'],
);

/** The thread has the message's id, so there can be one only. */
function startThread({ inside, param, insist, body }: RestRequest): RestAnswer {
  const channel = findChannel(inside, param('channel'));
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement)
    throw refusals.notInThisChannel();
  const message = findMessage(inside, channel, param('message'));
  insist(checkThread);
  insistOn(inside, channel, PermissionFlagsBits.CreatePublicThreads);
  insistOn(inside, channel, PermissionFlagsBits.ReadMessageHistory);
  if (inside.world.channels.has(message.id)) throw refusals.threadExists();
  const thread: StoredChannel = {
    id: message.id,
    type:
      channel.type === ChannelType.GuildText
        ? ChannelType.PublicThread
        : ChannelType.AnnouncementThread,
    name: (body as { readonly name: string }).name,
    guildId: channel.guildId,
    parentId: channel.id,
    overwrites: [],
    recipientIds: [],
    threadOf: { messageId: message.id, ownerId: inside.settings.botUserId },
  };
  inside.world.channels.set(thread.id, thread);
  storeStarter(inside, { thread, message });
  const data = { ...renderChannel(inside.world, thread), newly_created: true };
  inside.gateway.dispatch({
    name: GatewayDispatchEvents.ThreadCreate,
    intents: GatewayIntentBits.Guilds,
    data: () => data,
  });
  publishMessage(inside, message, { name: 'update' });
  return { status: 201, body: renderChannel(inside.world, thread) };
}

/** The first message in a thread points at the one that it was started from, whose author it has, and says nothing. */
function storeStarter(
  inside: Inside,
  { thread, message }: { readonly thread: StoredChannel; readonly message: StoredMessage },
): void {
  const id = inside.newId();
  inside.world.messages.set(id, {
    id,
    channelId: thread.id,
    author: message.author,
    type: MessageType.ThreadStarterMessage,
    createdAtMs: inside.clock.now(),
    replyTo: { channelId: message.channelId, messageId: message.id },
    onlyFor: undefined,
    interactionId: undefined,
    content: '',
    embeds: [],
    components: [],
    files: [],
    flags: 0,
    mentions: [],
    mentionRoles: [],
    mentionsEveryone: false,
    editedAtMs: undefined,
    isDeleted: false,
  });
}
