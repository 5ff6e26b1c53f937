import { countWords, hasNested, marksAt, type Clause } from '../clause.ts';
import { articleOf, isCapital } from '../token.ts';
import { RESCUE, type Cut } from './cut.ts';
import { findDayparts } from './dayparts.ts';
import { endOfTold } from './end-of-told.ts';
import { findBeforeColon, findExplanations } from './explanations.ts';
import { cutBetween, findInsertion } from './insertion.ts';
import { findNewNoun } from './new-noun.ts';
import { findNewSource } from './new-source.ts';
import { denies } from './rescue-guards.ts';
import { findRescueOfVerbSecond } from './rescue-verb-second.ts';
import { canGo, isWhole, mayBeVerb } from './romance-guards.ts';
import { findSetOff } from './set-off.ts';
import {
  endsLikeParticiple,
  hasVerb,
  INFINITIVE,
  isVerb,
  opensPredicate,
} from './verbs-by-ending.ts';

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
    ...findDayparts(clause, from),
    ...findNewSource(clause, from),
    ...findExplanations(clause, from),
    ...findBeforeColon(clause, from),
  ].sort((a, b) => a.start - b.start);
}

/** "El piloto Emil Haug, de 39 años, que había …, cerró el puerto": all between a subject and its verb. */
function findInsertions(clause: Clause, from: number): readonly Cut[] {
  const found = findInsertion(clause, from, {
    opensVerb: (at) => opensPredicate(clause, at),
    hasVerb: (run) => hasVerb(clause, run),
  });
  if (found === undefined || !opensSubject(clause, from)) return [];
  const { tokens, words } = clause;
  const isNew = words.indefinites.has(articleOf(tokens[from]));
  if (!isNew && !tokens.slice(from + 1, found.from).some(isCapital)) return [];
  // "acusado de vender barcos que no existían" goes with all that somebody is accused of, and all that is denied in it.
  const isDone = endsLikeParticiple(tokens[found.from + 1]?.lower ?? '', words);
  const canBeCut = isDone || canGo(clause, { from: found.from + 1, to: found.to });
  return canBeCut ? [cutBetween(clause, found)] : [];
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
    // "que empezaron ganando y terminaron con nueve": without it the verb says nothing.
    if (words.bareConnectives.has(tokens[at - 2]?.lower ?? '') && isVerb(before, words)) return [];
    // "la pilota che, dopo …": of a clause that is still to come.
    const comma = tokens.findLastIndex(({ text }, index) => index < at && text === ',');
    if (before.text !== ',' && opensClause(clause, comma + 1)) return [];
    const start = before.kind === 'mark' ? before.start : before.end;
    return [{ start, end: tokens[end - 1]?.end ?? start, rule: 'circumstance', cost: RESCUE }];
  });
}

/** Whether a clause has a verb and goes on to the end: behind none of its commas the statement before it goes on. */
function endsSentence(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  const end = endOfTold(clause);
  const comma = marksAt(clause, ',').find((mark) => mark > at) ?? end;
  // "dont une grièvement": of a list.
  if (!tokens.slice(at + 1, comma).some((token) => mayBeVerb(token, words))) return false;
  return marksAt(clause, ',:;').every((mark) => {
    if (mark < at || mark >= end) return true;
    const next = tokens[mark + 1];
    return (
      tokens[mark]?.text === ',' &&
      !words.bareConnectives.has(next?.lower ?? '') &&
      !opensPredicate(clause, mark + 1)
    );
  });
}

function opensClause({ tokens, words }: Clause, at: number): boolean {
  const { lower = '' } = tokens[at] ?? {};
  return at > 0 && (words.relatives.has(lower) || words.dependents.has(lower));
}

/** "un succès qui …"; where a comma sets it off, it goes with its noun: ", en un partido que …". */
function tellsOfNewNoun(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const noun = findNewNoun(clause, from, at);
  if (noun === undefined) return false;
  return tokens[noun - 2]?.text !== ',' || !words.leadOpeners.has(tokens[noun - 1]?.lower ?? '');
}

/**
 * "después de …", "lors d'un …", "para medir …", ", entre Ostvik y Luleby"; but "que …" only of what is not known yet, as
 * elsewhere it tells who or what.
 */
function opensTail(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const { lower = '' } = tokens[at] ?? {};
  const isBehindComma = tokens[at - 1]?.text === ',';
  if (words.relatives.has(lower))
    return isBehindComma ? endsSentence(clause, at) : tellsOfNewNoun(clause, from, at);
  if (words.dependents.has(lower)) return false;
  const end = endOfTold(clause);
  if (isBehindComma && words.leadOpeners.has(lower))
    return marksAt(clause, ',:').every((mark) => {
      if (tokens[mark]?.text === ':') return mark < at && hasVerb(clause, { from: mark, to: at });
      return mark < at || mark >= end;
    });
  const next = tokens[at + 1]?.lower ?? '';
  // "las promesas con las que ganó": it tells which ones.
  const isRelative = words.definites.has(next) && words.relatives.has(tokens[at + 2]?.lower ?? '');
  if (isRelative) return false;
  const isPurpose =
    words.leadOpeners.has(lower) && words.limits.has(lower) && INFINITIVE.test(next);
  return words.finalOpeners.has(lower) || isPurpose;
}
