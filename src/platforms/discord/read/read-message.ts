import { MessageType, type APIMessage, type ChannelType } from 'discord.js';
import type {
  AnswerName,
  FollowUpRequest,
  Source,
  SummarizeRequest,
} from '../../../ports/request.ts';
import { buttonsIn } from '../wire/buttons-in.ts';
import { DISCORD, destinationOf } from '../wire/discord-address.ts';
import { pointAt } from './pointer.ts';
import { readSources } from './read-sources.ts';
import { findLength, findWord, isHelp, isIdle, isKindness } from './read-words.ts';

/** A message as the gateway tells of it. */
export type HeardMessage = APIMessage & {
  readonly guild_id?: string;
  readonly channel_type?: ChannelType;
};

export interface Hearing {
  readonly botUserId: string;
  /** The role that Discord made for the bot in this server; people mention it by mistake. */
  readonly botRoleId?: string;
  /** Whether what people write comes without a mention too. */
  readonly readsContent: boolean;
  readonly isThread: boolean;
  /** ms since 1970 */
  readonly nowMs: number;
}

export type Meaning =
  | { readonly kind: 'request'; readonly request: SummarizeRequest | FollowUpRequest }
  /** Said to the bot, which Discord does not show what. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'nothing' };

const NOTHING: Meaning = { kind: 'nothing' };

/** Ours: later edits of a mention are no new wish, and its first version may be remembered no longer. */
const MAX_EDIT_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * What a message asks of the bot, if anything: a mention, a direct message, a reply to a message of ours.
 *
 * An edited message has the same id, and so one request at most: the core knows it when it has had something to work
 * on before. A mention with nothing to work on is answered with help and not written down, so an edit that adds a
 * link is the first request of its message. An edit that leaves nothing asks for nothing.
 */
export function readMessage(message: HeardMessage, hearing: Hearing): Meaning {
  if (!isSpoken(message, hearing)) return NOTHING;
  const isEdit = typeof message.edited_timestamp === 'string';
  const heard = listen(message, hearing);
  if (!heard.isDirect && !heard.isMention && !heard.isReplyToUs) return NOTHING;
  if (isWithheld(heard)) return isEdit ? NOTHING : { kind: 'withheld' };
  const request = readAddressed(heard);
  const asksForHelp = request?.kind === 'summarize' && request.sources.length === 0;
  return request === undefined || (isEdit && asksForHelp) ? NOTHING : { kind: 'request', request };
}

/** By a person, and no system's notice (joins, pins, calls); an edit must be a person's and a recent one's. */
function isSpoken(message: HeardMessage, { botUserId, nowMs }: Hearing): boolean {
  const { author, type } = message;
  if (author.bot === true || author.id === botUserId || message.webhook_id !== undefined)
    return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  const isEdit = typeof message.edited_timestamp === 'string';
  return !isEdit || nowMs - Date.parse(message.timestamp) < MAX_EDIT_AGE_MS;
}

interface Heard {
  readonly message: HeardMessage;
  readonly hearing: Hearing;
  /** What was written, without the mention of the bot. */
  readonly words: string;
  readonly isDirect: boolean;
  readonly isMention: boolean;
  readonly isReplyToUs: boolean;
}

function listen(message: HeardMessage, hearing: Hearing): Heard {
  const { botUserId, botRoleId } = hearing;
  const mention = new RegExp(`<@!?${botUserId}>`, 'gu');
  const words = message.content.replace(mention, ' ');
  const isRole = botRoleId !== undefined && message.mention_roles.includes(botRoleId);
  return {
    message,
    hearing,
    words: (isRole ? words.replaceAll(`<@&${botRoleId}>`, ' ') : words).trim(),
    isDirect: message.guild_id === undefined,
    isMention: words !== message.content || isRole,
    isReplyToUs:
      message.type === MessageType.Reply && message.referenced_message?.author.id === botUserId,
  };
}

function isWithheld({ message, hearing, isDirect }: Heard): boolean {
  if (hearing.readsContent || isDirect || message.content !== '') return false;
  const isMentioned = message.mentions.some(({ id }) => id === hearing.botUserId);
  return !isMentioned && message.attachments.length === 0;
}

function readAddressed(heard: Heard): SummarizeRequest | FollowUpRequest | undefined {
  const { message, words, isDirect, isMention, isReplyToUs, hearing } = heard;
  if (isKindness(words)) return undefined;
  const sources = readSources(message, words);
  const isBare = words.replace(/https?:\/\/\S+/giu, '').trim() === '';
  if (sources.length > 0 && (isDirect || isMention || isBare)) return summarize(heard, sources);
  if (isReplyToUs) {
    if (words !== '') return askAbout(heard, { message: message.referenced_message });
    return isMention || isDirect ? summarize(heard, []) : undefined;
  }
  const referred = message.message_reference?.message_id;
  if (message.type === MessageType.Reply && referred !== undefined) {
    const channel = message.channel_id;
    return summarize(heard, [pointAt({ kind: 'message', channel, message: referred })]);
  }
  if (hearing.isThread && message.id !== message.channel_id) {
    const start = pointAt({ kind: 'thread', thread: message.channel_id });
    if (isIdle(words)) return summarize(heard, [start]);
    return askAbout(heard, { id: message.channel_id, otherwise: [start] });
  }
  const isTalk = isDirect && !isIdle(words) && !isHelp(words);
  return isTalk ? askAbout(heard, { latestIn: message.channel_id }) : summarize(heard, []);
}

function summarize(heard: Heard, sources: readonly Source[]): SummarizeRequest {
  const length = findLength(heard.words);
  return {
    kind: 'summarize',
    ...asked(heard),
    sources,
    ...(length === undefined ? {} : { length }),
  };
}

interface About {
  /** A message of ours. */
  readonly message?: APIMessage | null | undefined;
  /** The channel of talk with the bot alone, in which the latest answer is meant. */
  readonly latestIn?: string;
  /** A message that may be ours: a thread has the id of the message that it was started from. */
  readonly id?: string;
  readonly otherwise?: readonly Source[];
}

/** One of the four words, or else a question. */
function askAbout(heard: Heard, about: About): FollowUpRequest {
  const { words, isDirect, isMention, hearing } = heard;
  const { otherwise = [] } = about;
  const word = findWord(words);
  const isPinged = heard.message.mentions.some((one) => one.id === hearing.botUserId);
  return {
    kind: 'follow-up',
    ...asked(heard),
    about: nameOf(about),
    ask: word ?? { kind: 'question', text: words },
    from: {
      kind: 'reply',
      isAddressed: isDirect || isMention || isPinged || word !== undefined,
      otherwise,
    },
    isModerator: false,
  };
}

function nameOf({ message, id, latestIn }: About): AnswerName {
  if (latestIn !== undefined) return { latestIn };
  const [button] = message == null ? [] : buttonsIn(message);
  return button === undefined ? { messageId: message?.id ?? id ?? '' } : { key: button.key };
}

function asked({ message }: Heard) {
  const { id, channel_id: channel, author, guild_id } = message;
  return {
    id: `message:${id}`,
    platform: DISCORD,
    person: author.id,
    channel,
    place: guild_id ?? `dm:${author.id}`,
    replyTo: destinationOf({ kind: 'reply', channel, message: id }, false),
    isPrivate: false,
  };
}
