import { wordsIn } from '../../text/words.ts';
import synonymData from './data/synonyms.json' with { type: 'json' };
import { findNumberWord, isCalendarWord, reportWordsOf } from './report-words.ts';

/** A word of a report that says something, as it is compared. */
export interface Term {
  /** Folded; cut where endings begin. */
  readonly stem: string;
  readonly kind: 'name' | 'number' | 'calendar' | 'word';
}

/** As `findStems` of the room `text` has it: endings stand behind so many letters in most languages. */
const STEM_LETTERS = 6;
/** With more capitals than this share a title is written In Capitals, and they tell no name. */
const MAX_CAPITAL_SHARE = 0.6;

/**
 * The telling words of a text in their order. Names are words with a capital that no sentence gave them; none in
 * German, where every noun has one.
 */
export function readTerms(text: string, language: string): readonly Term[] {
  const { stopWords, hollow } = reportWordsOf(language);
  const words = wordsIn(splitHyphens(joinNumbers(text.replaceAll('’', "'"))));
  const allCapitals = !hasTellingCapitals(language) || isAllCapitals(words);
  const starts = sentenceStarts(text);
  const synonyms = SYNONYMS.get(language) ?? NO_SYNONYMS;
  const terms: Term[] = [];
  for (const [index, word] of words.entries()) {
    const lower = word.toLowerCase().replace(POSSESSIVE, '');
    const number = findNumberWord(lower);
    if (number !== undefined) terms.push({ stem: number, kind: 'number' });
    else if (/^\d/u.test(lower)) terms.push({ stem: lower, kind: 'number' });
    else if (isCalendarWord(lower)) terms.push({ stem: lower.slice(0, 4), kind: 'calendar' });
    else if (stopWords.has(lower) || hollow.has(lower)) continue;
    else {
      const isName = !allCapitals && CAPITAL.test(word) && index > 0 && !starts.has(word);
      const concept = isName ? undefined : synonyms.get(lower);
      terms.push({ stem: concept ?? foldStem(lower), kind: isName ? 'name' : 'word' });
    }
  }
  return terms;
}

/** "1,500", "1.500" and "1 500" are one number, and so are "3,2" and "3.2". */
function joinNumbers(text: string): string {
  return text
    .replace(/(?<=\d)[.,'\u00a0\u202f ](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d),(?=\d)/gu, '.')
    .replace(/(?<=\d)[-–:](?=\d)/gu, ' ');
}

/** "Kita-Gebühren" tells of a Kita, and "a 38-year-old" is 38. */
function splitHyphens(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, ' ');
}

function foldStem(lower: string): string {
  return lower.normalize('NFD').replace(MARKS, '').replaceAll('ß', 'ss').slice(0, STEM_LETTERS);
}

function isAllCapitals(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  const capitals = long.filter((word) => CAPITAL.test(word)).length;
  return long.length > 2 && capitals > MAX_CAPITAL_SHARE * long.length;
}

/** The words with which sentences start. */
function sentenceStarts(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(SENTENCE_START)].map((match) => match[1] ?? ''));
}

const MARKS = /\p{M}/gu;
/** Words that newspapers use for one and the same: each stands for the first of its group. */
const SYNONYMS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(synonymData).map(([language, groups]) => [
    language,
    new Map(groups.flatMap(spread)),
  ]),
);
const NO_SYNONYMS: ReadonlyMap<string, string> = new Map();

function spread(group: string): readonly (readonly [string, string])[] {
  const words = group.split(' ');
  const concept = foldStem(words[0] ?? '');
  return words.map((word) => [word, concept]);
}

/** Whether a capital tells a name: in German every noun has one. */
export function hasTellingCapitals(language: string): boolean {
  return !CAPITAL_NOUNS.has(language);
}

const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
const CAPITAL = /^\p{Lu}/u;
const POSSESSIVE = /(?<=\p{L})'s?$/u;
const SENTENCE_START = /[.!?:]["”’»]?\s+["“„«‘]?(\p{Lu}[\p{L}\p{M}'’-]*)/gu;
