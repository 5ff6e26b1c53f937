import type { BulletWords } from '../bullet-words.ts';
import {
  countWords,
  hasFiniteVerb,
  isFiniteVerb,
  isProtected,
  marksAt,
  mustStay,
  type Clause,
  type Run,
} from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { LAST_RESORT } from './cut.ts';
import { opensWithSpeaker } from './opens-with-speaker.ts';

const MAX_LEAD_WORDS = 20;
/** A longer one tells something. */
const MAX_EASY_LEAD_WORDS = 14;
const MIN_REST_WORDS = 7;
/** "With luck, …" sets a condition. */
const MIN_COMPANY_WORDS = 6;

/** Behind an adverbial in front of a whole clause: "After the vote, the mayor resigned". */
export function afterLead(clause: Clause, from: number): number {
  const { tokens } = clause;
  const first = tokens[from];
  if (first === undefined || first.isNested) return from;
  const comma = marksAt(clause, ',').find((at) => at > from);
  if (comma === undefined || !setsScene(clause, { from, to: comma })) return from;
  const lead = { from, to: comma };
  if (countWords(clause, lead) > MAX_LEAD_WORDS || mustStay(clause, lead)) return from;
  const rest = { from: comma + 1, to: tokens.length };
  if (isTakenUp(clause, lead, rest)) return from;
  return startsMainClause(clause, comma + 1) && countWords(clause, rest) >= MIN_REST_WORDS
    ? comma + 1
    : from;
}

/** "Besides the pilot, two others were saved", "After the sails tore, Lund sewed them": the lead tells what is meant. */
export function isTakenUp(clause: Clause, lead: Run, { from, to }: Run): boolean {
  const { words } = clause;
  const rest = clause.tokens.slice(from, to).filter(({ isNested }) => !isNested);
  if (rest.some(({ lower }) => words.backPointers.has(lower))) return true;
  const verb = rest.find((token) => isFiniteVerb(token, words));
  // "By noon, Lund had sold two boats": until when.
  if (words.backTenses.has(verb?.lower ?? '')) return true;
  if (isTimeOnly(clause, lead.from, lead.to)) return false;
  // What stands behind a colon speaks of what is announced before it.
  const colon = rest.findIndex(({ text }) => text === ':');
  return rest
    .slice(1, colon < 0 ? undefined : colon)
    .some(({ base }) => words.plural.has(base) || words.neuter.has(base));
}

/** A time, a place in time, what went before: not "In mice", "In theory", which say how far the sentence holds. */
function setsScene({ tokens, words }: Clause, { from, to }: Run): boolean {
  const first = tokens[from]?.lower ?? '';
  // "As of Tuesday, …": what holds only on that day.
  if (words.complements.has(tokens[from + 1]?.lower ?? '')) return false;
  if (words.leadScene.has(first) || words.weekdays.has(first) || words.timeOpeners.has(first))
    return true;
  if (words.leadScene.size > 0 && /^\p{L}{3,}ing$/u.test(first)) return true;
  const isTime = ({ lower, base }: Token): boolean =>
    words.timeOpeners.has(base) || words.weekdays.has(lower);
  if (words.leadCompany.has(first) && to - from >= MIN_COMPANY_WORDS) return true;
  return words.leadOpeners.has(first) && tokens.slice(from, to).some(isTime);
}

/** A subject, and its verb before the next comma: else the first comma belonged to a list or a name. */
export function startsMainClause(clause: Clause, from: number): boolean {
  const { tokens, words } = clause;
  const first = tokens[from];
  if (first === undefined || first.isNested || first.kind === 'mark') return false;
  if (!isCapital(first) && !opensSubject(first, words)) return false;
  // "… about Emil Haug, a boy who …": an apposition and no subject.
  if (isCapital(tokens[from - 2]) && words.determiners.has(first.lower)) return false;
  const next = marksAt(clause, ',;:–—').find((at) => at > from) ?? tokens.length;
  const verb = tokens.findIndex((token, at) => at > from && isFiniteVerb(token, words));
  if (opensWithSpeaker(clause, from)) return false;
  return verb > from && verb < next && hasFiniteVerb(clause, { from, to: next });
}

/** "… of the boat, divers found a net": without an article the lead may tell where and whose. */
function opensBare({ tokens, words }: Clause, at: number): boolean {
  const first = tokens[at];
  if (first === undefined || isCapital(first)) return false;
  return !words.determiners.has(first.lower) && !words.openers.has(first.lower);
}

/** "the mayor", "they", "former mayor Mara Lund", "officials": no preposition, no verb of the adverbial before it. */
function opensSubject({ lower }: Token, words: BulletWords): boolean {
  if (words.determiners.has(lower) || words.openers.has(lower) || words.subjects.has(lower))
    return true;
  return !words.functionWords.has(lower) && !/(?:ing|ed)$/u.test(lower);
}

/** What is counted or goes along says something; whoever is named in front may be who the sentence goes on to speak of. */
export function leadCost(clause: Clause, { from, to }: Run): number {
  if (isTimeOnly(clause, from, to)) return 0;
  if (countWords(clause, { from, to }) > MAX_EASY_LEAD_WORDS) return LAST_RESORT;
  if (isProtected(clause, { from, to }) || opensBare(clause, to)) return LAST_RESORT;
  if (clause.words.leadCompany.has(clause.tokens[from]?.lower ?? '')) return LAST_RESORT;
  return clause.tokens.slice(from + 1, to).some(isCapital) ? LAST_RESORT : 1;
}

/** "On Tuesday", "Last month": the article's date tells as much. */
function isTimeOnly({ tokens, words }: Clause, from: number, to: number): boolean {
  const inside = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  return (
    inside.length <= 4 &&
    inside.some(({ lower }) => words.weekdays.has(lower) || words.nearDays.has(lower)) &&
    inside.every(
      ({ lower }) =>
        words.timeOpeners.has(lower) ||
        words.dayPrepositions.has(lower) ||
        // "Since Friday", "By Friday": from when, until when.
        (words.functionWords.has(lower) &&
          !words.leadOpeners.has(lower) &&
          !words.leadScene.has(lower)),
    )
  );
}
