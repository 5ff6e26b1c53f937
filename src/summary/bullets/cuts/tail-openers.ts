import type { BulletWords } from '../bullet-words.ts';
import { hasFiniteVerb, isFiniteVerb, type Clause } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { isCompared, isInRange, leansForward, ownPart } from './circumstances.ts';
import { countDashes, isDash } from './is-dash.ts';
import { isDoing } from './is-doing.ts';
import { findNewNoun } from './new-noun.ts';
import { denies, isSmall } from './rescue-guards.ts';
import { setsCondition } from './sets-condition.ts';

/** Whether something that a long sentence tells beside its statement opens at a token. */
export function opensTail(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const rest = { from: at, to: tokens.length };
  if (before === undefined || token === undefined || next?.kind !== 'word') return false;
  if (isDash(tokens, at)) return countDashes(tokens, { from, to: tokens.length }) === 1;
  if (token.text === ',') return opensComma(clause, at + 1);
  if (before.kind !== 'word' && !before.isNested) return false;
  if (tellsOfNew(clause, from, at) || goesOnDoing(clause, from, at)) return true;
  // "back to Ostvik where doctors …": of a name it tells more.
  if (
    words.relatives.has(token.lower) &&
    !words.subjectRelatives.has(token.lower) &&
    isCapital(before)
  )
    return !setsCondition(clause, at);
  if (words.negations.has(token.lower)) return false;
  if (words.conditionsBehindAs.has(next.lower) || /^\d/u.test(next.text)) return false;
  if (setsCondition(clause, at)) return false;
  // "by raising the fee", "for proposing a ban"
  if (words.means.has(token.lower) || words.causes.has(token.lower)) {
    const own = tokens.findLastIndex((one, other) => other < at && opensOwn(one, words)) + 1;
    const isDeed = isDoing(next, words) && opensObject(tokens[at + 2], words);
    return isDeed && !denies(clause, { from: own, to: at });
  }
  // "did not resign because of the debts": it is denied.
  if (denies(clause, { from, to: at })) return false;
  // What came then is told behind "before", and may be the news.
  const isSequel = words.sequels.has(token.lower);
  const opens =
    !isSequel && (words.circumstances.has(token.lower) || words.phraseOpeners.has(token.lower));
  // "on Sunday as", "in March because", but "two days after"
  const opensClause = words.dependents.has(token.lower) || words.comparers.has(token.lower);
  // "as a failure for which she must answer" is no clause.
  if (words.comparers.has(token.lower) && !hasFiniteVerb(clause, ownPart(clause, rest)))
    return false;
  const isBehindDay =
    words.weekdays.has(before.lower) || (opensClause && words.timeOpeners.has(before.base));
  if (isInRange(clause, rest)) return false;
  return opens && (isBehindDay || !leansForward(before, words)) && !isCompared(clause, at);
}

/** "came back to take the cup and keep it": the second of two that hang on one "to". */
function goesOnDoing({ tokens, words }: Clause, from: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!words.predicateJoints.has(tokens[at]?.lower ?? '') || !isBareVerb(next, words)) return false;
  if (next === undefined || !words.finiteVerbs.has(next.lower)) return false;
  const own = tokens.slice(from, at);
  const to = own.findLastIndex(({ lower }) => words.purposes.has(lower));
  return (
    to >= 0 &&
    isBareVerb(own[to + 1], words) &&
    own.slice(to + 2).every((token) => token.kind === 'word' && !isFiniteVerb(token, words))
  );
}

function isBareVerb(token: Token | undefined, words: BulletWords): boolean {
  return token !== undefined && isSmall(token) && !words.functionWords.has(token.lower);
}

/** "a plant that inspectors have cited", but nothing that is denied. */
function tellsOfNew(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  if (!words.subjectRelatives.has(tokens[at]?.lower ?? '')) return false;
  const noun = findNewNoun(clause, from, at);
  // ", a turn that few had seen": it takes up what stands before, and goes as a whole.
  if (noun === undefined || tokens[noun - 1]?.text === ',') return false;
  return !denies(clause, { from, to: at });
}

/** "proposing a ban", "raising Ostvik's fees": not "existing customers who …". */
function opensObject(token: Token | undefined, words: BulletWords): boolean {
  return token !== undefined && (isCapital(token) || words.determiners.has(token.lower));
}

/** ", which …", ", leaving …", ", differences that …", ", just a day after …". */
function opensComma({ tokens, words }: Clause, at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined || words.keepers.has(first.lower)) return false;
  // ", a turn that few had seen"
  if (words.indefinites.has(first.lower) && words.subjectRelatives.has(tokens[at + 2]?.lower ?? ''))
    return isSmall(second);
  // "from CALM-2, a trial of …"
  if (words.indefinites.has(first.lower) && isCapital(tokens[at - 2])) return true;
  if (words.conditionsBehindAs.has(second.lower)) return false;
  if (words.relatives.has(first.lower) || words.finalOpeners.has(first.lower)) return true;
  if (isDoing(first, words) && second.kind === 'word') {
    // "a cruel, conniving figure": of a noun that is still to come.
    const isAttribute = words.indefinites.has(tokens[at - 3]?.lower ?? '') && isSmall(second);
    return !isAttribute || words.functionWords.has(second.lower);
  }
  if (words.subjectRelatives.has(second.lower) && isSmall(first)) return true;
  return tokens.slice(at, at + MAX_TIME_WORDS).some((one, by) => {
    const opener = tokens[at + by + 1]?.lower ?? '';
    return words.timeOpeners.has(one.base) && words.circumstances.has(opener);
  });
}

const MAX_TIME_WORDS = 4;

/** "that", "which", "because": a clause in which a word stands. */
function opensOwn({ lower, isNested }: Token, words: BulletWords): boolean {
  if (isNested) return false;
  return (
    words.circumstances.has(lower) || words.relatives.has(lower) || words.nounPointers.has(lower)
  );
}
