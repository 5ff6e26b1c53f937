import {
  countWords,
  findProtection,
  hasFiniteVerb,
  isFiniteVerb,
  marksAt,
  type Clause,
  type Run,
} from '../clause.ts';
import { isCapital } from '../token.ts';
import type { Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 7;

/** "; the mayor declined to comment", ", and the mayor declined to comment": a statement of its own behind another. */
export function findSecondStatements(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  return marksAt(clause, ',;').flatMap((at): Cut[] => {
    const isComma = tokens[at]?.text === ',';
    const joint = tokens[at + 1];
    if (isComma && !words.joints.has(joint?.lower ?? '')) return [];
    const subject = tokens[isComma ? at + 2 : at + 1];
    const opens =
      subject !== undefined &&
      !subject.isNested &&
      (isCapital(subject) ||
        words.determiners.has(subject.lower) ||
        words.openers.has(subject.lower));
    const main = { from: 0, to: at };
    const source = attributionAt(clause);
    const rest = { from: at + 1, to: source > at ? source : tokens.length };
    if (!opens || !hasFiniteVerb(clause, main) || !hasOwnVerb(clause, rest)) return [];
    // "bakers, brewers, and millers who had lost their water": a comma shortly before makes it the last of a list.
    if (isComma && endsList(clause, at)) return [];
    if (countWords(clause, main) < MIN_MAIN_WORDS || findProtection(clause, rest) === 'never')
      return [];
    if (tokens.slice(at).some(({ isNested }) => isNested)) return [];
    const { start, end } = toTheEnd(tokens, at);
    const keptFrom = tokens[rest.to]?.start ?? end;
    return [{ start, end: Math.min(end, keptFrom), rule: 'second-statement', cost: 2 }];
  });
}

const MAX_ATTRIBUTION_WORDS = 8;

/** The index of a last comma behind which stands who says all of it: ", a spokesman of the port said"; else -1. */
function attributionAt(clause: Clause): number {
  const { tokens, words } = clause;
  const at = marksAt(clause, ',').at(-1) ?? -1;
  const behind = { from: at + 1, to: tokens.length };
  if (at < 0 || countWords(clause, behind) > MAX_ATTRIBUTION_WORDS) return -1;
  const verbs = tokens.slice(at + 1).filter((token) => isFiniteVerb(token, words));
  return verbs.length === 1 && words.reporting.has(verbs[0]?.lower ?? '') ? at : -1;
}

/** Whether a run has a verb before anything relative in it could have one. */
function hasOwnVerb(clause: Clause, { from, to }: Run): boolean {
  const relative = clause.tokens.findIndex(
    ({ lower }, at) => at >= from && at < to && clause.words.relatives.has(lower),
  );
  return hasFiniteVerb(clause, { from, to: relative < 0 ? to : relative });
}
