import type {
  AnswerName,
  Ask,
  FollowUpRequest,
  Source,
  SummarizeRequest,
} from '../../../ports/request.ts';
import { fieldAt, textAt } from '../../payload-field.ts';
import { SLACK, messageIdOf, writeAddress } from '../wire/slack-address.ts';
import { readMessageText } from './read-message-text.ts';
import { readSources } from './read-sources.ts';
import { readWords } from './read-words.ts';

export interface Hearing {
  readonly place: string;
  readonly botUserId: string;
}

/** What people write; joins, pins and the like carry other subtypes. */
const SPOKEN: ReadonlySet<string> = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);

/**
 * What a message asks of the bot, if anything: a mention, a direct message, or one of the four words in a thread. A
 * mention comes as `app_mention` and again as `message`, after an edit once more; all are read alike and have one id.
 * Only what had nothing to work on has an id of its own: so that the bot answers once more when an edit adds something.
 */
export function readMessage(
  event: unknown,
  hearing: Hearing,
): SummarizeRequest | FollowUpRequest | undefined {
  const edited = readEdited(event);
  if (edited !== undefined) return edited === 'same' ? undefined : readSpoken(edited, hearing);
  return SPOKEN.has(textAt(event, 'subtype')) ? readSpoken(event, hearing) : undefined;
}

/**
 * In direct messages an edit comes as `message_changed` alone. `same` where nobody edited it: a link's preview, a
 * reply counted. `undefined` where it is another event.
 */
function readEdited(event: unknown): unknown {
  if (textAt(event, 'subtype') !== 'message_changed') return undefined;
  const editedTs = textAt(event, 'message', 'edited', 'ts');
  const isEdit = editedTs !== '' && editedTs !== textAt(event, 'previous_message', 'edited', 'ts');
  const isSpoken = SPOKEN.has(textAt(event, 'message', 'subtype'));
  if (!isEdit || !isSpoken || textAt(event, 'channel_type') !== 'im') return 'same';
  const message = fieldAt(event, 'message');
  return { ...(message as object), channel: textAt(event, 'channel'), channel_type: 'im' };
}

interface Heard {
  readonly message: unknown;
  readonly hearing: Hearing;
  readonly channel: string;
  readonly ts: string;
  /** Empty where the message stands in no thread. */
  readonly threadTs: string;
  readonly isDirect: boolean;
  readonly text: string;
}

function readSpoken(message: unknown, hearing: Hearing) {
  const user = textAt(message, 'user');
  const channel = textAt(message, 'channel');
  const ts = textAt(message, 'ts');
  const isBot = textAt(message, 'bot_id') !== '' || user === hearing.botUserId || user === '';
  if (isBot || channel === '' || ts === '') return undefined;
  const rootTs = textAt(message, 'thread_ts');
  const heard: Heard = {
    message,
    hearing,
    channel,
    ts,
    threadTs: rootTs === ts ? '' : rootTs,
    isDirect: textAt(message, 'channel_type') === 'im' || channel.startsWith('D'),
    text: readMessageText(message, hearing.botUserId),
  };
  const isForUs = heard.isDirect || isMentioned(hearing.botUserId, textAt(message, 'text'));
  return isForUs ? readAddressed(heard) : readOverheard(heard);
}

/** `<@U…>`, or with a name as older clients write it. */
function isMentioned(user: string, text: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** Talk among others: for the bot only where it is one of the four words and nothing else. */
function readOverheard(heard: Heard): FollowUpRequest | undefined {
  const word = findWord(heard.text);
  return word === undefined || heard.threadTs === ''
    ? undefined
    : followUp(heard, {
        ask: word,
        about: answerInThread(heard),
        isAddressed: false,
        otherwise: [],
      });
}

function readAddressed(heard: Heard): SummarizeRequest | FollowUpRequest | undefined {
  const sources = readSources(heard.message, heard.hearing.botUserId);
  if (sources.length > 0) return summarize(heard, sources);
  if (heard.threadTs !== '') {
    const root: Source = {
      kind: 'message',
      message: { channel: heard.channel, ts: heard.threadTs },
    };
    if (isKindness(heard.text)) return undefined;
    if (asksForThread(heard.text)) return summarize(heard, [root]);
    const about = answerInThread(heard);
    return followUp(heard, {
      ask: readAsk(heard.text),
      about,
      isAddressed: true,
      otherwise: [root],
    });
  }
  // Once it was answered with help, or with a summary, an edit that leaves nothing asks for nothing.
  if (textAt(heard.message, 'edited', 'ts') !== '') return undefined;
  return heard.isDirect ? readTalk(heard) : summarize(heard, []);
}

/** Said in a direct message outside of any thread: it is about the latest answer there. */
function readTalk(heard: Heard): SummarizeRequest | FollowUpRequest | undefined {
  if (isKindness(heard.text)) return undefined;
  if (asksForThread(heard.text) || isHelp(heard.text)) return summarize(heard, []);
  const about = { latestIn: heard.channel };
  return followUp(heard, { ask: readAsk(heard.text), about, isAddressed: true, otherwise: [] });
}

function answerInThread({ channel, threadTs }: Heard): AnswerName {
  return { messageId: messageIdOf(channel, threadTs) };
}

/** One of the four words, or else a question. */
function readAsk(text: string): Ask {
  return findWord(text) ?? { kind: 'question', text };
}

const FOUR_WORDS = ['shorter', 'longer', 'quotes', 'sources'] as const;

function findWord(text: string): Ask | undefined {
  const said = text.trim().toLowerCase();
  const kind = FOUR_WORDS.find((word) => word === said);
  return kind === undefined ? undefined : { kind };
}

/** Words that ask for what the thread is about and for nothing in particular. */
const IDLE =
  /^(?:please|pls|hey|hi|hello|can|could|you|summari[sz]e|summary|tl;?dr|read|give|me|us|a|the|this|that|it|here|there|above|of|article|link|story|thread)$/iu;

function isHelp(text: string): boolean {
  return wordsOf(text).join(' ').toLowerCase() === 'help';
}

function asksForThread(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= 12 && words.every((word) => IDLE.test(word));
}

/** Said to be kind: neither a question nor a wish. */
const KIND =
  /^(?:thanks?|thank|you|thx|ty|cheers|great|nice|cool|perfect|good|job|ok|okay|bot|so|much|very|a|lot)$/iu;

function isKindness(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.length <= 6 && words.every((word) => KIND.test(word));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s.,:!?]+/u).filter((word) => word !== '');
}

function summarize(heard: Heard, sources: readonly Source[]): SummarizeRequest {
  const id = idOf(heard);
  return {
    kind: 'summarize',
    ...asked(heard),
    id: sources.length === 0 ? `${id}:nothing` : id,
    sources,
    ...wishesBeside(sources, heard.text),
  };
}

/** `short`, `quotes 3` beside a link. A text that is to be summarized has its words for itself. */
function wishesBeside(
  sources: readonly Source[],
  text: string,
): Pick<SummarizeRequest, 'length' | 'maxQuotes'> {
  if (sources.length === 0 || sources.some(({ kind }) => kind === 'text')) return {};
  const { length, maxQuotes } = readWords(text);
  return {
    ...(length === undefined ? {} : { length }),
    ...(maxQuotes === undefined ? {} : { maxQuotes }),
  };
}

interface Said {
  readonly ask: Ask;
  readonly about: AnswerName;
  readonly isAddressed: boolean;
  readonly otherwise: readonly Source[];
}

function followUp(heard: Heard, { ask, about, isAddressed, otherwise }: Said): FollowUpRequest {
  return {
    kind: 'follow-up',
    ...asked(heard),
    id: idOf(heard),
    about,
    ask,
    from: { kind: 'reply', isAddressed, otherwise },
    isModerator: false,
  };
}

function idOf({ channel, ts }: Heard): string {
  return `message:${channel}:${ts}`;
}

function asked({ message, hearing, channel, ts, threadTs, isDirect }: Heard) {
  const user = textAt(message, 'user');
  return {
    platform: SLACK,
    person: user,
    channel,
    place: hearing.place,
    replyTo: {
      platform: SLACK,
      address: writeAddress({
        kind: 'thread',
        channel,
        threadTs: threadTs === '' ? ts : threadTs,
        user,
        wasThere: threadTs !== '',
        isDirect,
      }),
      showsWaiting: false,
    },
    isPrivate: false,
  };
}
