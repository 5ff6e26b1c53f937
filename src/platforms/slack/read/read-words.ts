import type { Length } from '../../../summary/summary.ts';

/** What is said behind a command, apart from its wishes. */
export interface Words {
  readonly length?: Length;
  readonly maxQuotes?: number;
  readonly isPrivate: boolean;
  /** The link or text. */
  readonly rest: string;
}

const LENGTHS: ReadonlyMap<string, Length> = new Map([
  ['short', 'brief'],
  ['brief', 'brief'],
  ['standard', 'standard'],
  ['normal', 'standard'],
  ['long', 'detailed'],
  ['detailed', 'detailed'],
]);
const PRIVATE: ReadonlySet<string> = new Set(['private', 'privately']);
const QUOTES = /^quotes?$/iu;
const COUNT = /^\d{1,2}$/u;

/**
 * Reads `short https://… private quotes 3`. Wishes are looked for at both ends only, so that a pasted text loses no
 * word of its own.
 */
export function readWords(text: string): Words {
  let words: Words = { isPrivate: false, rest: text.trim() };
  for (;;) {
    const next = takeWish(words, 'end') ?? takeWish(words, 'start');
    if (next === undefined) return words;
    words = next;
  }
}

function takeWish(words: Words, side: 'start' | 'end'): Words | undefined {
  const [near, far] = takeTwo(words.rest, side);
  const one = readWish(near.word);
  if (one !== undefined) return { ...words, ...one, rest: near.rest };
  const [count, name] = side === 'end' ? [near.word, far.word] : [far.word, near.word];
  const pair = readCount(name, count) ?? readCount(count, name);
  return pair === undefined ? undefined : { ...words, ...pair, rest: far.rest };
}

interface Taken {
  readonly word: string;
  readonly rest: string;
}

function takeTwo(text: string, side: 'start' | 'end'): readonly [Taken, Taken] {
  const one = takeWord(text, side);
  return [one, takeWord(one.rest, side)];
}

function takeWord(text: string, side: 'start' | 'end'): Taken {
  if (side === 'start') {
    const end = text.search(/\s/u);
    if (end === -1) return { word: text, rest: '' };
    return { word: text.slice(0, end), rest: text.slice(end).trimStart() };
  }
  const word = /\S{0,100}$/u.exec(text.slice(-101))?.[0] ?? '';
  return { word, rest: text.slice(0, text.length - word.length).trimEnd() };
}

function readWish(word: string): Partial<Words> | undefined {
  const name = word.toLowerCase();
  const length = LENGTHS.get(name);
  if (length !== undefined) return { length };
  if (PRIVATE.has(name)) return { isPrivate: true };
  const count = /^quotes?[:=](\d{1,2})$/u.exec(name)?.[1];
  return count === undefined ? undefined : { maxQuotes: Number(count) };
}

function readCount(name: string, count: string): Partial<Words> | undefined {
  if (!QUOTES.test(name)) return undefined;
  if (count.toLowerCase() === 'no') return { maxQuotes: 0 };
  return COUNT.test(count) ? { maxQuotes: Number(count) } : undefined;
}
