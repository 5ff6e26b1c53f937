import { plainText } from '../../text/plain-text.ts';
import { wordsIn } from '../../text/words.ts';
import endings from './data/endings.json' with { type: 'json' };

/** So much of a report is searched. */
const MAX_CHARS = 3000;
/** Shorter words take no ending, or mean another thing with it ("age", "aged"); of three letters they take an "s". */
const MIN_STEM = 4;

/**
 * The first of these words or phrases that stands in a text: whole words in a row, letter case and accents aside, with or
 * without an ending ("storm" finds "Storms"). `undefined` where none does.
 */
export function findWords(text: string, wanted: readonly string[]): string | undefined {
  if (wanted.length === 0) return undefined;
  const words = foldedWords(text.slice(0, MAX_CHARS));
  return wanted.find((phrase) => {
    const parts = foldedWords(phrase);
    return parts.length > 0 && words.some((_, at) => isAt(words, parts, at));
  });
}

function foldedWords(text: string): readonly string[] {
  const folded = plainText(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return wordsIn(
    folded
      .replaceAll('ß', 'ss')
      .replaceAll('’', "'")
      .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ' '),
  );
}

function isAt(words: readonly string[], parts: readonly string[], at: number): boolean {
  return parts.every((part, step) => isSameWord(words[at + step] ?? '', part));
}

function isSameWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  const [short, long] = word.length < wanted.length ? [word, wanted] : [wanted, word];
  if (short.length < MIN_STEM - 1 || !long.startsWith(short)) return false;
  const ending = long.slice(short.length);
  return short.length < MIN_STEM ? ending === 's' : ENDINGS.has(ending);
}

const ENDINGS: ReadonlySet<string> = new Set(endings);
