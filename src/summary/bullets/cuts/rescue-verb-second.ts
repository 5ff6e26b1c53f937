import { countWords, hasNested, marksAt, type Clause, type Run } from '../clause.ts';
import { isCapital } from '../token.ts';
import { afterDateline } from './after-dateline.ts';
import { awaitsVerb } from './awaits-verb.ts';
import { RESCUE, type Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { tellsOfName } from './inner-clauses.ts';
import { cutBetween } from './insertion.ts';
import { findExplanations } from './explanations.ts';
import { findInvertedLeads } from './inverted-leads.ts';
import { denies } from './rescue-guards.ts';
import { opensClause } from './subordinate-cuts.ts';
import { hasVerb, isVerb, opensPredicate } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 9;

/** What goes from a sentence that is too long whatever else goes, where the verb stands second: German and Dutch. */
export function findRescueOfVerbSecond(clause: Clause, from: number): readonly Cut[] {
  return [
    ...findInvertedLeads(clause, from),
    ...findRelatives(clause),
    ...findTails(clause, from),
    ...findSecondStatements(clause, from),
    ...findExplanations(clause, from),
  ];
}

/** "…, waar vorig jaar vier lotsen vertrokken,": what is told of a name, with its numbers. */
function findRelatives(clause: Clause): readonly Cut[] {
  const commas = marksAt(clause, ',');
  return commas.flatMap((open, index): Cut[] => {
    const close = commas[index + 1];
    if (close === undefined) return [];
    if (tellsOfSomebody(clause, open) && opensPredicate(clause, close + 1))
      return [cutBetween(clause, { from: open, to: close })];
    if (!tellsOfName(clause, open)) return [];
    if (isClaimed(clause, { from: open + 1, to: close }) || !opensPredicate(clause, close + 1))
      return [];
    return [cutBetween(clause, { from: open, to: close })];
  });
}

/** "Ein Fischer aus Ostvik, der seit Jahren …,": nobody knows yet which one it is. */
function tellsOfSomebody(clause: Clause, comma: number): boolean {
  const { tokens, words } = clause;
  const from = afterDateline(clause);
  const opener = tokens[comma + 1]?.lower ?? '';
  return (
    words.indefinites.has(tokens[from]?.lower ?? '') &&
    comma - from <= MAX_SOMEBODY &&
    (words.relatives.has(opener) || words.articles.has(opener)) &&
    !hasVerb(clause, { from: from + 1, to: comma })
  );
}

const MAX_SOMEBODY = 10;

function isClaimed({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens
    .slice(from, to)
    .some(({ lower }) => words.reporting.has(lower) || words.hedges.has(lower));
}

/** "…, omdat het ijs …", "…, weil …", "…, die in mei …": the last clause, with all that is said and denied in it. */
function findTails(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  return marksAt(clause, ',').flatMap((at): Cut[] => {
    const main = { from, to: at };
    const tail = { from: at + 1, to: endBehind(clause, at) };
    if (!opensTail(clause, tail) || !isWhole(clause, main)) return [];
    const opener = tokens[at + 1]?.lower ?? '';
    // "trat nicht zurück, weil …": it is denied that this is why.
    if (!words.relatives.has(opener) && denies(clause, main)) return [];
    return goesOn(clause, tail) || hasNested(clause, tail) ? [] : [cutOf(clause, at, tail)];
  });
}

function opensTail(clause: Clause, tail: Run): boolean {
  const { tokens, words } = clause;
  const opener = tokens[tail.from]?.lower ?? '';
  if (words.purposes.has(opener)) return false;
  if (opensClause(clause, tail) || isAddedBare(clause, tail)) return true;
  // "het kabinet, dat daarmee …", but "zei, dat …"
  const isClaim = tokens.slice(0, tail.from).some(({ lower }) => words.reporting.has(lower));
  return !words.nounsAreCapital && words.relatives.has(opener) && !isClaim;
}

/** ", die meisten davon im Norden", ", de meeste in het noorden": without a verb, and none of several. */
function isAddedBare(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const opener = tokens[from]?.lower ?? '';
  if (![words.definites, words.indefinites, words.leadOpeners].some((those) => those.has(opener)))
    return false;
  const piece = tokens.slice(from, to);
  const isList = piece.some(({ lower }) => words.listWords.has(lower));
  const endsInVerb = /^(?:ge|be|ver|er|zer|ent)\p{Ll}+(?:t|en|d)$/u.test(piece.at(-1)?.text ?? '');
  return !isList && !endsInVerb && !piece.some((token) => isVerb(token, words));
}

/** "…, en dat doen ze al maanden": a statement of its own behind another. */
function findSecondStatements(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  return marksAt(clause, ',').flatMap((at): Cut[] => {
    const second = { from: at + 2, to: endBehind(clause, at) };
    if (!words.listWords.has(tokens[at + 1]?.lower ?? '') || !isWhole(clause, { from, to: at }))
      return [];
    const opening = tokens.slice(second.from, second.from + MAX_SUBJECT);
    if (!opening.some((token) => isVerb(token, words))) return [];
    if (denies(clause, second) || hasNested(clause, second)) return [];
    return [cutOf(clause, at, second)];
  });
}

/** Before who says all of it; "…, die volgens Lund te oud is" is who says a part. */
function endBehind(clause: Clause, comma: number): number {
  const end = endOfTold(clause);
  return end > comma ? end : clause.tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
}

/** So many words a second statement has before its verb, with it. */
const MAX_SUBJECT = 4;

function cutOf({ tokens }: Clause, comma: number, { to }: Run): Cut {
  const start = tokens[comma]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start, rule: 'final-clause', cost: RESCUE };
}

/** It says something alone and announces nothing that is to come. */
function isWhole(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const main = { from, to };
  if (countWords(clause, main) < MIN_MAIN_WORDS || !hasVerb(clause, main)) return false;
  if (awaitsVerb(clause, main) || words.dependents.has(tokens[from]?.lower ?? '')) return false;
  const last = marksAt(clause, ',;:').findLast((at) => at < to) ?? from;
  // "so alt, dass …", "zu alt, um zu …"
  return !tokens
    .slice(last, to)
    .some(({ lower }) => words.correlates.has(lower) || words.comparers.has(lower));
}

/** Where each clause has its commas, what follows the next one may be the sentence's own. */
function goesOn(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const later = marksAt(clause, ',;:').filter((at) => at > from && at < to);
  return later.some((at) => {
    const next = tokens[at + 1];
    if (isVerb(next, words) || words.bareConnectives.has(next?.lower ?? '')) return true;
    return !opensTail(clause, { from: at + 1, to }) && !isCapital(next);
  });
}
