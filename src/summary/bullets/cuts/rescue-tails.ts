import {
  breaksOff,
  countWords,
  hasFiniteVerb,
  hasStatement,
  isFiniteVerb,
  type Clause,
  type Run,
} from '../clause.ts';
import { isCapital } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { countDashes } from './is-dash.ts';
import { isDoing } from './is-doing.ts';
import { startsMainClause } from './lead.ts';
import { boundariesOf, isSaid, restricts } from './rescue-guards.ts';
import { opensLead } from './rescue-openings.ts';
import { opensTail } from './tail-openers.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 9;

/** "— a step that …", ", elevating …", "as he sought to …", "for proposing …". */
export function findTails(clause: Clause, from: number): readonly Cut[] {
  const { tokens } = clause;
  const start = startOfMain(clause, from);
  return tokens.flatMap((token, at): Cut[] => {
    const main = { from, to: at };
    // "on three counts: taking a boat, …": behind a colon stands the first of a list.
    if (at < start || tokens.slice(from, at).some(({ text }) => text === ':')) return [];
    if (token.isNested || isInAside(clause, main) || !opensTail(clause, from, at)) return [];
    if (countWords(clause, main) < MIN_MAIN_WORDS || !hasStatement(clause, main)) return [];
    const rest = toTheEnd(clause, at);
    if (
      breaksOff(clause, at) ||
      isUnfinished(clause, main) ||
      restricts(clause, rest) ||
      isSaid(clause, rest) ||
      goesOn(clause, rest)
    )
      return [];
    return [{ ...placeOf(clause, rest), rule: 'final-clause', cost: RESCUE }];
  });
}

/** "… added a goal as Ostvik": the last clause has not come to its verb. */
function isUnfinished(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const own = tokens.findLastIndex(
    ({ lower, isNested }, at) => at < to && !isNested && words.circumstances.has(lower),
  );
  const next = tokens[own + 1];
  if (own < from || next === undefined || isDoing(next, words)) return false;
  // "after the storm", "as mayor", but "as Ostvik …"
  const isNoun = words.comparers.has(tokens[own]?.lower ?? '')
    ? !isCapital(next)
    : words.leadOpeners.has(tokens[own]?.lower ?? '');
  return !isNoun && !hasFiniteVerb(clause, { from: own, to });
}

/**
 * Whether more than what goes would go: the verb of what stands before it, a contrast, or who says it at the end of the
 * sentence: ", two pilots who saw it said".
 */
function goesOn(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const last = tokens.slice(0, to).findLast(({ kind }) => kind === 'word');
  if (last !== undefined && words.reporting.has(last.lower)) return true;
  return tokens.slice(from + 1, to).some((token, by) => {
    const next = tokens[from + by + 2];
    if (token.isNested) return false;
    if (words.contrasts.has(token.lower) || words.hedges.has(token.lower)) return true;
    return token.text === ',' && next !== undefined && isFiniteVerb(next, words);
  });
}

/** Where the statement opens: behind a lead with its comma, nowhere in "Now that the ferries have made their bids …". */
function startOfMain(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  const isLead = opensLead(clause, from) || words.nounPointers.has(tokens[from + 1]?.lower ?? '');
  if (!isLead) return from;
  const mark = boundariesOf(clause).find((at) => at > from && startsMainClause(clause, at + 1));
  return mark ?? tokens.length;
}

/** Behind the only dash all is part of what it adds; what stands between two goes with both. */
function isInAside({ tokens }: Clause, main: Run): boolean {
  return countDashes(tokens, main) === 1;
}
