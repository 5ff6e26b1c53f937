import { countWords, marksAt, type Clause, type Run } from '../clause.ts';
import { articleOf } from '../token.ts';
import type { Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { cutBetween } from './insertion.ts';
import { canGo, isWhole } from './romance-guards.ts';
import { endsLikeParticiple, hasVerb, isVerb } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 9;
const MAX_SET_OFF = 8;
const MAX_ASIDE = 3;
/** What something is compared with, or what was done to somebody, is longer than a time or a place. */
const MAX_DETAIL = 14;

/** What two commas set off without a verb: a time, a place, some of many, what was done to somebody; the last also at the end. */
export function findSetOff(clause: Clause, from: number): readonly Cut[] {
  const { tokens, words } = clause;
  const end = endOfTold(clause);
  const commas = marksAt(clause, ',').filter((at) => at > from && at <= end);
  return commas.flatMap((open, index): Cut[] => {
    const close = commas[index + 1] ?? end;
    const inside = { from: open + 1, to: close };
    if (open >= end || isListed(clause, commas, open)) return [];
    if (isKnown(clause, open + 1) && hasOpenClause(clause, inside))
      return cutClause(clause, from, { from: open, to: end });
    if (isDetail(clause, inside)) return cutDetail(clause, from, { from: open, to: close });
    if (tokens[close]?.text !== ',' || !isCircumstance(clause, inside)) return [];
    if (hasVerb(clause, inside) || !canGo(clause, inside)) return [];
    // "Vaubrun, en difficulté, dont …": one comma stays.
    const isBeforeRelative = words.relatives.has(tokens[close + 1]?.lower ?? '');
    const run = { from: open, to: isBeforeRelative ? close - 1 : close };
    return [{ ...cutBetween(clause, run), rule: 'circumstance' }];
  });
}

/** "samedi soir", "dans une collision" */
function isCircumstance({ tokens, words }: Clause, { from, to }: Run): boolean {
  if (to - from >= MAX_SET_OFF) return false;
  // "il bilancio, ancora provvisorio, della tempesta": what stands behind it goes on with the noun before it.
  const isAside = to - from < MAX_ASIDE && words.complements.has(articleOf(tokens[to + 1]));
  const opener = tokens[from]?.lower ?? '';
  return (
    isAside ||
    [words.weekdays, words.timeOpeners, words.leadOpeners].some((those) => those.has(opener))
  );
}

/** "dont une grièvement", "contre un bénéfice de …", "uno de ellos de gravedad", "accusé d'avoir …" */
function isDetail(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const [opener, second, next] = [tokens[from], tokens[from + 1], tokens[to + 1]];
  if (opener === undefined || second === undefined || to - from > MAX_DETAIL) return false;
  if (hasOpenClause(clause, { from, to })) return false;
  if (isKnown(clause, from)) return true;
  const isSmallWord = [
    words.functionWords,
    words.leadOpeners,
    words.subordinators,
    words.notVerbs,
  ].some((those) => those.has(opener.lower));
  // "construida con dos millones, de los que …": more is told of what stands in it.
  const goesOn = words.complements.has(articleOf(next)) || words.relatives.has(next?.lower ?? '');
  return (
    !isSmallWord &&
    !goesOn &&
    /^\p{Ll}{5,}$/u.test(opener.text) &&
    endsLikeParticiple(opener.lower, words) &&
    words.complements.has(articleOf(second)) &&
    // "un avion blanc et vert, rangé et fermé de l'intérieur": one of several.
    !tokens.slice(from, to).some(({ lower }) => words.bareConnectives.has(lower))
  );
}

/** "dont une", "contre un bénéfice", "uno de ellos"; but not "soit …, soit …". */
function isKnown({ tokens, words }: Clause, at: number): boolean {
  const [opener, second] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  const isOnlyOne = tokens.every(({ lower }, other) => other === at || lower !== opener);
  const opens = (start: string): boolean => words.inclusions.has(start) || words.details.has(start);
  return isOnlyOne && [opener, `${opener} ${second}`].some(opens);
}

/** "una de las promesas con las que la alcaldesa, Mara Lund, …": behind the comma its verb is still to come. */
function hasOpenClause({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens
    .slice(from + 1, to)
    .some(({ lower }) => words.relatives.has(lower) || words.subordinators.has(lower));
}

/** A detail with a clause of its own goes with it, where the statement does not go on behind it. */
function cutClause(clause: Clause, from: number, { from: open, to: end }: Run): Cut[] {
  const { tokens, words } = clause;
  const goesOn = marksAt(clause, ',:;').some(
    (at) => at > open && at < end && words.bareConnectives.has(tokens[at + 1]?.lower ?? ''),
  );
  const main = { from, to: open };
  if (goesOn || countWords(clause, main) < MIN_MAIN_WORDS || !isWhole(clause, main)) return [];
  if (!canGo(clause, { from: open + 1, to: end })) return [];
  return [{ ...cutBetween(clause, { from: open, to: end - 1 }), rule: 'circumstance' }];
}

function cutDetail(clause: Clause, from: number, { from: open, to: close }: Run): Cut[] {
  const { tokens, words } = clause;
  const inside = { from: open + 1, to: close };
  // "accusé de …" goes with all that somebody is accused of.
  const said = { from: open + 2, to: close };
  if (hasVerb(clause, inside) || !canGo(clause, said)) return [];
  const isLast = tokens[close]?.text !== ',' || close === endOfTold(clause);
  const main = { from, to: open };
  if (isLast && (countWords(clause, main) < MIN_MAIN_WORDS || !isWhole(clause, main))) return [];
  const goesOn = words.bareConnectives.has(tokens[close + 1]?.lower ?? '');
  const to = isLast || goesOn ? close - 1 : close;
  return [{ ...cutBetween(clause, { from: open, to }), rule: 'circumstance' }];
}

/** "a Ostvik, a Luleby, e in mare": one of several; behind ", et présenté" the statement goes on. */
function isListed(clause: Clause, commas: readonly number[], open: number): boolean {
  const { tokens, words } = clause;
  return commas.some((at) => {
    const [joint, next] = [tokens[at + 1], tokens[at + 2]];
    if (at <= open || !words.bareConnectives.has(joint?.lower ?? '')) return false;
    return !isVerb(next, words) && !endsLikeParticiple(next?.lower ?? '', words);
  });
}
