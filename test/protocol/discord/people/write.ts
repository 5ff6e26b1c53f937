import type { APIEmbed } from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import type { GatewayEvent } from '../gateway/gateway.ts';
import type { Inside } from '../inside.ts';
import { mentionFields } from '../rest/sent-message.ts';
import type { Person, Place } from '../world/person.ts';
import { everybodysRules, findMentions } from '../world/find-mentions.ts';
import type { Mentions } from '../world/find-mentions.ts';
import { publishDeletion, publishMessage } from '../world/publish.ts';
import type { StoredFile, StoredMessage } from '../world/world.ts';

export interface FileDraft {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly contentType?: string;
}

export interface Saying {
  readonly channel: Place;
  readonly user: Person;
  readonly content?: string;
  readonly files?: readonly FileDraft[];
  readonly replyTo?: { readonly id: string };
  /** Who pays writes up to 4000 characters. */
  readonly hasNitro?: boolean;
  /** Whether a reply notifies whom it answers, as clients do unless told otherwise. */
  readonly ping?: boolean;
}

export interface Said {
  readonly id: string;
  readonly channelId: string;
  /** Sends the same event once more, as after a resume that repeats. */
  readonly redeliver: () => void;
}

export interface Writing {
  /** Writes a message as a person (or another bot) does. */
  readonly say: (saying: Saying) => Said;
  readonly editMessage: (message: { readonly id: string }, content: string) => Said;
  /** Discord adds the preview of a link: an update that nobody made. */
  readonly unfurl: (message: { readonly id: string }, embeds: readonly APIEmbed[]) => Said;
  readonly deleteMessage: (message: { readonly id: string }) => void;
}

export function createWriting(inside: Inside): Writing {
  const { world } = inside;
  const find = (id: string): StoredMessage => {
    const message = world.messages.get(id);
    if (message === undefined || message.isDeleted) throw new Error(`There is no message ${id}.`);
    return message;
  };
  const said = (message: StoredMessage, event: GatewayEvent | undefined): Said => ({
    id: message.id,
    channelId: message.channelId,
    redeliver: () => {
      if (event === undefined) throw new Error('The bot was never told of this message.');
      inside.gateway.dispatch(event);
    },
  });
  return {
    say: (saying) => {
      const message = keep(inside, saying);
      return said(message, publishMessage(inside, message, { name: 'create' }));
    },
    editMessage: ({ id }, content) => {
      const message = find(id);
      Object.assign(message, {
        content,
        editedAtMs: inside.clock.now(),
        ...mentionFields(mentionsOf(inside, content, undefined)),
      });
      return said(message, publishMessage(inside, message, { name: 'update' }));
    },
    unfurl: ({ id }, embeds) => {
      const message = find(id);
      message.embeds = embeds;
      return said(message, publishMessage(inside, message, { name: 'update' }));
    },
    deleteMessage: ({ id }) => {
      const message = find(id);
      message.isDeleted = true;
      publishDeletion(inside, message);
    },
  };
}

function keep(inside: Inside, saying: Saying): StoredMessage {
  const { channel, user, content = '', files = [], replyTo, hasNitro, ping = true } = saying;
  const stored = inside.world.users.get(user.id);
  if (stored === undefined || !inside.world.channels.has(channel.id))
    throw new Error('Nobody there to say this.');
  if (content.length > (hasNitro === true ? 4000 : 2000))
    throw new Error('A client turns what is longer than 2000 into message.txt.');
  const author = stored;
  const target = replyTo === undefined ? undefined : inside.world.messages.get(replyTo.id);
  const message: StoredMessage = {
    id: inside.newId(),
    channelId: channel.id,
    author,
    type: target === undefined ? MessageType.Default : MessageType.Reply,
    createdAtMs: inside.clock.now(),
    replyTo: target === undefined ? undefined : { channelId: channel.id, messageId: target.id },
    onlyFor: undefined,
    interactionId: undefined,
    content,
    embeds: [],
    components: [],
    files: files.map((file) =>
      storeDraft(inside, file, { channelId: channel.id, isEphemeral: false }),
    ),
    flags: 0,
    ...mentionFields(mentionsOf(inside, content, ping ? target?.author.id : undefined)),
    editedAtMs: undefined,
    isDeleted: false,
  };
  inside.world.messages.set(message.id, message);
  return message;
}

function mentionsOf(inside: Inside, content: string, repliedTo: string | undefined): Mentions {
  return findMentions(inside, content, {
    allowed: undefined,
    byDefault: everybodysRules,
    repliedTo,
    mayMentionEveryone: true,
  });
}

export function storeDraft(
  inside: Inside,
  file: FileDraft,
  at: { readonly channelId: string; readonly isEphemeral: boolean },
): StoredFile {
  const bytes = typeof file.bytes === 'string' ? new TextEncoder().encode(file.bytes) : file.bytes;
  const contentType =
    file.contentType ??
    (file.name.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'application/octet-stream');
  return {
    id: inside.newId(),
    channelId: at.channelId,
    name: file.name,
    bytes,
    contentType,
    isEphemeral: at.isEphemeral,
  };
}
