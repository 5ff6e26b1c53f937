import { hasNested, marksAt, type Clause } from '../clause.ts';
import { articleOf, type Token } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';

/** "según un estudio de la Universidad de Ostvik que ha seguido …": what is told of a source that is not known. */
export function findNewSource(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const opens = ({ lower }: Token, at: number): boolean =>
    at > from &&
    words.reporting.has(lower) &&
    words.leadOpeners.has(lower) &&
    words.indefinites.has(articleOf(tokens[at + 1]));
  const source = tokens.findIndex(opens);
  const end = tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
  const relative = tokens.findIndex(
    ({ lower, isNested }, at) => at > source + 2 && !isNested && words.relatives.has(lower),
  );
  if (source < 0 || relative < 0 || hasNested(clause, { from: source, to: end })) return [];
  if (marksAt(clause, ',:;').some((mark) => mark > source)) return [];
  // "según un estudio de la Universidad de Ostvik": where it is from goes only with what is told of it.
  const origin = words.complements.has(articleOf(tokens[source + 3])) ? [source + 3] : [];
  return [relative, ...origin].map((at) => {
    const start = tokens[at - 1]?.end ?? 0;
    return { start, end: tokens[end - 1]?.end ?? start, rule: 'circumstance', cost: RESCUE };
  });
}
