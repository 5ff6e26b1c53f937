import {
  breaksOff,
  countWords,
  hasFiniteVerb,
  hasStatement,
  type Clause,
  type Run,
} from '../clause.ts';
import type { BulletWords } from '../bullet-words.ts';
import { isCapital, type Token } from '../token.ts';
import { isCompared, isInRange, leansForward } from './circumstances.ts';
import { RESCUE, type Cut } from './cut.ts';
import { isDash } from './is-dash.ts';
import { isDoing } from './is-doing.ts';
import { startsMainClause } from './lead.ts';
import { boundariesOf, denies, isSaid, isSmall } from './rescue-guards.ts';
import { opensLead } from './rescue-openings.ts';
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
      denies(clause, rest) ||
      isSaid(clause, rest)
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

/** Where the statement opens: behind a lead with its comma, nowhere in "Now that the ferries have made their bids …". */
function startOfMain(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  const isLead = opensLead(clause, from) || words.nounPointers.has(tokens[from + 1]?.lower ?? '');
  if (!isLead) return from;
  const mark = boundariesOf(clause).find((at) => at > from && startsMainClause(clause, at + 1));
  return mark ?? tokens.length;
}

function opensTail(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token === undefined || next?.kind !== 'word') return false;
  if (isDash(tokens, at)) return countDashes(tokens, { from, to: tokens.length }) === 1;
  if (token.text === ',') return opensComma(clause, at + 1);
  if (before.kind !== 'word' && !before.isNested) return false;
  // "back to Ostvik where doctors …": of a name it tells more.
  if (words.relatives.has(token.lower) && isCapital(before)) return true;
  // "did not resign because of the debts": it is denied.
  const own = tokens.findLastIndex((one, other) => other < at && opensOwn(one, words)) + 1;
  if (words.negations.has(token.lower) || denies(clause, { from: own, to: at })) return false;
  if (words.conditionsBehindAs.has(next.lower)) return false;
  // "by raising the fee", "for proposing a ban"
  if (words.means.has(token.lower) || words.causes.has(token.lower)) return isDoing(next, words);
  const opens = words.circumstances.has(token.lower) || words.phraseOpeners.has(token.lower);
  const isBehindDay = words.weekdays.has(before.lower);
  if (isInRange(clause, { from: at, to: tokens.length })) return false;
  return opens && (isBehindDay || !leansForward(before, words)) && !isCompared(clause, at);
}

/** ", which …", ", leaving …", ", differences that …", ", just a day after …". */
function opensComma({ tokens, words }: Clause, at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined || words.keepers.has(first.lower)) return false;
  if (words.relatives.has(first.lower) || words.finalOpeners.has(first.lower)) return true;
  if (isDoing(first, words) && second.kind === 'word') return true;
  if (words.subjectRelatives.has(second.lower) && isSmall(first)) return true;
  return tokens.slice(at, at + MAX_TIME_WORDS).some((one, by) => {
    const opener = tokens[at + by + 1]?.lower ?? '';
    return words.timeOpeners.has(one.base) && words.circumstances.has(opener);
  });
}

const MAX_TIME_WORDS = 4;

/** "that", "which", "because": a clause in which a word stands. */
function opensOwn({ lower, isNested }: Token, words: BulletWords): boolean {
  if (isNested) return false;
  return (
    words.circumstances.has(lower) || words.relatives.has(lower) || words.nounPointers.has(lower)
  );
}

/** Behind the only dash all is part of what it adds; what stands between two goes with both. */
function isInAside({ tokens }: Clause, main: Run): boolean {
  return countDashes(tokens, main) === 1;
}

function countDashes(tokens: readonly Token[], { from, to }: Run): number {
  return tokens.filter((_, at) => at >= from && at < to && isDash(tokens, at)).length;
}
