import { hasNested, marksAt, mustStay, type Clause, type Run } from '../clause.ts';
import { articleOf, isCapital } from '../token.ts';
import { awaitsVerb } from './awaits-verb.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { hasVerb, opensPredicate } from './verbs-by-ending.ts';

/** What commas set off inside a sentence, where verbs are told only by their endings. */
export function findInnerClauses(clause: Clause): readonly Cut[] {
  const commas = marksAt(clause, ',');
  const end = endOfTold(clause);
  return commas.flatMap((at, index) =>
    innerCut(clause, { from: at, to: commas[index + 1] ?? end }),
  );
}

/** ", la mayor del país," between a subject and its verb. */
function innerCut(clause: Clause, { from, to }: Run): readonly Cut[] {
  const { tokens, words } = clause;
  const [opener, second] = [tokens[from + 1], tokens[from + 2]];
  if (opener === undefined || second === undefined) return [];
  if (isInclusion(clause, { from: from + 1, to })) return [apposition(clause, { from, to })];
  if (!opensPredicate(clause, to + 1)) return [];
  // "…, lorsqu'un bateau, qui attendait, a été vu": of its own clause it is the subject.
  const main = { from: 0, to: from };
  if (hasVerb(clause, main) && (words.isVerbSecond || !awaitsVerb(clause, main))) return [];
  const isApposition =
    words.definites.has(articleOf(opener)) || words.indefinites.has(opener.lower);
  // Where each clause has commas, one of them may tell which one is meant; an apposition ends with its noun.
  const inside = { from: from + 1, to };
  const isSetOff = words.isVerbSecond
    ? (isApposition && words.nounsAreCapital && isCapital(tokens[to - 1])) ||
      tellsOfName(clause, from)
    : isApposition || words.finalOpeners.has(opener.lower);
  // "una vez fuera": a condition.
  if (!(isSetOff || isBareApposition(clause, inside)) || words.timeOpeners.has(second.lower))
    return [];
  if (mustStay(clause, inside) || hasNested(clause, inside)) return [];
  // "Ayer, el puerto cerró, …": a statement of its own.
  if (isApposition && hasVerb(clause, inside)) return [];
  return [apposition(clause, { from, to })];
}

function apposition({ tokens }: Clause, { from, to }: Run): Cut {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to]?.end ?? start, rule: 'apposition', cost: LAST_RESORT };
}

/** ", darunter neun Kinder,", ", onder wie negen kinderen,": some of those who are told of. */
function isInclusion(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const [first, second, next] = [tokens[from], tokens[from + 1], tokens[to + 1]];
  const opens = [first?.lower ?? '', `${first?.lower ?? ''} ${second?.lower ?? ''}`];
  return (
    opens.some((opener) => words.inclusions.has(opener)) &&
    next !== undefined &&
    !words.reporting.has(next.lower) &&
    (words.leadOpeners.has(next.lower) || opensPredicate(clause, to + 1)) &&
    !hasVerb(clause, { from, to }) &&
    !mustStay(clause, { from, to }) &&
    !hasNested(clause, { from, to })
  );
}

/** "Ostvik, waar …, is": what is told of a name does not tell which one is meant. */
export function tellsOfName({ tokens, words }: Clause, comma: number): boolean {
  if (words.nounsAreCapital) return false;
  return isCapital(tokens[comma - 1]) && words.relatives.has(tokens[comma + 1]?.lower ?? '');
}

/** "Haug, exalcalde de Ostvik, ha cerrado": what somebody is, without an article. */
function isBareApposition(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const opener = tokens[from];
  if (opener?.kind !== 'word' || !isCapital(tokens[from - 2])) return false;
  const isNoun = ![
    words.functionWords,
    words.leadOpeners,
    words.timeOpeners,
    words.weekdays,
    words.reporting,
    words.finalOpeners,
    words.numbers,
  ].some((those) => those.has(opener.lower));
  const isOf = [from + 1, from + 2].some((at) => words.complements.has(articleOf(tokens[at])));
  return isNoun && isOf && !hasVerb(clause, { from, to });
}
