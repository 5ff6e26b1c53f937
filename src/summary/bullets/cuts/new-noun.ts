import { countWords, type Clause } from '../clause.ts';
import { articleOf } from '../token.ts';
import { isSmall } from './rescue-guards.ts';

const MAX_NOUN_WORDS = 4;
/** With so many words before it there is enough that is told. Ours. */
export const MIN_TOLD_WORDS = 18;

/**
 * Where the noun opens of which a clause at an index tells more, if it is not known yet which one it is: "a study that may
 * help", "un succès qui …".
 */
export function findNewNoun(clause: Clause, from: number, at: number): number | undefined {
  const { tokens, words } = clause;
  if (countWords(clause, { from, to: at }) < MIN_TOLD_WORDS) return undefined;
  const start = Math.max(from, at - MAX_NOUN_WORDS);
  const noun = tokens.slice(start, at);
  const article = noun.findLastIndex((token) => words.indefinites.has(articleOf(token)));
  const isNoun = noun
    .slice(article + 1)
    .every((one) => isSmall(one) && !words.functionWords.has(one.lower));
  return article >= 0 && isNoun ? start + article : undefined;
}
