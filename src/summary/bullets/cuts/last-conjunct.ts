import {
  breaksOff,
  countWords,
  hasFiniteVerb,
  hasNested,
  hasStatement,
  marksAt,
  type Clause,
} from '../clause.ts';
import { RESCUE, type Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { isDoing } from './is-doing.ts';
import { denies } from './rescue-guards.ts';
import { MIN_TOLD_WORDS } from './new-noun.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_CONJUNCT_WORDS = 3;

/** "… leaving 600 without a boat and two clubs without a quay": the second of two, where nothing counts them both. */
export function findLastConjunct(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const at = tokens.findLastIndex(({ lower, isNested }) => !isNested && words.joints.has(lower));
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  // "the port's and the council's boats", "a pilot, a clerk and a cook": they hang together.
  if (before?.kind !== 'word' || next?.kind !== 'word' || /'s?$/u.test(before.lower)) return [];
  const comma = marksAt(clause, ',').findLast((other) => other < at) ?? 0;
  const deed = tokens[comma + 1];
  const isDeed = comma > 0 && deed !== undefined && isDoing(deed, words);
  if (endsList(clause, at) && !isDeed) return [];
  const main = { from: 0, to: at };
  const rest = toTheEnd(clause, at);
  if (countWords(clause, main) < MIN_TOLD_WORDS || countWords(clause, rest) <= MIN_CONJUNCT_WORDS)
    return [];
  const opens = words.determiners.has(next.lower) || words.numbers.has(next.lower);
  if (!opens || hasFiniteVerb(clause, rest) || denies(clause, rest) || hasNested(clause, rest))
    return [];
  if (tokens.slice(at, rest.to).some(({ text, isNested }) => text === ',' && !isNested)) return [];
  const counts = tokens
    .slice(Math.max(0, at - MAX_COUNTED), at)
    .some(({ lower }) => words.pairWords.has(lower) || words.rangeOpeners.has(lower));
  if (counts || breaksOff(clause, at) || !hasStatement(clause, main)) return [];
  return [{ ...placeOf(clause, rest), rule: 'final-clause', cost: RESCUE }];
}

const MAX_COUNTED = 12;
