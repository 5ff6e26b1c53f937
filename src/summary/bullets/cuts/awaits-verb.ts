import type { Clause, Run } from '../clause.ts';
import { splitElision } from '../token.ts';
import { isVerb } from './verbs-by-ending.ts';

/** "…, lorsqu'un bateau": a clause whose verb is still to come. */
export function awaitsVerb({ tokens, words }: Clause, { from, to }: Run): boolean {
  const comma = tokens.findLastIndex(({ text }, at) => at >= from && at < to && text === ',');
  const opener = tokens.findIndex(({ lower }, at) => {
    const { article } = splitElision(lower);
    return at > comma && at < to && (words.dependents.has(lower) || words.dependents.has(article));
  });
  return opener >= 0 && !tokens.slice(opener, to).some((token) => isVerb(token, words));
}
