import {
  countWords,
  hasFiniteVerb,
  hasStatement,
  isFiniteVerb,
  marksAt,
  type Clause,
  type Run,
} from '../clause.ts';
import { isCapital } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { cutBetween, findInsertion } from './insertion.ts';
import { isDoing } from './is-doing.ts';
import { isTakenUp, startsMainClause } from './lead.ts';
import { boundariesOf, denies } from './rescue-guards.ts';
import { setsCondition } from './sets-condition.ts';

const MIN_MAIN_WORDS = 9;

/** So far into the statement an "it" may mean what stands before it; farther on it has its noun there. */
const MAX_TAKING_UP = 10;

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
    if (!isMain || isTakenUp(clause, lead, { from: at + 1, to: at + 1 + MAX_TAKING_UP })) return [];
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
  const found =
    findInsertion(clause, from, {
      opensVerb: (at) => opensVerb(clause, at),
      hasVerb: (run) => hasFiniteVerb(clause, run),
    }) ?? findDeed(clause, from);
  if (found === undefined) return [];
  const inside = { from: found.from + 1, to: found.to };
  // "As a boy, Haug had seen how Lund, a pilot, won the race": what sets the scene is no subject.
  const opener = tokens[from]?.lower ?? '';
  if (opensLead(clause, from) || words.leadOpeners.has(opener) || words.keepers.has(opener))
    return [];
  if (!tokens.slice(from, found.from).some(isCapital)) return [];
  const set = tokens.slice(inside.from, inside.to);
  if (denies(clause, inside) || set.some(({ lower }) => words.reporting.has(lower))) return [];
  // "The pilot, the mayor and a clerk, who …, left": of several.
  const isList =
    set.some(({ lower }) => words.listWords.has(lower)) && !opensSingular(clause, found.to + 1);
  if (isList && !words.relatives.has(set[0]?.lower ?? '')) return [];
  return [cutBetween(clause, found), ...findDetail(clause, found)];
}

/** "Brask Line, the ferry company used by pilots and crews, has": what is told of what it is. */
function findDetail({ tokens, words }: Clause, { from, to }: Run): readonly Cut[] {
  if (!words.determiners.has(tokens[from + 1]?.lower ?? '')) return [];
  const at = tokens.findIndex(
    ({ lower, text }, index) =>
      index > from + 2 &&
      index < to &&
      (words.subjectRelatives.has(lower) || /^\p{Ll}{2,}(?:ed|ing)$/u.test(text)),
  );
  const before = tokens[at - 1];
  // "the often used ferry", "the now renamed line": more of what it is.
  if (at < 0 || before === undefined || words.functionWords.has(before.lower)) return [];
  if (before.lower.endsWith('ly')) return [];
  const end = tokens[to - 1]?.end ?? before.end;
  return [{ start: before.end, end, rule: 'relative-clause', cost: RESCUE }];
}

/** "A clerk who had sold the boats, spending it on a house, a car and fees, was …": what a subject of several words did. */
function findDeed(clause: Clause, from: number): Run | undefined {
  const { tokens, words } = clause;
  const commas = marksAt(clause, ',').filter((at) => at > from);
  const [open, another] = commas.filter((at) => {
    const next = tokens[at + 1];
    return next !== undefined && isDoing(next, words);
  });
  const close = commas.find((at) => at > (open ?? Infinity) && opensSingular(clause, at + 1));
  if (open === undefined || close === undefined || another !== undefined) return undefined;
  const isMain = countWords(clause, { from: close, to: tokens.length }) >= MIN_DEED_WORDS;
  return isMain && !hasStatement(clause, { from, to: open })
    ? { from: open, to: close }
    : undefined;
}

const MIN_DEED_WORDS = 6;

/** "was", "on Friday declared", "today announced". */
function opensVerb(clause: Clause, at: number): boolean {
  const verb = clause.tokens[behindDay(clause, at)];
  return verb !== undefined && isFiniteVerb(verb, clause.words);
}

function behindDay({ tokens, words }: Clause, at: number): number {
  if (words.nearDays.has(tokens[at]?.lower ?? '')) return at + 1;
  const isDay = words.dayPrepositions.has(tokens[at]?.lower ?? '');
  return isDay && words.weekdays.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at;
}

/** "…, has confirmed": one did. */
function opensSingular(clause: Clause, at: number): boolean {
  return clause.words.singularVerbs.has(clause.tokens[behindDay(clause, at)]?.lower ?? '');
}
