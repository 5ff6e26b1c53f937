import { countWords, marksAt, type Clause } from '../clause.ts';
import { articleOf } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { hasVerb } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 9;

/** "Die Fähre liegt seit Montag fest: Das Eis …": what a colon adds to a statement that nobody makes in it. */
export function findExplanations(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const colon = onlyColon(clause, from);
  if (colon === undefined) return [];
  const main = { from, to: colon };
  const comma = marksAt(clause, ',').find((at) => at > from && at < colon) ?? colon;
  // "Sei ore di voto e un pilota che, alla fine, esce: è passata così …": the statement comes behind the colon.
  if (countWords(clause, main) < MIN_MAIN_WORDS || !hasVerb(clause, { from, to: comma })) return [];
  const before = tokens.slice(from, colon);
  const announces = ({ lower }: { readonly lower: string }): boolean =>
    [words.reporting, words.correlates, words.pointers, words.dependents].some((those) =>
      those.has(lower),
    );
  if (before.some(announces)) return [];
  const start = tokens[colon]?.start ?? 0;
  const end = tokens.findLast(({ kind }) => kind === 'word')?.end ?? start;
  return [{ start, end, rule: 'final-clause', cost: RESCUE }];
}

/** "Sei ore di voto e due liti: la legge è passata …": what leads up to the statement behind the colon. */
export function findBeforeColon(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const colon = onlyColon(clause, from);
  if (colon === undefined) return [];
  const rest = { from: colon + 1, to: tokens.length };
  if (countWords(clause, rest) < MIN_MAIN_WORDS || !hasVerb(clause, rest)) return [];
  // "Sei anni di carcere: è la condanna …": what stands behind the colon tells of what stands before it.
  const [opener, second] = [tokens[colon + 1], tokens[colon + 2]];
  const isTold =
    words.auxiliaries.has(opener?.lower ?? '') &&
    [words.definites, words.indefinites].some((those) => those.has(articleOf(second)));
  if (isTold) return [];
  const lead = tokens.slice(from, colon);
  if (lead.some(({ lower }) => words.reporting.has(lower) || words.negations.has(lower))) return [];
  const start = tokens[from]?.start ?? 0;
  return [{ start, end: tokens[colon + 1]?.start ?? start, rule: 'lead', cost: RESCUE }];
}

function onlyColon(clause: Clause, from: number): number | undefined {
  const [colon, ...others] = marksAt(clause, ':').filter((at) => at > from);
  return others.length === 0 ? colon : undefined;
}
