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
import { afterDateline } from './after-dateline.ts';
import { LAST_RESORT, type Cut } from './cut.ts';

const MAX_LEAD_WORDS = 20;
/** A longer one tells something. */
const MAX_EASY_LEAD_WORDS = 14;
const MAX_KICKER_WORDS = 3;
const MIN_REST_WORDS = 7;
/** "With luck, …" sets a condition. */
const MIN_COMPANY_WORDS = 6;

/** What can go at a sentence's start: a dateline, a connective, an adverbial that sets the scene. */
export function findOpeningCuts(clause: Clause): readonly Cut[] {
  const { tokens } = clause;
  const first = tokens[0];
  if (first === undefined) return [];
  const cuts: Cut[] = [];
  const junk = afterJunk(clause);
  let at = junk > 0 ? junk : afterDateline(clause);
  if (at > 0) cuts.push(cutTo(tokens, { from: 0, to: at }, { rule: 'dateline', cost: 0 }));
  const behind = afterConnective(clause, at);
  if (behind > at)
    cuts.push(cutTo(tokens, { from: at, to: behind }, { rule: 'connective', cost: 0 }));
  at = behind;
  const rest = afterLead(clause, at);
  if (rest > at) {
    const cost = leadCost(clause, { from: at, to: rest });
    cuts.push(cutTo(tokens, { from: at, to: rest }, { rule: 'lead', cost }));
  }
  return cuts;
}

function cutTo(tokens: readonly Token[], { from, to }: Run, kind: Pick<Cut, 'rule' | 'cost'>): Cut {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to]?.start ?? start, ...kind };
}

/** Behind "Scroll down for video", "BREAKING:", and behind the kicker of a caption: "Retro: The first doll is back". */
function afterJunk(clause: Clause): number {
  const { tokens, words } = clause;
  for (const phrase of words.leadJunk) {
    const length = matchedLength(tokens, 0, phrase);
    if (length === 0) continue;
    const next = tokens[length];
    if (/^[:|–—-]$/u.test(next?.text ?? '')) return length + 1;
    if (length > 2 && isCapital(next)) return length;
  }
  const colon = tokens.findIndex(({ text }) => text === ':');
  const hasStop = /[.!?]["”’']?$/u.test(tokens.at(-1)?.text ?? '');
  if (colon < 1 || colon > MAX_KICKER_WORDS || hasStop || !isCapital(tokens[colon + 1])) return 0;
  const rest = { from: colon + 1, to: tokens.length };
  const isName = tokens.slice(1, colon).some(isCapital);
  return !isName && hasFiniteVerb(clause, rest) ? colon + 1 : 0;
}

/** Behind "But ", "In fact, ", "And so "; the word of a name ("So Yun-jin said") is none. */
function afterConnective(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  let at = from;
  for (let round = 0; round < 2; round += 1) {
    const found = words.connectives
      .map((phrase) => ({ phrase, length: matchedLength(tokens, at, phrase) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)[0];
    if (found === undefined) return at;
    const behind = at + found.length;
    const next = tokens[behind];
    if (/^[,،，、]$/u.test(next?.text ?? '')) {
      // "Then, as now, …"
      if (words.comparers.has(tokens[behind + 1]?.lower ?? '')) return at;
      if (opensWithSpeaker(clause, behind + 1)) return at;
      at = behind + 1;
    } else if (
      words.bareConnectives.has(found.phrase) &&
      next?.kind === 'word' &&
      !words.bareBefore.has(next.lower)
    )
      at = behind;
    else return at;
  }
  return at;
}

function matchedLength(tokens: readonly Token[], from: number, phrase: string): number {
  // Nearly every phrase ends here; to split them all would take longer than all other cuts together.
  const first = tokens[from]?.lower;
  if (first === undefined || !phrase.startsWith(first)) return 0;
  const parts = phrase.split(' ');
  return parts.every((part, index) => tokens[from + index]?.lower === part) ? parts.length : 0;
}

/** Behind an adverbial in front of a whole clause: "After the vote, the mayor resigned". */
function afterLead(clause: Clause, from: number): number {
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
function isTakenUp(clause: Clause, lead: Run, { from }: Run): boolean {
  const { words } = clause;
  const rest = clause.tokens.slice(from).filter(({ isNested }) => !isNested);
  if (rest.some(({ lower }) => words.backPointers.has(lower))) return true;
  const verb = rest.find((token) => isFiniteVerb(token, words));
  // "By noon, Lund had sold two boats": until when.
  if (words.backTenses.has(verb?.lower ?? '')) return true;
  if (isTimeOnly(clause, lead.from, lead.to)) return false;
  return rest.slice(1).some(({ base }) => words.plural.has(base) || words.neuter.has(base));
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
function startsMainClause(clause: Clause, from: number): boolean {
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

const MAX_SPEAKER_WORDS = 5;

/** "Instead, Lund insisted, the quay was sound": what stands before the speaker is what is said. */
function opensWithSpeaker(clause: Clause, from: number): boolean {
  const { tokens, words } = clause;
  const comma = marksAt(clause, ',').find((at) => at > from) ?? -1;
  if (comma < 0 || countWords(clause, { from, to: comma }) > MAX_SPEAKER_WORDS) return false;
  return tokens.slice(from, comma).some(({ lower }) => words.reporting.has(lower));
}

/** "the mayor", "they", "former mayor Mara Lund", "officials": no preposition, no verb of the adverbial before it. */
function opensSubject({ lower }: Token, words: BulletWords): boolean {
  if (words.determiners.has(lower) || words.openers.has(lower) || words.subjects.has(lower))
    return true;
  return !words.functionWords.has(lower) && !/(?:ing|ed)$/u.test(lower);
}

/** What is counted or goes along says something; whoever is named in front may be who the sentence goes on to speak of. */
function leadCost(clause: Clause, { from, to }: Run): number {
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
        words.functionWords.has(lower),
    )
  );
}
