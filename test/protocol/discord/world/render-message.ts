import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import { ChannelType, MessageFlags, MessageReferenceType } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import { bits } from './bits.ts';
import { renderChannel } from './render-channel.ts';
import type { StoredFile, StoredMessage } from './world.ts';

/** A message with everything in it; `withholdContent` takes away what the bot may not read. */
export function renderMessage(inside: Inside, message: StoredMessage): APIMessage {
  const { world } = inside;
  const replyTo = message.replyTo;
  const channel = world.channels.get(message.channelId);
  const thread = world.channels.get(message.id);
  const threadFlag = thread?.threadOf === undefined ? 0 : MessageFlags.HasThread;
  return {
    id: message.id,
    channel_id: message.channelId,
    author: message.author,
    content: message.content,
    timestamp: new Date(message.createdAtMs).toISOString(),
    edited_timestamp:
      message.editedAtMs === undefined ? null : new Date(message.editedAtMs).toISOString(),
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentions
      .map((id) => world.users.get(id))
      .filter((user) => user !== undefined),
    mention_roles: [...message.mentionRoles],
    attachments: message.files.map((file) => renderAttachment(inside, file)),
    embeds: (message.flags & MessageFlags.SuppressEmbeds) === 0 ? [...message.embeds] : [],
    components: [...message.components],
    pinned: false,
    type: message.type,
    flags: bits(message.flags | threadFlag),
    ...(replyTo === undefined ? {} : replyFields(inside, replyTo)),
    ...(message.interactionId === undefined
      ? {}
      : interactionFields(inside, message.interactionId)),
    ...(thread?.threadOf === undefined
      ? {}
      : { thread: renderChannel(world, thread) as unknown as NonNullable<APIMessage['thread']> }),
    ...(channel?.type === ChannelType.DM ? { channel_type: ChannelType.DM } : {}),
  };
}

/** An attachment with an address that is good from now on. */
export function renderAttachment(inside: Inside, file: StoredFile): APIAttachment {
  const url = inside.files.addressOf(file);
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(file.isEphemeral ? { ephemeral: true } : {}),
  };
}

function replyFields(
  inside: Inside,
  to: NonNullable<StoredMessage['replyTo']>,
): Partial<APIMessage> {
  const target = inside.world.messages.get(to.messageId);
  const guildId = inside.world.channels.get(to.channelId)?.guildId;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: to.channelId,
      message_id: to.messageId,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    // A reply to a reply shows one step only.
    referenced_message:
      target === undefined || target.isDeleted
        ? null
        : renderMessage(inside, { ...target, replyTo: undefined }),
  };
}

function interactionFields(inside: Inside, interactionId: string): Partial<APIMessage> {
  const interaction = inside.world.interactions.get(interactionId);
  const user = interaction === undefined ? undefined : inside.world.users.get(interaction.userId);
  const shown: Partial<APIMessage> = {
    application_id: inside.settings.applicationId,
    webhook_id: inside.settings.applicationId,
  };
  if (interaction === undefined || user === undefined) return shown;
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user,
    authorizing_integration_owners: interaction.owners,
    ...(interaction.sourceMessageId === undefined
      ? {}
      : { interacted_message_id: interaction.sourceMessageId }),
  };
  return {
    ...shown,
    interaction_metadata: metadata as unknown as NonNullable<APIMessage['interaction_metadata']>,
  };
}
