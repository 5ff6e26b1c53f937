import { countWords, hasMainVerb, marksAt, type Clause } from '../clause.ts';
import { isCapital } from '../token.ts';
import type { Cut } from './cut.ts';

const MIN_MAIN_WORDS = 7;

/**
 * "He wears no uniform, but Emil Haug runs the port": what a sentence teases with before it names whom it is about. It
 * could not open a bullet, and what stands behind is whole.
 */
export function findLeadingStatements(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const first = tokens[0];
  if (first === undefined || !words.openers.has(first.base)) return [];
  const at = marksAt(clause, ',—–').find((mark) => {
    const [joint, subject] = [tokens[mark + 1], tokens[mark + 2]];
    if (joint === undefined || subject === undefined) return false;
    const isOwn = isCapital(subject) || words.determiners.has(subject.lower);
    const isPronoun = words.openers.has(subject.base) || words.firstPerson.has(subject.base);
    return words.contrasts.has(joint.lower) && isOwn && !isPronoun;
  });
  if (at === undefined) return [];
  const main = { from: at + 2, to: tokens.length };
  // Who claims it may claim all of it.
  const isClaimed = tokens.slice(0, at).some(({ lower }) => words.reporting.has(lower));
  if (isClaimed || countWords(clause, main) < MIN_MAIN_WORDS || !hasMainVerb(clause, main))
    return [];
  return [{ start: first.start, end: tokens[at + 2]?.start ?? first.start, rule: 'lead', cost: 0 }];
}
