import { hasFiniteVerb, hasNested, marksAt, type Clause } from '../clause.ts';
import { RESCUE, type Cut } from './cut.ts';
import { placeOf } from './to-the-end.ts';

/** ", a study of more than 71,000 adults suggests": whose word it is, without what is told of it. */
export function findSourceDetails(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const comma = marksAt(clause, ',').at(-1) ?? tokens.length;
  const verb = tokens.findLastIndex(({ kind }) => kind === 'word');
  const [article, noun, tie] = tokens.slice(comma + 1, comma + 4);
  const isSource =
    words.indefinites.has(article?.lower ?? '') && words.complements.has(tie?.lower ?? '');
  if (!isSource || noun === undefined || !words.reporting.has(tokens[verb]?.lower ?? '')) return [];
  const rest = { from: comma + 3, to: verb };
  if (hasFiniteVerb(clause, rest) || hasNested(clause, rest)) return [];
  return [{ ...placeOf(clause, rest), rule: 'circumstance', cost: RESCUE }];
}
