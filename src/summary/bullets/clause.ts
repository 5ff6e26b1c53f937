import type { BulletWords } from './bullet-words.ts';
import type { Token } from './token.ts';

/** A run of a sentence's tokens: `to` is exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A sentence as cuts and references see it. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly words: BulletWords;
}

/** Whether the run has a verb that can carry a main clause, outside quotation marks and parentheses. */
export function hasFiniteVerb({ tokens, words }: Clause, { from, to }: Run): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && !token.isNested && isFiniteVerb(token, words)) return true;
  }
  return false;
}

export function isFiniteVerb({ lower, text, kind }: Token, words: BulletWords): boolean {
  if (kind !== 'word' || /^\p{Lu}/u.test(text)) return false;
  return (
    words.finiteVerbs.has(lower) || (words.finiteVerbs.size > 0 && /^\p{L}{3,}ed$/u.test(lower))
  );
}

/** "there'll be", "the storm's coming": a verb may hang on the word. */
export function isContracted({ lower }: Token): boolean {
  return /(?:'s|'re|'ve|'d|'ll|n't)$/u.test(lower);
}

/** How well a run is kept from tightening: `never` goes what negates, sets a condition or says who claims what. */
export type Protection = 'none' | 'number' | 'never';

export function findProtection({ tokens, words }: Clause, { from, to }: Run): Protection {
  let hasNumber = false;
  for (let at = from; at < to; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (words.negations.has(lower) || words.reporting.has(lower)) return 'never';
    hasNumber ||= /\d/u.test(lower) || words.numbers.has(lower);
  }
  return hasNumber ? 'number' : 'none';
}

export function isProtected(clause: Clause, run: Run): boolean {
  return findProtection(clause, run) !== 'none';
}

/** The indexes of a mark that stands outside quotation marks and parentheses. */
export function marksAt({ tokens }: Clause, marks: string): readonly number[] {
  return tokens.flatMap(({ text, isNested, kind }, at) =>
    kind === 'mark' && !isNested && marks.includes(text) ? [at] : [],
  );
}

export function countWords({ tokens }: Clause, { from, to }: Run): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind === 'word') count += 1;
  return count;
}
