import { wordsIn } from '../../text/words.ts';

/** So many words of a text are looked at, and of their triples the smallest hashes kept. */
const MAX_WORDS = 250;
const MAX_HASHES = 32;
const SHINGLE_WORDS = 3;

/**
 * A sketch of a text: the smallest 32-bit hashes of its word triples, rising (Broder, "On the resemblance and containment
 * of documents", 1997). Of a short text it is all of them.
 */
export function sketchText(text: string): readonly number[] {
  const words = wordsIn(text.toLowerCase()).slice(0, MAX_WORDS);
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1) hashes.add(hashOf(words, at));
  return [...hashes].sort((a, b) => a - b).slice(0, MAX_HASHES);
}

/** The share of the smaller text's triples that stand in the other too, 0 to 1: exact for short texts, a good guess else. */
export function findContainment(a: readonly number[], b: readonly number[]): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  if (small.length === 0) return 0;
  // Beyond the largest hash that was kept of one, the other's cannot be known to be missing.
  const limit = large.length < MAX_HASHES ? Infinity : (large.at(-1) ?? 0);
  const known = small.filter((hash) => hash <= limit);
  const inLarge = new Set(large);
  const both = known.filter((hash) => inLarge.has(hash)).length;
  return known.length === 0 ? 0 : both / known.length;
}

/** FNV-1a over three words. */
function hashOf(words: readonly string[], start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + SHINGLE_WORDS; at += 1) {
    const word = words[at] ?? '';
    for (let sign = 0; sign < word.length; sign += 1)
      hash = Math.imul(hash ^ word.charCodeAt(sign), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}
