import type { PageLine } from './page-line.ts';

/** Longer or shorter lines are no headlines; in words. */
const MIN_WORDS = 2;
const MAX_WORDS = 32;
/** How many lines below a headline are looked at for the story that uses its words. */
const REACH = 40;
/** Words that the story uses only further down count for less. */
const NEAR_REACH = 22;

/** Two words with so many first letters in common are taken for one. */
const STEM_CHARS = 6;

export interface HeadlineHints {
  /** Where the page was: its last part often spells the headline. */
  readonly url?: string;
  /** The headline, if it is known already. */
  readonly title?: string;
}

/** The line that is the story's headline, or -1: a title-like line with paragraphs below it that use its words. */
export function findHeadline(lines: readonly PageLine[], hints: HeadlineHints = {}): number {
  const slug = wordSet(slugOf(hints.url ?? ''));
  const known = wordSet(hints.title ?? '');
  const bar = wordSet(lines.length > 30 ? (lines[0]?.text ?? '') : '');
  const used = usedWords(lines);
  let best = { at: -1, score: MIN_SCORE };
  for (const [at, line] of lines.entries()) {
    if (!isHeadlineLike(line) || at === lines.length - 1) continue;
    const words = [...wordSet(line.text)];
    const shareIn = (set: ReadonlySet<string>): number =>
      words.filter((word) => set.has(word)).length / Math.max(3, words.length);
    const overlap = (set: ReadonlySet<string>): number =>
      set.size < 2 ? 0 : shareIn(set) * Math.min(1, words.length / set.size);
    const prose = used.proseBelow(at);
    const score =
      1.5 * used.share(words, at) +
      0.7 * Math.min(1, line.words / 8) +
      1.2 * prose +
      (at === 0 ? 0 : overlap(bar)) +
      1.5 * overlap(slug) +
      3 * overlap(known) +
      factBonus(lines, at) +
      (line.copies > 1 && line.copies < 5 ? 0.1 : 0) -
      (line.copies > 6 ? 0.5 : 0) -
      used.proseAbove(at) -
      (1.1 * at) / lines.length -
      (at === 0 && lines.length > 30 ? 1 : 0);
    if (score > best.score) best = { at, score };
  }
  return best.at;
}

/** A byline or a date follows a headline; the nearer the surer. */
function factBonus(lines: readonly PageLine[], at: number): number {
  const distance = lines
    .slice(at + 1, at + 7)
    .findIndex((next) => next.kind === 'byline' || next.dated);
  return distance < 0 ? 0 : 0.7 - distance * 0.1;
}

interface UsedWords {
  /** The share of the words that the running text within reach below uses. */
  readonly share: (words: readonly string[], at: number) => number;
  /** How much running text stands below and above, 0 to 1. */
  readonly proseBelow: (at: number) => number;
  readonly proseAbove: (at: number) => number;
}

function usedWords(lines: readonly PageLine[]): UsedWords {
  const places = new Map<string, number[]>();
  const sums = [0];
  for (const [at, line] of lines.entries()) {
    sums.push((sums.at(-1) ?? 0) + line.prose);
    if (line.prose < 0.2) continue;
    for (const word of wordSet(line.text)) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [at]);
      else list.push(at);
    }
  }
  const sum = (from: number, to: number): number =>
    (sums[Math.min(lines.length, Math.max(0, to))] ?? 0) - (sums[Math.max(0, from)] ?? 0);
  const useOf = (word: string, at: number): number => {
    const list = places.get(word) ?? [];
    const distance = (list[firstAbove(list, at)] ?? Infinity) - at;
    if (distance > REACH) return 0;
    return distance > NEAR_REACH ? 0.7 : 1;
  };
  return {
    share: (words, at) =>
      words.reduce((sum, word) => sum + useOf(word, at), 0) / Math.max(3, words.length),
    proseBelow: (at) => Math.min(1, sum(at + 1, at + 20) / 4),
    proseAbove: (at) => Math.min(1, sum(at - 8, at) / 2),
  };
}

/** The index of the first number of an ascending list that is above the limit. */
function firstAbove(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The words of a text that carry meaning, by their first letters so that endings do not matter: longer ones in
 * most scripts, every sign in those without spaces.
 */
export function wordSet(text: string): ReadonlySet<string> {
  const found =
    text
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]{3,}/gu) ??
    [];
  return new Set(found.map((word) => word.slice(0, STEM_CHARS)));
}

function slugOf(url: string): string {
  const path = url.replace(/^\w+:\/\/[^/]*/u, '').replace(/[?#].*$/u, '');
  const parts = path.slice(0, 500).split('/');
  return parts
    .reduce((a, b) => (b.split(/[-_]/u).length > a.split(/[-_]/u).length ? b : a), '')
    .replace(/\.\w{2,5}$/u, '')
    .replace(/[-_]/gu, ' ');
}

function isHeadlineLike(line: PageLine): boolean {
  if (line.kind !== undefined && line.kind !== 'related') return false;
  if (line.words < MIN_WORDS || line.words > MAX_WORDS || line.text.length > 260) return false;
  return !/[.。।:：;,…]["”’»」]?$/u.test(line.text) && /\p{L}{2}/u.test(line.text);
}

const MIN_SCORE = 1.6;
