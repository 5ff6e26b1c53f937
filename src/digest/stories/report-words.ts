import { stopWordsOf } from '../../text/words.ts';
import wordData from './data/report-words.json' with { type: 'json' };

/** The small words of news in one language: what says when, how many, or nothing at all. */
export interface ReportWords {
  readonly stopWords: ReadonlySet<string>;
  /** Words of reporting, that stand in stories of every kind. */
  readonly hollow: ReadonlySet<string>;
}

/** For a language that is not known the English ones. */
export function reportWordsOf(language: string): ReportWords {
  return WORDS.get(language) ?? ENGLISH;
}

/** A weekday or month, folded, in any language that is known. */
export function isCalendarWord(word: string): boolean {
  return CALENDAR.has(word);
}

/** "eleven" → "11", of any language that is known. */
export function findNumberWord(word: string): string | undefined {
  return NUMBERS.get(word);
}

/** Whether what follows counts the parts of something that goes on: "episode", "day", "Folge". */
export function isPartWord(word: string): boolean {
  return PARTS.has(word);
}

/** Whether a text tells of something that happened to what it tells of before: "two days after", "nach ihrem Rücktritt". */
export function looksBack(text: string, language: string): boolean {
  return LOOKING_BACK.get(language)?.test(text) === true;
}

const LOOKING_BACK: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(wordData.lookingBack).map(([language, words]) => [
    language,
    new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu'),
  ]),
);
const HOLLOW: Readonly<Record<string, string>> = wordData.hollow;
const CALENDAR = new Set([...spread(wordData.days), ...spread(wordData.months)]);
const NUMBERS = new Map(
  Object.values(wordData.numbers).flatMap((words) =>
    words.split(' ').map((word, index) => [word, String(index + 2)] as const),
  ),
);
const PARTS = new Set(wordData.parts.split(' '));
const WORDS: ReadonlyMap<string, ReportWords> = new Map(
  Object.entries(HOLLOW).map(([language, words]) => [
    language,
    { stopWords: stopWordsOf(language), hollow: new Set(words.split(' ')) },
  ]),
);
const ENGLISH: ReportWords = WORDS.get('en') ?? { stopWords: new Set(), hollow: new Set() };

function spread(lists: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(lists).flatMap((words) => words.split(' '));
}
