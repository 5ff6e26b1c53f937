import {
  countWords,
  hasNested,
  hasStatement,
  marksAt,
  mustStay,
  type Clause,
  type Run,
} from '../clause.ts';
import { isCapital } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_LONG_WORDS = 10;

/** Behind the verb, what a comma says of the word before it: "…, a group that ranges from banks to bakers". */
export function findAppositions(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  return marksAt(clause, ',').flatMap((at): Cut[] => {
    if (!words.apposers.has(tokens[at + 1]?.lower ?? '')) return [];
    // A comma shortly before makes it the last of a list.
    if (endsList(clause, at)) return [];
    const main = { from: 0, to: at };
    if (countWords(clause, main) < MIN_LONG_WORDS || !hasStatement(clause, main)) return [];
    const rest = { from: at, to: endOf(clause, at) };
    if (isListed(clause, at + 2) || isSaid(clause, rest)) return [];
    if (rest.to < 0 || mustStay(clause, rest) || hasNested(clause, rest)) return [];
    return [{ ...placeOf(clause, rest), rule: 'apposition', cost: LAST_RESORT }];
  });
}

/** ", a court has decided": who says all that stands before. */
function isSaid({ tokens, words }: Clause, { from, to }: Run): boolean {
  const verb = tokens.findIndex(
    ({ lower, isNested }, at) =>
      at > from &&
      at < to &&
      !isNested &&
      (words.auxiliaries.has(lower) || words.relatives.has(lower) || words.nounPointers.has(lower)),
  );
  return verb >= 0 && words.auxiliaries.has(tokens[verb]?.lower ?? '');
}

/** "…, a net and two oars": the next thing of a list, not what the word before is. */
function isListed({ tokens, words }: Clause, from: number): boolean {
  const next = tokens
    .slice(from)
    .find(({ lower, kind }) => kind === 'mark' || words.functionWords.has(lower));
  return next !== undefined && words.joints.has(next.lower);
}

/** The index behind an apposition: the sentence's end, or a comma behind which no list and no verb of it goes on; else -1. */
function endOf(clause: Clause, comma: number): number {
  const { tokens, words } = clause;
  const { to } = toTheEnd(clause, comma);
  const next = marksAt(clause, ',').find((at) => at > comma && at < to);
  if (next === undefined) return to;
  const opener = tokens[next + 1];
  const goesOn =
    opener !== undefined &&
    (words.purposes.has(opener.lower) || words.finalOpeners.has(opener.lower));
  if (!goesOn || !isCapital(tokens[comma - 1])) return -1;
  // "with Lund, the pilot, to mend it": without the pilot no comma either.
  return words.purposes.has(opener.lower) ? next + 1 : next;
}
