import { findStems } from '../src/text/stems.ts';
import { wordsIn } from '../src/text/words.ts';

/** Tells how like the editors' bullets a choice of sentences is, 0..1. */
export type RougeOf = (chosen: readonly number[]) => number;

/**
 * ROUGE (Lin, 2004) of sentences against the bullets that editors wrote: two parts F1 of words and one of pairs of
 * words. Words are cut to their first letters instead of stemmed, which is near enough to learn from.
 */
export function createRouge(sentences: readonly string[], reference: readonly string[]): RougeOf {
  const wanted = [1, 2].map((size) => countGrams(reference.flatMap((text) => gramsOf(text, size))));
  const grams = [1, 2].map((size) => sentences.map((text) => gramsOf(text, size)));
  const scoreOf = (chosen: readonly number[], at: number): number => {
    const found = countGrams(chosen.flatMap((sentence) => grams[at]?.[sentence] ?? []));
    return f1(found, wanted[at] ?? new Map<string, number>());
  };
  return (chosen) => (2 * scoreOf(chosen, 0) + scoreOf(chosen, 1)) / 3;
}

const WORD_LETTERS = 6;

function gramsOf(text: string, size: number): readonly string[] {
  const words = wordsIn(text.toLowerCase()).map((word) => word.slice(0, WORD_LETTERS));
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));
}

function countGrams(grams: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

function f1(found: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): number {
  let [hits, total] = [0, 0];
  for (const [gram, count] of found) hits += Math.min(count, wanted.get(gram) ?? 0);
  for (const counts of [found, wanted]) for (const count of counts.values()) total += count;
  return total === 0 ? 0 : (2 * hits) / total;
}

/** The content stems of what editors wrote. */
export function findReferenceStems(reference: readonly string[]): ReadonlySet<string> {
  return new Set(reference.flatMap((text) => findStems(text, 'en')));
}
