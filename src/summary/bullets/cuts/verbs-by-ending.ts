import type { BulletWords } from '../bullet-words.ts';
import type { Clause, Run } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';

/** Whether a run has a verb that no "que" before it in its part of the sentence makes a circumstance. */
export function hasVerb({ tokens, words }: Clause, { from, to }: Run): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      token.isNested ||
      !(at === 0 ? opensWithVerb(token, words) : isVerb(token, words))
    )
      continue;
    const comma = tokens.findLastIndex(({ text }, index) => index < at && text === ',');
    const start = Math.max(from, comma + 1);
    if (!tokens.slice(start, at).some(({ lower }) => words.finalOpeners.has(lower))) return true;
  }
  return false;
}

/** "Sono stati salvati": a capital at the start tells nothing. */
function opensWithVerb({ lower }: Token, words: BulletWords): boolean {
  return words.auxiliaries.has(lower);
}

/** A verb by lists of the most frequent ones and by endings that few other words have. */
export function isVerb(token: Token | undefined, words: BulletWords): boolean {
  if (token?.kind !== 'word' || isCapital(token)) return false;
  return (
    words.finiteForms.has(token.lower) ||
    words.auxiliaries.has(token.lower) ||
    words.pastVerbs.has(token.lower) ||
    words.verbEndings.some(
      (end) => token.lower.length > end.length + 2 && token.lower.endsWith(end),
    )
  );
}
