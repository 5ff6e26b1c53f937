import type { BulletWords } from '../bullet-words.ts';
import type { Clause, Run } from '../clause.ts';
import type { Token } from '../token.ts';
import { hasVerb, isVerb } from './verbs-by-ending.ts';

/** It has its verb, and so has the clause that it ends with; and it is more than a circumstance. */
export function isWhole(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  if (words.dependents.has(tokens[from]?.lower ?? '')) return false;
  if (!hasVerb(clause, { from, to }) && !hasVerbBehindClause(clause, { from, to })) return false;
  const opener = tokens.findLastIndex(({ lower }, at) => {
    const isOpener = words.subordinators.has(lower) || words.dependents.has(lower);
    return at > from && at < to && isOpener;
  });
  return opener < 0 || tokens.slice(opener + 1, to).some((token) => mayBeVerb(token, words));
}

/** "La tormenta que azotó la costa dejó …": the second verb is not of the clause. */
function hasVerbBehindClause({ tokens, words }: Clause, { from, to }: Run): boolean {
  const comma = tokens.findIndex(({ text }, at) => at > from && text === ',');
  const part = tokens.slice(from, comma < 0 ? to : Math.min(comma, to));
  const openers = part.filter(({ lower }) => words.subordinators.has(lower));
  const verbs = part.filter(
    (token, at) => isVerb(token, words) && !words.bareConnectives.has(part[at - 1]?.lower ?? ''),
  );
  return openers.length === 1 && verbs.length > 1;
}

/** Short ones too: "usava". */
export function mayBeVerb(token: Token, words: BulletWords): boolean {
  const { lower } = token;
  return (
    isVerb(token, words) ||
    words.verbEndings.some((end) => lower.endsWith(end) && lower.length > end.length + 1)
  );
}

/** No denial, no condition, and nobody's claim; a "se" with a subject before it is no condition. */
export function canGo(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const isReflexive = (at: number): boolean => {
    const before = tokens[at - 1];
    return (
      words.reflexives.has(tokens[at]?.lower ?? '') &&
      before?.kind === 'word' &&
      !words.functionWords.has(before.lower)
    );
  };
  const isDenial = ({ lower }: Token, index: number): boolean =>
    words.negations.has(lower) && !isReflexive(from + index);
  return !isClaimed(clause, { from, to }) && !tokens.slice(from, to).some(isDenial);
}

function isClaimed({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens
    .slice(from, to)
    .some(({ lower }) => words.reporting.has(lower) || words.hedges.has(lower));
}
