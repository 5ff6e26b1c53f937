import {
  countWords,
  findProtection,
  hasFiniteVerb,
  hasStatement,
  isFiniteVerb,
  hasNested,
  marksAt,
  mustStay,
  type Clause,
  type Run,
} from '../clause.ts';
import { isCapital } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 7;

/** "; the mayor declined to comment", ", and the mayor declined to comment": a statement of its own behind another. */
export function findSecondStatements(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const statements = marksAt(clause, ',;').flatMap((at): Cut[] => {
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
    const rest = toTheEnd(clause, at);
    if (!opens || !hasStatement(clause, main) || !hasOwnVerb(clause, rest)) return [];
    // "bakers, brewers, and millers who had lost their water": a comma shortly before makes it the last of a list.
    if (isComma && (endsList(clause, at) || isSubjectOfTwo(clause, rest))) return [];
    if (countWords(clause, main) < MIN_MAIN_WORDS || mustStay(clause, rest)) return [];
    // "The point is not to mend the quay; it is to leave it": only both halves tell.
    if (findProtection(clause, main) === 'never') return [];
    if (hasNested(clause, { from: at, to: tokens.length })) return [];
    return [{ ...placeOf(clause, rest), rule: 'second-statement', cost: 2 }];
  });
  return [...statements, ...findSecondClaims(clause)];
}

/**
 * ", and added that the dam would be mended": what the same one says next, with all that is claimed. Behind "but", or where
 * it denies something, it may limit what was said before.
 */
function findSecondClaims(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  return marksAt(clause, ',').flatMap((at): Cut[] => {
    const [joint, verb] = [tokens[at + 1]?.lower ?? '', tokens[at + 2]];
    if (!words.predicateJoints.has(joint) || verb === undefined) return [];
    if (!words.reporting.has(verb.lower) || !isFiniteVerb(verb, words)) return [];
    const main = { from: 0, to: at };
    const rest = toTheEnd(clause, at);
    if (countWords(clause, main) < MIN_MAIN_WORDS || !hasStatement(clause, main)) return [];
    if (hasNested(clause, rest) || findProtection(clause, rest) === 'never') return [];
    return [{ ...placeOf(clause, rest), rule: 'second-statement', cost: LAST_RESORT }];
  });
}

/** "said the quay, and the noise of its cranes, was …": two that have one verb. */
function isSubjectOfTwo(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const next = marksAt(clause, ',').find((at) => at > from && at < to);
  const verb = next === undefined ? undefined : tokens[next + 1];
  if (next === undefined || verb === undefined || !isFiniteVerb(verb, words)) return false;
  return !hasFiniteVerb(clause, { from, to: next });
}

/** Whether a run has a verb before anything relative in it could have one. */
function hasOwnVerb(clause: Clause, { from, to }: Run): boolean {
  const relative = clause.tokens.findIndex(
    ({ lower }, at) => at >= from && at < to && clause.words.relatives.has(lower),
  );
  return hasFiniteVerb(clause, { from, to: relative < 0 ? to : relative });
}
