import { readByline } from '../head/byline.ts';
import { findDateLine } from '../head/date-line.ts';
import { findCreditTail, isCredit } from './credit-line.ts';
import { findPhrase, phrasesOf, type PhraseKind, type PhraseMatch } from './phrase-book.ts';
import { foldLine } from './fold-line.ts';

/** What a line of a page is when it is no part of the story. It is also the name of the rule that cuts it. */
export type FurnitureKind =
  PhraseKind | 'credit' | 'caption' | 'byline' | 'date' | 'link' | 'ornament';

/** The longest line that is looked at; longer ones are prose or data, and no furniture has so much to say. */
const MAX_LINE_CHARS = 700;

/** How long a line may be that a phrase only starts or stands in, in characters. */
const maxChars: Readonly<Record<PhraseKind, number>> = {
  'ad-label': 80,
  share: 110,
  newsletter: 400,
  subscribe: 400,
  related: 240,
  topics: 400,
  media: 160,
  'reading-time': 70,
  'author-note': 600,
  comments: 240,
  copyright: 600,
  navigation: 140,
  section: 40,
  contact: 400,
  disclosure: 500,
};

/** Kinds whose lines are whole sentences; in the others a sentence that only starts like one is the story's. */
const SENTENCE_KINDS: ReadonlySet<PhraseKind> = new Set([
  'newsletter',
  'subscribe',
  'author-note',
  'comments',
  'copyright',
  'contact',
  'disclosure',
]);

/**
 * The kind of page furniture that a line (or a block's text) is by its words alone, or undefined when it may be
 * a part of a story. It would rather miss furniture than take a sentence for it.
 */
export function furnitureKind(line: string): FurnitureKind | undefined {
  const text = line.trim();
  if (text === '' || text.length > MAX_LINE_CHARS) return undefined;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'ornament';
  if (TIMECODE.test(text)) return 'media';
  if (ADDRESS.test(text)) return text.includes('@') ? 'contact' : 'link';
  if (findDateLine(text) !== undefined) return 'date';
  const phrase = OPENING_QUOTE.test(text) ? undefined : findPhrase(foldLine(text));
  const kind = phrase !== undefined && isFurniture(phrase, text) ? phrase.kind : undefined;
  if (kind !== undefined && kind !== 'author-note') return kind;
  if (kind === undefined && isCredit(text)) return 'credit';
  if (!isSentence(text) && readByline(text) !== undefined) return 'byline';
  if (kind !== undefined) return kind;
  return findCreditTail(text) === undefined ? undefined : 'caption';
}

/** Bylines are read leniently, so what has a sentence's length and end is none. */
function isSentence(text: string): boolean {
  return SENTENCE_END.test(text) && text.split(/\s+/u).length > 8;
}

/** Whether the line heads what stands below a story: other stories, comments, the author. */
export function headsEnd(line: string): boolean {
  const text = line.trim();
  if (text.length > 60) return false;
  const folded = foldLine(text);
  return SECTION_ENDS.has(folded) || SECTION_ENDS.has(folded.replace(/[\s.:：)\]]+$/u, ''));
}

function isFurniture(phrase: PhraseMatch, text: string): boolean {
  if (phrase.whole) return true;
  const limit = maxChars[phrase.kind] * (UNSPACED.test(text) ? 0.4 : 1);
  if (text.length > limit) return false;
  if (SENTENCE_KINDS.has(phrase.kind) || !SENTENCE_END.test(text)) return true;
  return text.split(/\s+/u).length < (phrase.labelled ? 25 : 7);
}

const SECTION_ENDS: ReadonlySet<string> = new Set(phrasesOf('section-end'));
const TIMECODE =
  /^(?:(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*[/|-]\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?|\d{1,3}\s?[/／]\s?\d{1,3}|\d{1,3}(?:\.\d)?[km]?|\d{1,3}\s?%)$/iu;
const ADDRESS =
  /^(?:https?:\/\/\S{1,300}|www\.\S{1,200}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|@\w{2,30}|(?:[\w-]{1,40}\.){1,3}(?:com|org|net|de|fr|co\.uk)(?:\/\S{0,200})?)$/iu;
const OPENING_QUOTE = /^["“„«「『‘'»”]/u;
const SENTENCE_END = /[.!?。！？।؟]["”“’'»」』)]*$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u;
