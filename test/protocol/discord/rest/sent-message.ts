import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  MessageType,
} from 'discord-api-types/v10';
import { EmbedType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Inside } from '../inside.ts';
import {
  everybodysRules,
  findMentions,
  interactionRules,
  notePings,
} from '../world/find-mentions.ts';
import type { Mentions } from '../world/find-mentions.ts';
import type { StoredChannel, StoredFile, StoredMessage } from '../world/world.ts';
import { refusals } from './api-error.ts';
import { mayInChannel } from './find-channel.ts';
import type { Upload } from './route.ts';

/** A message's body after it was checked. */
export interface SentBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?:
    readonly { readonly id: string | number; readonly filename?: string }[] | null;
  readonly flags?: number | null;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: {
    readonly message_id: string;
    readonly fail_if_not_exists?: boolean;
  };
}

export interface NewMessage {
  readonly channel: StoredChannel;
  readonly body: SentBody;
  readonly uploads: readonly Upload[];
  readonly type: MessageType;
  readonly replyTo: StoredMessage['replyTo'];
  readonly onlyFor: string | undefined;
  readonly interactionId: string | undefined;
}

/** Keeps a message that the bot sent; 50006 where there is nothing in it, unless it is "thinking". */
export function keepSentMessage(inside: Inside, sent: NewMessage): StoredMessage {
  const { channel, body } = sent;
  const bot = inside.world.users.get(inside.settings.botUserId);
  if (bot === undefined) throw refusals.unauthorized();
  const author = bot;
  const id = inside.newId();
  const content = (body.content ?? '').trim();
  const isPrivate = sent.onlyFor !== undefined;
  const message: StoredMessage = {
    id,
    channelId: channel.id,
    author,
    type: sent.type,
    createdAtMs: inside.clock.now(),
    replyTo: sent.replyTo,
    onlyFor: sent.onlyFor,
    interactionId: sent.interactionId,
    content,
    embeds: richEmbeds(body.embeds ?? []),
    components: body.components ?? [],
    files: sent.uploads.map((upload) =>
      storeUpload(inside, upload, { channelId: channel.id, isPrivate }),
    ),
    flags: (body.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0),
    ...mentionFields({ userIds: [], roleIds: [], everyone: false }),
    editedAtMs: undefined,
    isDeleted: false,
  };
  if (isEmpty(message) && (message.flags & MessageFlags.Loading) === 0)
    throw refusals.emptyMessage();
  noteMentions(inside, { channel, message, body });
  inside.world.messages.set(id, message);
  return message;
}

/** Changes a message as the bot asked; what it does not name stays. */
export function changeSentMessage(
  inside: Inside,
  message: StoredMessage,
  change: { readonly body: SentBody; readonly uploads: readonly Upload[] },
): void {
  const { body, uploads } = change;
  const channel = inside.world.channels.get(message.channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  const wasThinking = (message.flags & MessageFlags.Loading) !== 0;
  const isPrivate = message.onlyFor !== undefined;
  const kept =
    body.attachments === undefined
      ? message.files
      : message.files.filter(({ id }) => body.attachments?.some((one) => String(one.id) === id));
  const added = uploads.map((upload) =>
    storeUpload(inside, upload, { channelId: channel.id, isPrivate }),
  );
  const suppress =
    body.flags === undefined || body.flags === null
      ? message.flags & MessageFlags.SuppressEmbeds
      : body.flags & MessageFlags.SuppressEmbeds;
  const next = {
    content: body.content === undefined ? message.content : (body.content ?? '').trim(),
    embeds: body.embeds === undefined ? message.embeds : richEmbeds(body.embeds ?? []),
    components: body.components === undefined ? message.components : (body.components ?? []),
    files: [...kept, ...added],
    flags: (message.flags & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds)) | suppress,
  };
  if (isEmpty({ ...message, ...next })) throw refusals.emptyMessage();
  Object.assign(message, next);
  // The answer that takes the place of "thinking" is not an edit to anybody.
  if (!wasThinking) message.editedAtMs = inside.clock.now();
  if (body.content !== undefined || body.allowed_mentions !== undefined)
    noteMentions(inside, { channel, message, body });
}

function noteMentions(
  inside: Inside,
  about: {
    readonly channel: StoredChannel;
    readonly message: StoredMessage;
    readonly body: SentBody;
  },
): void {
  const { channel, message, body } = about;
  const isAnswer = message.interactionId !== undefined;
  const target =
    message.replyTo === undefined || isAnswer
      ? undefined
      : inside.world.messages.get(message.replyTo.messageId);
  const mentions = findMentions(inside, message.content, {
    allowed: body.allowed_mentions,
    byDefault: isAnswer ? interactionRules : everybodysRules,
    repliedTo: message.editedAtMs === undefined ? target?.author.id : undefined,
    mayMentionEveryone: mayInChannel(inside, channel, PermissionFlagsBits.MentionEveryone),
  });
  Object.assign(message, mentionFields(mentions));
  notePings(inside, { channel, messageId: message.id }, mentions);
}

export function mentionFields(
  mentions: Mentions,
): Pick<StoredMessage, 'mentions' | 'mentionRoles' | 'mentionsEveryone'> {
  return {
    mentions: mentions.userIds,
    mentionRoles: mentions.roleIds,
    mentionsEveryone: mentions.everyone,
  };
}

function isEmpty(
  message: Pick<StoredMessage, 'content' | 'embeds' | 'components' | 'files'>,
): boolean {
  return (
    message.content === '' &&
    message.embeds.length + message.components.length + message.files.length === 0
  );
}

function richEmbeds(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
  return embeds.map((embed) => ({ ...embed, type: EmbedType.Rich }));
}

function storeUpload(
  inside: Inside,
  upload: Upload,
  at: { readonly channelId: string; readonly isPrivate: boolean },
): StoredFile {
  return {
    id: inside.newId(),
    channelId: at.channelId,
    name: upload.name.replace(/[^\w.-]/gu, '_'),
    bytes: upload.bytes,
    contentType: upload.contentType,
    isEphemeral: at.isPrivate,
  };
}
