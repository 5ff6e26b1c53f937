import { countWords, hasFiniteVerb, hasStatement, isFiniteVerb, type Clause } from '../clause.ts';
import { isCapital } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { cutBetween, findInsertion } from './insertion.ts';
import { isTakenUp, startsMainClause } from './lead.ts';
import { boundariesOf, denies } from './rescue-guards.ts';
import { setsCondition } from './sets-condition.ts';

const MIN_MAIN_WORDS = 9;

/** "Struggling to stay afloat until the votes are counted, …", "As divers searched the bay — for a week now — …". */
export function findLeads(clause: Clause, from: number): readonly Cut[] {
  const { tokens } = clause;
  if (!opensLead(clause, from)) return [];
  const boundaries = boundariesOf(clause).filter((at) => at > from);
  return boundaries.flatMap((at): Cut[] => {
    const lead = { from, to: at };
    const rest = { from: at + 1, to: tokens.length };
    if (countWords(clause, rest) < MIN_MAIN_WORDS) return [];
    if (denies(clause, lead) || setsCondition(clause, from)) return [];
    // "As critics have pointed out, …"
    if (tokens.slice(from, at).some(({ lower }) => clause.words.reporting.has(lower))) return [];
    const isMain =
      boundaries.length === 1 ? startsBare(clause, at + 1) : startsAnew(clause, at + 1);
    if (!isMain || isTakenUp(clause, lead, rest)) return [];
    const start = tokens[from]?.start ?? 0;
    return [{ start, end: tokens[at + 1]?.start ?? start, rule: 'lead', cost: RESCUE }];
  });
}

/** A time, an occasion, a deed: not "In mice", "For those who signed", "In the view of", which say how far the sentence holds. */
export function opensLead({ tokens, words }: Clause, at: number): boolean {
  const { lower = '', isNested = true } = tokens[at] ?? {};
  if (isNested || words.negations.has(lower) || words.keepers.has(lower)) return false;
  return (
    [
      words.leadScene,
      words.circumstances,
      words.dependents,
      words.timeOpeners,
      words.weekdays,
    ].some((openers) => openers.has(lower)) || /^\p{L}{3,}(?:ing|ed)$/u.test(lower)
  );
}

/** "…, supporters of the strike wondered": behind the only mark, where they speak of nobody in what went before. */
function startsBare(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  if (!startsMainClause(clause, at)) return false;
  if (isCapital(tokens[at])) return true;
  return !tokens.slice(at).some(({ base }) => words.male.has(base) || words.female.has(base));
}

/** Behind one of several marks a subject must be seen to open: "Ostvik, Luleby and other ports that …" is the rest of a list. */
function startsAnew(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  const first = tokens[at];
  if (first === undefined || !(isCapital(first) || words.determiners.has(first.lower)))
    return false;
  const to = boundariesOf(clause).find((mark) => mark > at) ?? tokens.length;
  return hasStatement(clause, { from: at, to }) && startsMainClause(clause, at);
}

/** "Mara Lund, 68, a friend of the pilot since school, was …": all between a subject and its verb. */
export function findInsertions(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const found = findInsertion(clause, from, {
    opensVerb: (at) => opensVerb(clause, at),
    hasVerb: (run) => hasFiniteVerb(clause, run),
  });
  if (found === undefined) return [];
  const inside = { from: found.from + 1, to: found.to };
  if (!tokens.slice(from, found.from).some(isCapital)) return [];
  const set = tokens.slice(inside.from, inside.to);
  if (denies(clause, inside) || set.some(({ lower }) => words.reporting.has(lower))) return [];
  // "The pilot, the mayor and a clerk, who …, left": of several.
  const isList = set.some(({ lower }) => words.listWords.has(lower));
  if (isList && !words.relatives.has(set[0]?.lower ?? '')) return [];
  return [cutBetween(clause, found)];
}

/** "was", "on Friday declared". */
function opensVerb({ tokens, words }: Clause, at: number): boolean {
  const isDay = words.dayPrepositions.has(tokens[at]?.lower ?? '');
  const isWeekday = isDay && words.weekdays.has(tokens[at + 1]?.lower ?? '');
  const verb = tokens[isWeekday ? at + 2 : at];
  return verb !== undefined && isFiniteVerb(verb, words);
}
