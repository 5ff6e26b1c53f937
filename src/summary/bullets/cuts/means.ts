import {
  breaksOff,
  countWords,
  hasMainVerb,
  marksAt,
  mustStay,
  type Clause,
  type Run,
} from '../clause.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { isDoing } from './is-doing.ts';
import { mainVerbAt } from './modifier-cuts.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 10;

/** "… by lighting a lamp": how something was done; also of "a sailor who saved a boat by lighting a lamp will be honoured". */
export function findMeans(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  return tokens.flatMap(({ lower, isNested }, at): Cut[] => {
    if (isNested || !words.means.has(lower) || !isDone(clause, at)) return [];
    const rest = meansAt(clause, at);
    if (rest === undefined || mustStay(clause, rest) || breaksOff(clause, at)) return [];
    const kept = tokens.length - (rest.to - rest.from);
    if (kept < MIN_MAIN_WORDS) return [];
    // "did not resign by leaving the room": that is what is denied.
    if (tokens.slice(0, at).some((token) => words.negations.has(token.lower))) return [];
    return [{ ...placeOf(clause, rest), rule: 'circumstance', cost: LAST_RESORT }];
  });
}

/** "by lighting", but not "was hit by falling stones". */
function isDone(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  const [before, next, behind] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (before?.kind !== 'word' || next === undefined || behind === undefined) return false;
  const isPassive =
    words.pastVerbs.has(before.lower) ||
    words.pastEndings.some((ending) => before.lower.endsWith(ending));
  if (isPassive || isBePassive(clause, at) || before.lower.endsWith('ly')) return false;
  return isDoing(next, words);
}

const MAX_PASSIVE_WORDS = 8;

/** "was caused in large part by": shortly before, something was done to the subject. */
function isBePassive({ tokens, words }: Clause, by: number): boolean {
  return tokens
    .slice(Math.max(0, by - MAX_PASSIVE_WORDS), by)
    .some(
      ({ lower }, at, all) =>
        words.passives.has(all[at - 1]?.lower ?? '') &&
        words.pastEndings.some((ending) => lower.endsWith(ending)),
    );
}

/** To the end of its part of the sentence, or to the main verb where that is still to come. */
function meansAt(clause: Clause, from: number): Run | undefined {
  if (!hasMainVerb(clause, { from: 0, to: from })) {
    const to = mainVerbAt(clause, from + 1);
    return to < 0 ? undefined : { from, to };
  }
  if (countWords(clause, { from: 0, to: from }) < MIN_MAIN_WORDS) return undefined;
  const rest = toTheEnd(clause, from);
  // "by rowing, sailing, and swimming"
  const mark = marksAt(clause, ',;:–—').find(
    (at) => at > from && at < rest.to && !isAnotherDoing(clause, at + 1),
  );
  return { from, to: mark ?? rest.to };
}

function isAnotherDoing({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[words.joints.has(tokens[at]?.lower ?? '') ? at + 1 : at];
  return next !== undefined && isDoing(next, words);
}
