import type { BulletWords } from '../bullet-words.ts';
import {
  breaksOff,
  countWords,
  hasFiniteVerb,
  hasStatement,
  isFiniteVerb,
  marksAt,
  mustStay,
  type Clause,
  type Run,
} from '../clause.ts';
import type { Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { isDoing } from './is-doing.ts';
import { setsCondition } from './sets-condition.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_LONG_WORDS = 10;

/** "… after the dam had broken", "… and was taken to hospital": what a long sentence tells beside its statement. */
export function findCircumstances(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  return tokens.flatMap((token, at): Cut[] => {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    if (before === undefined || next?.kind !== 'word' || token.isNested) return [];
    // Behind a closing quotation mark too, but behind no comma.
    if (before.kind !== 'word' && !before.isNested) return [];
    if (words.conditionsBehindAs.has(next.lower) || setsCondition(clause, at)) return [];
    const opens =
      words.circumstances.has(token.lower) ||
      words.phraseOpeners.has(token.lower) ||
      opensTime(clause, at);
    const isCircumstance = opens && !leansForward(before, words) && !isCompared(clause, at);
    const isPredicate = words.predicateJoints.has(token.lower) && opensPredicate(next, words);
    if (!isCircumstance && !isPredicate) return [];
    const main = { from: 0, to: at };
    const rest = toTheEnd(clause, at);
    if (countWords(clause, main) < MIN_LONG_WORDS || !hasStatement(clause, main)) return [];
    if (mustStay(clause, rest)) return [];
    // "after posting a bond"
    const isPhrase =
      words.phraseOpeners.has(token.lower) ||
      opensTime(clause, at) ||
      // "as living proof"
      (isDoing(next, words) && !words.comparers.has(token.lower));
    if (!isPhrase && !hasFiniteVerb(clause, ownPart(clause, rest))) return [];
    // "did not resign because of the debts": the circumstance is what is denied.
    if (tokens.slice(0, at).some(({ lower }) => words.negations.has(lower))) return [];
    if (goesOn(clause, rest) || leavesOpen(clause, rest) || isInRange(clause, rest)) return [];
    return [{ ...placeOf(clause, rest), rule: 'circumstance', cost: LAST_RESORT }];
  });
}

/** "at a time when". */
function opensTime({ tokens, words }: Clause, at: number): boolean {
  const [opener, article, noun, relative] = tokens.slice(at, at + 4).map(({ lower }) => lower);
  return (
    words.leadOpeners.has(opener ?? '') &&
    words.indefinites.has(article ?? '') &&
    words.timeNouns.has(noun ?? '') &&
    words.relatives.has(relative ?? '')
  );
}

const MAX_COMPARED = 4;
const MAX_COMPARED_TO = 9;

/** "as large as", "so loud as", of either word. */
export function isCompared({ tokens, words }: Clause, at: number): boolean {
  const compares = (token: Token | undefined): boolean => words.comparers.has(token?.lower ?? '');
  if (!compares(tokens[at])) return false;
  const isAgain = ({ lower }: Token): boolean => lower === tokens[at]?.lower;
  return (
    tokens.slice(at + 1, at + MAX_COMPARED_TO).some(isAgain) ||
    tokens.slice(Math.max(0, at - MAX_COMPARED_TO), at).some(isAgain) ||
    tokens.slice(Math.max(0, at - MAX_COMPARED), at).some(compares)
  );
}

/** "from her years at sea, while she was a pilot, to …": a range is not over. */
export function isInRange(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const part = marksAt(clause, ',;:').findLast((at) => at < from) ?? -1;
  const before = tokens.slice(part + 1, from);
  const opener = before.findLastIndex(({ lower }) => words.rangeOpeners.has(lower));
  const closes = ({ lower }: Token): boolean => words.purposes.has(lower);
  if (opener < 0 || before.slice(opener).some(closes)) return false;
  return tokens.slice(from, to).some(closes);
}

/** "said that the use of the flag": a clause that has not come to its verb, or whose sense is still to come. */
function leavesOpen(clause: Clause, { from: at, to }: Run): boolean {
  const { tokens, words } = clause;
  // "says that he fell when …", "told the council during the debate that …": what is said hangs together.
  if (tokens.slice(0, at).some(({ lower }) => words.reporting.has(lower))) {
    if (!words.phraseOpeners.has(tokens[at]?.lower ?? '')) return true;
    if (
      tokens.slice(at, to).some(({ lower, isNested }) => isNested || words.nounPointers.has(lower))
    )
      return true;
  }
  return breaksOff(clause, at);
}

/**
 * As far as the next mark, the next circumstance, or what is said of a noun: "as proof that the port is safe" is no clause,
 * nor is "as a friend after she left" or "as a friend and sold it".
 */
export function ownPart({ tokens, words }: Clause, { from, to }: Run): Run {
  const isVerbAt = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && isFiniteVerb(token, words);
  };
  const end = tokens.findIndex(
    ({ kind, lower, isNested }, at) =>
      at > from &&
      !isNested &&
      (kind === 'mark' ||
        words.nounPointers.has(lower) ||
        words.relatives.has(lower) ||
        words.circumstances.has(lower) ||
        (words.joints.has(lower) && isVerbAt(at + 1))),
  );
  return { from, to: end < 0 ? to : Math.min(end, to) };
}

/** Behind another mark the main clause may go on: ", said the mayor", ", the mayor and the council closed the quay". */
function goesOn({ tokens, words }: Clause, { from, to }: Run): boolean {
  const inside = tokens.slice(from, to);
  const mark = inside.findIndex(
    ({ text, isNested }) => !isNested && /^(?:[,;:–—-]|--)$/u.test(text),
  );
  if (mark < 0) return false;
  const opener = inside[mark + 1];
  return !(opener?.kind === 'word' && opensSubordinate(opener, words));
}

/** ", which …", ", leaving …", ", after …", ", a …": what stands behind the mark is part of the circumstance. */
function opensSubordinate({ lower, text }: Token, words: BulletWords): boolean {
  return (
    words.relatives.has(lower) ||
    words.finalOpeners.has(lower) ||
    (/^\p{Ll}/u.test(text) && /^\p{L}{3,}(?:ing|ed)$/u.test(lower))
  );
}

/** "and was taken to hospital", "and fell". */
function opensPredicate({ lower }: Token, words: BulletWords): boolean {
  return words.pastVerbs.has(lower) || words.auxiliaries.has(lower);
}

/** "two days after", "just as", "as well as": the word before belongs to it. */
export function leansForward({ lower, base }: Token, words: BulletWords): boolean {
  if (/\d$/u.test(lower)) return true;
  if (/\p{L}{2}ly$/u.test(lower) && words.leaning.size > 0) return true;
  return words.timeOpeners.has(base) || words.leaning.has(lower) || words.functionWords.has(lower);
}
