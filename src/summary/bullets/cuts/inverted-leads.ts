import { PARTICLES } from '../../../people/lexicon.ts';
import { countWords, marksAt, type Clause } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { isVerb } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 9;

/**
 * "Na een debat dat tot laat duurde, heeft burgemeester Lund de haven gesloten": all before the verb, which comes behind
 * its subject then: "Burgemeester Lund heeft de haven gesloten". Only where it is certain where the subject ends.
 */
export function findInvertedLeads(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  if (!opensLead(clause, from)) return [];
  const [comma, ...others] = marksAt(clause, ',').filter(
    (at) => at > from && isVerb(tokens[at + 1], words),
  );
  if (comma === undefined || others.length > 0) return [];
  const verb = tokens[comma + 1];
  const last = tokens[subjectEnd(clause, comma + 2)];
  const opening = tokens[from];
  if (verb === undefined || last === undefined || opening === undefined) return [];
  if (countWords(clause, { from: comma + 1, to: tokens.length }) < MIN_MAIN_WORDS) return [];
  // "Volgens de politie, die …, heeft …": who says so.
  if (tokens.slice(from, comma).some(({ lower }) => words.reporting.has(lower))) return [];
  const moved = { start: verb.start, end: verb.end, to: last.end };
  const end = tokens[comma + 2]?.start ?? verb.end;
  return [{ start: opening.start, end, rule: 'lead', cost: RESCUE, moved }];
}

/** What sets the scene, but no condition. */
function opensLead({ tokens, words }: Clause, at: number): boolean {
  const { lower = '', isNested = true } = tokens[at] ?? {};
  if (isNested || words.negations.has(lower)) return false;
  return [words.leadOpeners, words.finalOpeners].some((openers) => openers.has(lower));
}

/** The index of the subject's last word; -1 where that is not certain. */
function subjectEnd(clause: Clause, at: number): number {
  const { tokens, words } = clause;
  const first = tokens[at];
  if (first?.kind !== 'word' || first.isNested) return -1;
  if (words.nounsAreCapital) return germanSubjectEnd(clause, at);
  if (isCapital(first)) return nameEnd(clause, at);
  // "wethouder Yvonne Lund"
  const isOffice = isNoun(first, clause) && isCapital(tokens[at + 1]);
  return isOffice ? nameEnd(clause, at + 1) : dutchSubjectEnd(clause, at);
}

/** "Yvonne van den Berg (34)": behind it something else than a name or a noun. */
function nameEnd({ tokens, words }: Clause, at: number): number {
  let end = at;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || !(isCapital(token) || PARTICLES.has(token.lower))) break;
    if (isCapital(token)) end = next;
  }
  if (tokens[end + 1]?.text === '(')
    end = tokens.findIndex(({ text }, place) => place > end && text === ')');
  return end >= 0 && isFree(tokens[end + 1], { tokens, words }) ? end : -1;
}

/** "de drie lotsen", "het bedrijf", "een man": the first word that cannot be an adjective, with small words behind it. */
function dutchSubjectEnd(clause: Clause, at: number): number {
  const { tokens, words } = clause;
  const { lower = '' } = tokens[at] ?? {};
  if (!words.definites.has(lower) && !words.indefinites.has(lower)) return -1;
  for (let noun = at + 1; noun <= at + MAX_DESCRIBING; noun += 1) {
    const token = tokens[noun];
    if (token !== undefined && words.numbers.has(token.lower)) continue;
    if (token === undefined || !isNoun(token, clause)) return -1;
    if (isFree(tokens[noun + 1], clause)) return noun;
    if (!token.lower.endsWith('e')) return -1;
  }
  return -1;
}

/** "die Bürgermeisterin", "ein alter Fischer": in the first case, with small words behind it. */
function germanSubjectEnd({ tokens, words }: Clause, at: number): number {
  if (!words.firstCaseArticles.has(tokens[at]?.lower ?? '')) return -1;
  for (let noun = at + 1; noun <= at + MAX_DESCRIBING; noun += 1) {
    const token = tokens[noun];
    if (token?.kind !== 'word') return -1;
    if (!isCapital(token)) {
      if (!/(?:e|er|es)$/u.test(token.lower)) return -1;
      continue;
    }
    // "der Rat der Stadt", "der Konzern Lund": it may be more of the subject, or another.
    const next = tokens[noun + 1];
    const isBound = isCapital(next) || words.definites.has(next?.lower ?? '');
    return !isBound && isFree(next, { tokens, words }) ? noun : -1;
  }
  return -1;
}

const MAX_DESCRIBING = 4;

function isNoun({ lower, kind, text }: Token, { words }: Clause): boolean {
  return kind === 'word' && /^\p{Ll}/u.test(text) && !words.functionWords.has(lower);
}

/** What cannot be more of a subject: a small word or a time, but nothing that hangs on a noun or adds another. */
function isFree(next: Token | undefined, { words }: Clause): boolean {
  if (next?.kind !== 'word') return false;
  const binds = [words.complements, words.relatives, words.listWords, words.alternatives];
  if (binds.some((those) => those.has(next.lower))) return false;
  return (
    words.functionWords.has(next.lower) ||
    words.leadOpeners.has(next.lower) ||
    words.timeOpeners.has(next.lower) ||
    words.weekdays.has(next.lower) ||
    words.possessives.has(next.lower)
  );
}
