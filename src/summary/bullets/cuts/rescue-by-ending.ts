import type { BulletWords } from '../bullet-words.ts';
import { countWords, hasNested, marksAt, type Clause, type Run } from '../clause.ts';
import { articleOf, isCapital, type Token } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { cutBetween, findInsertion } from './insertion.ts';
import { findBeforeColon, findExplanations } from './explanations.ts';
import { findNewNoun } from './new-noun.ts';
import { denies } from './rescue-guards.ts';
import { findRescueOfVerbSecond } from './rescue-verb-second.ts';
import { hasVerb, INFINITIVE, isVerb, opensPredicate } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 9;
/** "vent'anni dopo": alone it belongs to what stands before it. */
const MIN_TAIL_WORDS = 3;

/** What goes from a sentence that is too long whatever else goes, where verbs are told only by their endings. */
export function findRescueByEnding(clause: Clause, from: number): readonly Cut[] {
  if (clause.words.isVerbSecond) return findRescueOfVerbSecond(clause, from);
  return [
    ...findInsertions(clause, from),
    ...findTails(clause, from),
    ...findSetOff(clause, from),
    ...findExplanations(clause, from),
    ...findBeforeColon(clause, from),
  ];
}

/** "El piloto Emil Haug, de 39 años, que había …, cerró el puerto": all between a subject and its verb. */
function findInsertions(clause: Clause, from: number): readonly Cut[] {
  const found = findInsertion(clause, from, {
    opensVerb: (at) => opensPredicate(clause, at),
    hasVerb: (run) => hasVerb(clause, run),
  });
  if (found === undefined || !opensSubject(clause, from)) return [];
  if (!clause.tokens.slice(from + 1, found.from).some(isCapital)) return [];
  return canGo(clause, { from: found.from + 1, to: found.to }) ? [cutBetween(clause, found)] : [];
}

/** An article or a name; behind a preposition stands what sets the scene. */
function opensSubject({ tokens, words }: Clause, at: number): boolean {
  const first = tokens[at];
  if (first === undefined || words.leadOpeners.has(first.lower)) return false;
  const article = articleOf(first);
  return (
    words.definites.has(article) ||
    words.indefinites.has(article) ||
    (isCapital(tokens[at + 1]) && !words.functionWords.has(first.lower))
  );
}

/** "… durante una tormenta con …", "… para medir las mareas": when, why and to what end, behind a statement. */
function findTails(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const end = endOfTold(clause);
  return tokens.flatMap(({ isNested }, at): Cut[] => {
    const before = tokens[at - 1];
    if (isNested || at <= from || before === undefined || !opensTail(clause, from, at)) return [];
    const main = { from, to: at };
    const tail = { from: at, to: end };
    if (countWords(clause, tail) < MIN_TAIL_WORDS) return [];
    if (countWords(clause, main) < MIN_MAIN_WORDS || !isWhole(clause, main)) return [];
    if (denies(clause, main) || !canGo(clause, tail) || hasNested(clause, tail)) return [];
    if (words.functionWords.has(before.lower) || words.leadOpeners.has(before.lower)) return [];
    // "la pilota che, dopo …": of a clause that is still to come.
    const comma = tokens.findLastIndex(({ text }, index) => index < at && text === ',');
    if (before.text !== ',' && opensClause(clause, comma + 1)) return [];
    const start = before.kind === 'mark' ? before.start : before.end;
    return [{ start, end: tokens[end - 1]?.end ?? start, rule: 'circumstance', cost: RESCUE }];
  });
}

/** "…, samedi soir, dans une collision": a time or a place between two commas. */
function findSetOff(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const commas = marksAt(clause, ',').filter((at) => at > from);
  return commas.flatMap((open, index): Cut[] => {
    const close = commas[index + 1];
    const opener = tokens[open + 1]?.lower ?? '';
    if (close === undefined || close - open > MAX_SET_OFF) return [];
    // "il bilancio, ancora provvisorio, della tempesta": what stands behind it goes on with the noun before it.
    const isAside =
      close - open <= MAX_ASIDE && words.complements.has(articleOf(tokens[close + 1]));
    const setsOff =
      isAside ||
      [words.weekdays, words.timeOpeners, words.leadOpeners].some((those) => those.has(opener));
    const inside = { from: open + 1, to: close };
    if (!setsOff || hasVerb(clause, inside) || !canGo(clause, inside)) return [];
    // "a Ostvik, a Luleby, e in mare": one of several.
    if (commas.some((at) => at > open && words.bareConnectives.has(tokens[at + 1]?.lower ?? '')))
      return [];
    // "Vaubrun, en difficulté, dont …": one comma stays.
    const isBeforeRelative = words.relatives.has(tokens[close + 1]?.lower ?? '');
    const run = { from: open, to: isBeforeRelative ? close - 1 : close };
    return [{ ...cutBetween(clause, run), rule: 'circumstance' }];
  });
}

const MAX_SET_OFF = 8;
const MAX_ASIDE = 3;

/** It has its verb, and so has the clause that it ends with; and it is more than a circumstance. */
function isWhole(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  if (words.dependents.has(tokens[from]?.lower ?? '') || !hasVerb(clause, { from, to }))
    return false;
  const opener = tokens.findLastIndex(({ lower }, at) => {
    const isOpener = words.subordinators.has(lower) || words.dependents.has(lower);
    return at > from && at < to && isOpener;
  });
  return opener < 0 || tokens.slice(opener + 1, to).some((token) => mayBeVerb(token, words));
}

/** Short ones too: "usava". */
function mayBeVerb(token: Token, words: BulletWords): boolean {
  const { lower } = token;
  return (
    isVerb(token, words) ||
    words.verbEndings.some((end) => lower.endsWith(end) && lower.length > end.length + 1)
  );
}

function opensClause({ tokens, words }: Clause, at: number): boolean {
  const { lower = '' } = tokens[at] ?? {};
  return at > 0 && (words.relatives.has(lower) || words.dependents.has(lower));
}

/**
 * "después de …", "lors d'un …", "para medir …", ", entre Ostvik y Luleby"; but "que …" only of what is not known yet, as
 * elsewhere it tells who or what.
 */
function opensTail(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const { lower = '' } = tokens[at] ?? {};
  if (words.relatives.has(lower)) return findNewNoun(clause, from, at) !== undefined;
  if (words.dependents.has(lower)) return false;
  if (tokens[at - 1]?.text === ',' && words.leadOpeners.has(lower))
    return marksAt(clause, ',:').every((mark) => mark < at && tokens[mark]?.text === ',');
  const next = tokens[at + 1]?.lower ?? '';
  const isPurpose =
    words.leadOpeners.has(lower) && words.limits.has(lower) && INFINITIVE.test(next);
  return words.finalOpeners.has(lower) || isPurpose;
}

/** No denial, no condition, and nobody's claim; a "se" with a subject before it is no condition. */
function canGo(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const isReflexive = (at: number): boolean => {
    const before = tokens[at - 1];
    return (
      words.reflexives.has(tokens[at]?.lower ?? '') &&
      before?.kind === 'word' &&
      !words.functionWords.has(before.lower)
    );
  };
  const isDenial = ({ lower }: Token, index: number): boolean =>
    words.negations.has(lower) && !isReflexive(from + index);
  return !isClaimed(clause, { from, to }) && !tokens.slice(from, to).some(isDenial);
}

function isClaimed({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens
    .slice(from, to)
    .some(({ lower }) => words.reporting.has(lower) || words.hedges.has(lower));
}
