import abbreviationData from './data/abbreviations.json' with { type: 'json' };

/** A sentence's place in a text: UTF-16 offsets, `end` exclusive, without the spaces around it. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(abbreviationData.words).map(([language, words]) => [
    language,
    new Set(words.split(' ')),
  ]),
);

/** The sentences of a text, in order. A full stop after an abbreviation, an initial or an ordinal ends none. */
export function splitSentences(text: string, language = 'en'): readonly string[] {
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Where the sentences of a text stand. */
export function findSentences(text: string, language = 'en'): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (const mark of text.matchAll(END_MARK)) {
    const end = mark.index + mark[0].length;
    if (!endsSentence(text, { at: mark.index, end, mark: mark[0], language })) continue;
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

interface Mark {
  readonly at: number;
  readonly end: number;
  readonly mark: string;
  readonly language: string;
}

function endsSentence(text: string, mark: Mark): boolean {
  // Speech that ends inside a Japanese sentence is followed by the particle that quotes it.
  if (WIDE_MARK.test(mark.mark))
    return !/[」』]$/u.test(mark.mark) || !/^\p{Script=Hiragana}/u.test(text.charAt(mark.end));
  const after = text.slice(mark.end, mark.end + 80);
  if (after === '') return true;
  if (!/^\s/u.test(after)) return false;
  const next = after.trimStart();
  if (/^[\p{Ll}]/u.test(next) || /^["”“’'«»(]*\p{Ll}/u.test(next)) return false;
  if (!mark.mark.startsWith('.')) return true;
  return !mark.mark.startsWith('..')
    ? !isAbbreviated(text, mark, next)
    : /^["“„«‘(]*\p{Lu}|^["“„«‘(]*\p{Lo}/u.test(next);
}

/** Whether the full stop belongs to the word before it. */
function isAbbreviated(text: string, mark: Mark, next: string): boolean {
  const before = text.slice(Math.max(0, mark.at - 24), mark.at);
  const word = /[\p{L}\p{N}][\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? '';
  const folded = word.toLowerCase();
  const known = ABBREVIATIONS.get(mark.language) ?? ABBREVIATIONS.get('en');
  // "p.m.", "U.S.", "e.V." may end a sentence too; a word that only starts sentences tells.
  if (/^\p{L}(?:\.\p{L}){1,3}$/u.test(word)) return !startsSentence(next, mark.language);
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^\d{1,3}$/u.test(word))
    return (
      ORDINALS.has(mark.language) && !/^\d/u.test(next) && !startsSentence(next, mark.language)
    );
  return known?.has(folded) === true && !neverInside(folded, next, mark.language);
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

const END_MARK = /[.!?…]+["”“’'»)\]]*(?:\s?[”»])?|[。！？｡؟۔।॥]+[」』）”’»"]*/gu;
const WIDE_MARK = /^[。！？｡]/u;
const ORDINALS: ReadonlySet<string> = new Set(['de', 'da', 'no', 'fi', 'tr', 'pl']);
const CLOSING: ReadonlySet<string> = new Set(abbreviationData.closing.split(' '));
const SENTENCE_STARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(abbreviationData.starts).map(([language, words]) => [
    language,
    new Set(words.split(' ')),
  ]),
);
