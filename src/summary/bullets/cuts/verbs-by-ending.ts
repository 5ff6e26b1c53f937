import type { BulletWords } from '../bullet-words.ts';
import type { Clause, Run } from '../clause.ts';
import { isCapital, splitElision, type Token } from '../token.ts';

/** Whether a run has a verb that no "que" before it in its part of the sentence makes a circumstance. */
export function hasVerb({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens.slice(from, to).some((token, index) => {
    const at = from + index;
    // "Sono stati salvati": a capital at the start, or behind a dateline, tells nothing.
    const isFirst = tokens[at - 1]?.kind !== 'word';
    const isOne = isVerb(token, words) || (isFirst && words.auxiliaries.has(token.lower));
    if (token.isNested || !isOne) return false;
    const comma = tokens.findLastIndex(({ text }, other) => other < at && text === ',');
    return !tokens
      .slice(Math.max(from, comma + 1), at)
      .some(
        ({ lower }) =>
          words.subordinators.has(lower) || words.subordinators.has(splitElision(lower).article),
      );
  });
}

/** "cerró", "se hundió", "s'est": a verb with what belongs to it. */
export function opensPredicate({ tokens, words }: Clause, at: number): boolean {
  const token = tokens[at];
  if (isVerb(token, words)) return true;
  if (token === undefined || isCapital(token)) return false;
  const { article, rest } = splitElision(token.lower);
  return words.reflexives.has(article)
    ? hasVerbForm(rest, words)
    : words.reflexives.has(token.lower) && isVerb(tokens[at + 1], words);
}

/** "volcar", "coucher", "parlare" */
export const INFINITIVE = /\p{L}{2}(?:[aei]r|[aei]re|[aei]rse)$/u;

/** "reunido", "fermata" */
export function endsLikeParticiple(lower: string, { participleEndings }: BulletWords): boolean {
  return participleEndings.some(
    (ending) => lower.length > ending.length + 1 && lower.endsWith(ending),
  );
}

/** A verb in small letters. */
export function isVerb(token: Token | undefined, words: BulletWords): boolean {
  return token?.kind === 'word' && !isCapital(token) && hasVerbForm(token.lower, words);
}

/** Whether a word is one of the most frequent verbs or ends like one, and is no small word or noun that is known. */
export function hasVerbForm(lower: string, words: BulletWords): boolean {
  if ([words.finiteForms, words.auxiliaries, words.pastVerbs].some((those) => those.has(lower)))
    return true;
  const others = [
    words.functionWords,
    words.timeOpeners,
    words.negations,
    words.leadOpeners,
    words.notVerbs,
    words.generalNouns,
    words.categoryNouns,
  ];
  if (others.some((those) => those.has(lower))) return false;
  if (words.adjectiveEndings.some((ending) => lower.endsWith(ending))) return false;
  return words.verbEndings.some(
    (ending) => lower.length > ending.length + 2 && lower.endsWith(ending),
  );
}
