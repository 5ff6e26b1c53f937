import { countWords, marksAt, type Clause, type Run } from '../clause.ts';
import { RESCUE, type Cut } from './cut.ts';

const MIN_MAIN_WORDS = 9;
const MAX_SUBJECT_WORDS = 10;

/** How verbs are told in a language. */
interface Verbs {
  readonly opensVerb: (at: number) => boolean;
  readonly hasVerb: (run: Run) => boolean;
}

/** From the comma behind a short subject to the one before its verb; of two such verbs nobody knows whose they are. */
export function findInsertion(
  clause: Clause,
  from: number,
  { opensVerb, hasVerb }: Verbs,
): Run | undefined {
  const [open, ...others] = marksAt(clause, ',').filter((at) => at > from);
  const [close, another] = others.filter((at) => opensVerb(at + 1));
  if (open === undefined || close === undefined || another !== undefined) return undefined;
  const subject = { from, to: open };
  if (countWords(clause, subject) > MAX_SUBJECT_WORDS || hasVerb(subject)) return undefined;
  if (countWords(clause, { from: close, to: clause.tokens.length }) < MIN_MAIN_WORDS)
    return undefined;
  return { from: open, to: close };
}

/** What two commas set off, with both. */
export function cutBetween({ tokens }: Clause, { from, to }: Run): Cut {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to]?.end ?? start, rule: 'relative-clause', cost: RESCUE };
}
