import abbreviationData from './data/abbreviations.json' with { type: 'json' };

/** A sentence's place in a text: UTF-16 offsets, `end` exclusive, without the spaces around it. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text, in order. A full stop after an abbreviation, an initial or an ordinal ends none. */
export function splitSentences(text: string, language = 'en'): readonly string[] {
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Where the sentences of a text stand. */
export function findSentences(text: string, language = 'en'): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  const isInQuotes = followQuotes(text);
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(END_MARK)) {
    // What the mark before has taken: a quotation mark behind a space.
    if (index < start) continue;
    const inQuotes = isInQuotes(start, index);
    const end = findEnd(text, { start, at: index, mark, language, inQuotes });
    if (end === undefined) continue;
    add(spans, text, { start, end });
    start = end;
  }
  add(spans, text, { start, end: text.length });
  return spans;
}

function add(spans: SentenceSpan[], text: string, span: SentenceSpan): void {
  const piece = text.slice(span.start, span.end);
  const bare = piece.trim();
  if (bare === '') return;
  const start = span.start + piece.indexOf(bare);
  spans.push({ start, end: start + bare.length });
}

/** Tells whether a straight quotation mark is open at a place; asked for places in their order, reads the text once. */
function followQuotes(text: string): (start: number, at: number) => boolean {
  let isOpen = false;
  let read = 0;
  let sentence = 0;
  return (start, at) => {
    if (start > sentence) {
      isOpen = false;
      read = start;
      sentence = start;
    }
    for (; read < at; read += 1) if (text.charAt(read) === '"') isOpen = !isOpen;
    return isOpen;
  };
}

interface Mark {
  /** Where the sentence starts that the mark may end. */
  readonly start: number;
  readonly at: number;
  readonly mark: string;
  readonly language: string;
  readonly inQuotes: boolean;
}

/** Where the sentence ends that has this mark, when it ends there. */
function findEnd(text: string, mark: Mark): number | undefined {
  const end = mark.at + mark.mark.length;
  // Speech that ends inside a Japanese sentence is followed by the particle that quotes it.
  if (WIDE_MARK.test(mark.mark))
    return /[」』]$/u.test(mark.mark) && /^\p{Script=Hiragana}/u.test(text.charAt(end))
      ? undefined
      : end;
  if (isBare(text.slice(mark.start, mark.at))) return undefined;
  const after = text.slice(end, end + LOOK_AHEAD);
  if (after === '') return end;
  if (!/^\s/u.test(after)) return findGluedEnd(text, mark);
  if (mark.inQuotes && /^\s"(?:\s|$)/u.test(after)) return end + 2;
  return endsBefore(text, mark, after.trimStart()) ? end : undefined;
}

/** Nothing to read yet: dots that stand for what was left out, or the number of an item that follows. */
function isBare(piece: string): boolean {
  return piece.length <= MAX_BARE_CHARS && /^\P{L}*$/u.test(piece);
}

function endsBefore(text: string, mark: Mark, next: string): boolean {
  if (/^["”“’'«»(]*\p{Ll}(?!\p{L}?\p{Lu})/u.test(next)) return false;
  if (isAttributed(mark, next)) return false;
  if (!mark.mark.startsWith('.')) return true;
  return mark.mark.startsWith('..')
    ? /^["“„«‘(]*(?:\p{Lu}|\p{Lo})/u.test(next)
    : !isAbbreviated(text, mark, next);
}

/** “Why?” Voss asked. Who says a question or a cry stands in its sentence. */
function isAttributed({ mark, language }: Mark, next: string): boolean {
  if (!/^[?!]+["”’»]$/u.test(mark)) return false;
  return ATTRIBUTION.test(next) && !startsSentence(next, language);
}

/** Where a sentence ends whose next one follows without a space, as where line breaks were lost: "… the end.The next". */
function findGluedEnd(text: string, mark: Mark): number | undefined {
  const before = text.slice(Math.max(0, mark.at - LOOK_BACK), mark.at);
  // An address, a file or an abbreviation.
  if (!/(?:^|[\s"“”'‘’(-])\p{L}*\p{Ll}{2}["”’)]*$/u.test(before)) return undefined;
  const isOpening = /^[.!?]["“]$/u.test(mark.mark) && (mark.mark.endsWith('“') || !mark.inQuotes);
  const end = mark.at + mark.mark.length - (isOpening ? 1 : 0);
  const next = text.slice(end, end + LOOK_AHEAD);
  if (!GLUED_START.test(next)) return undefined;
  if (!mark.mark.startsWith('.') && !startsSentence(next, mark.language)) return undefined;
  return isAbbreviated(text, mark, next) ? undefined : end;
}

/** Whether the full stop belongs to the word before it. */
function isAbbreviated(text: string, mark: Mark, next: string): boolean {
  const before = text.slice(Math.max(0, mark.at - LOOK_BACK), mark.at);
  const word = /[\p{L}\p{N}][\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? '';
  const folded = word.toLowerCase();
  const known = ABBREVIATIONS.get(mark.language) ?? ABBREVIATIONS.get('en');
  // "p.m.", "U.S.", "e.V." may end a sentence too; a word that only starts sentences tells.
  if (/^\p{L}(?:\.\p{L}){1,3}$/u.test(word)) return !startsSentence(next, mark.language);
  if (/^\p{Lu}$/u.test(word)) return !startsSentence(next, mark.language);
  if (/^\d{1,3}$/u.test(word)) {
    // "2:0.", "12:30.", "1,5.": a score, a time, an amount.
    const isOrdinal = ORDINALS.has(mark.language) && !/\d[:,]\d+$/u.test(before);
    return isOrdinal && !/^\d/u.test(next) && !startsSentence(next, mark.language);
  }
  if (known?.has(folded) !== true) return false;
  // "Sat." is a day, and "sat." the end of a sentence.
  if (word === folded && CAPITAL.get(mark.language)?.has(folded) === true) return false;
  return !neverInside(folded, next, mark.language);
}

/** After the short forms of firms and of "and so on" a new sentence may start; after titles none does. */
function neverInside(word: string, next: string, language: string): boolean {
  return CLOSING.has(word) && startsSentence(next, language);
}

/** A capital small word ("The", "Er", "Il") does not follow an abbreviation inside a sentence. */
function startsSentence(next: string, language: string): boolean {
  const first = /^["“„«‘'(]*(\p{L}+)/u.exec(next)?.[1] ?? '';
  const starters = SENTENCE_STARTS.get(language) ?? SENTENCE_STARTS.get('en');
  return starters?.has(first) === true;
}

/** So much of what stands around a mark tells whether it ends a sentence. */
const LOOK_AHEAD = 80;
const LOOK_BACK = 24;
const MAX_BARE_CHARS = 12;

const END_MARK = /[.!?…]+["”“’'»)\]]*(?:\s?[”»])?|[。！？｡؟۔।॥]+[」』）”’»"]*/gu;
/** Up to three words of a name and a verb. */
const ATTRIBUTION = /^(?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Ll}{3,}[.,]/u;
const GLUED_START = /^["“„«‘']?\p{Lu}(?:\p{Ll}+['’]?\p{Ll}*)?(?=[\s,])/u;
const WIDE_MARK = /^[。！？｡]/u;
const ORDINALS: ReadonlySet<string> = new Set(['de', 'da', 'no', 'fi', 'tr', 'pl']);
const CLOSING: ReadonlySet<string> = new Set(abbreviationData.closing.split(' '));
const ABBREVIATIONS = byLanguage(abbreviationData.words);
/** Abbreviations that are words too where they are written small. */
const CAPITAL = byLanguage(abbreviationData.capital);
const SENTENCE_STARTS = byLanguage(abbreviationData.starts);

function byLanguage(
  lists: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]),
  );
}
