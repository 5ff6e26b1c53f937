import type { Ask } from '../../../ports/request.ts';
import type { Length } from '../../../summary/summary.ts';

const FOUR_WORDS = ['shorter', 'longer', 'quotes', 'sources'] as const;

/** One of the four words that a reply to a summary may be. */
export function findWord(text: string): Ask | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/u, '');
  const kind = FOUR_WORDS.find((word) => word === said);
  return kind === undefined ? undefined : { kind };
}

/** Said to be kind: neither a question nor a wish. */
const KIND =
  /^(?:thanks?|thank|you|thx|ty|cheers|great|nice|cool|perfect|good|job|ok|okay|bot|so|much|very|a|lot)$/iu;

/** Whether a text is a word of thanks or nothing but emoji. */
export function isKindness(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 6) return false;
  return words.every((word) => KIND.test(word) || EMOJI.test(word));
}

const EMOJI = /^(?:<a?:\w+:\d+>|[\p{Extended_Pictographic}\p{Emoji_Component}\p{M}])+$/u;

/** Words that ask for a summary and for nothing in particular. */
const IDLE =
  /^(?:please|pls|hey|hi|hello|can|could|would|you|summari[sz]e|summary|tl;?dr|read|give|make|me|us|a|the|this|that|it|here|there|above|of|article|link|story|post|thread|brief|short|standard|detailed|long)$/iu;
const MAX_IDLE_WORDS = 12;

/** Whether a text says no more than that something is to be summarized. */
export function isIdle(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= MAX_IDLE_WORDS && words.every((word) => IDLE.test(word));
}

/** Whether a text is the word “help” and nothing else. */
export function isHelp(text: string): boolean {
  return wordsOf(text).join(' ').toLowerCase() === 'help';
}

const LENGTHS: ReadonlyMap<string, Length> = new Map([
  ['brief', 'brief'],
  ['short', 'brief'],
  ['standard', 'standard'],
  ['detailed', 'detailed'],
  ['long', 'detailed'],
]);
const MAX_WORDS = 4;

/** The length that somebody asks for beside their links: `short`, `make it long`. In longer talk it is no wish. */
export function findLength(text: string): Length | undefined {
  const words = wordsOf(text.replace(/https?:\/\/\S+/giu, ''));
  if (words.length > MAX_WORDS) return undefined;
  return words.map((word) => LENGTHS.get(word.toLowerCase())).find((one) => one !== undefined);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s.,!?]+/u).filter((word) => word !== '');
}
