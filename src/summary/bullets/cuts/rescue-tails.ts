import {
  breaksOff,
  countWords,
  hasFiniteVerb,
  hasNested,
  hasStatement,
  isFiniteVerb,
  marksAt,
  type Clause,
  type Run,
} from '../clause.ts';
import type { BulletWords } from '../bullet-words.ts';
import { isCapital, type Token } from '../token.ts';
import { isCompared, isInRange, leansForward, ownPart } from './circumstances.ts';
import { RESCUE, type Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { isDash } from './is-dash.ts';
import { isDoing } from './is-doing.ts';
import { startsMainClause } from './lead.ts';
import { boundariesOf, denies, isSaid, isSmall, restricts } from './rescue-guards.ts';
import { opensLead } from './rescue-openings.ts';
import { setsCondition } from './sets-condition.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 9;

/** "— a step that …", ", elevating …", "as he sought to …", "for proposing …". */
export function findTails(clause: Clause, from: number): readonly Cut[] {
  const { tokens } = clause;
  const start = startOfMain(clause, from);
  return tokens.flatMap((token, at): Cut[] => {
    const main = { from, to: at };
    // "on three counts: taking a boat, …": behind a colon stands the first of a list.
    if (at < start || tokens.slice(from, at).some(({ text }) => text === ':')) return [];
    if (token.isNested || isInAside(clause, main) || !opensTail(clause, from, at)) return [];
    if (countWords(clause, main) < MIN_MAIN_WORDS || !hasStatement(clause, main)) return [];
    const rest = toTheEnd(clause, at);
    if (
      breaksOff(clause, at) ||
      isUnfinished(clause, main) ||
      restricts(clause, rest) ||
      isSaid(clause, rest) ||
      goesOn(clause, rest)
    )
      return [];
    return [{ ...placeOf(clause, rest), rule: 'final-clause', cost: RESCUE }];
  });
}

/** "… added a goal as Ostvik": the last clause has not come to its verb. */
function isUnfinished(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const own = tokens.findLastIndex(
    ({ lower, isNested }, at) => at < to && !isNested && words.circumstances.has(lower),
  );
  const next = tokens[own + 1];
  if (own < from || next === undefined || isDoing(next, words)) return false;
  // "after the storm", "as mayor", but "as Ostvik …"
  const isNoun = words.comparers.has(tokens[own]?.lower ?? '')
    ? !isCapital(next)
    : words.leadOpeners.has(tokens[own]?.lower ?? '');
  return !isNoun && !hasFiniteVerb(clause, { from: own, to });
}

/**
 * Whether more than what goes would go: the verb of what stands before it, a contrast, or who says it at the end of the
 * sentence: ", two pilots who saw it said".
 */
function goesOn(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const last = tokens.slice(0, to).findLast(({ kind }) => kind === 'word');
  if (last !== undefined && words.reporting.has(last.lower)) return true;
  return tokens.slice(from + 1, to).some((token, by) => {
    const next = tokens[from + by + 2];
    if (token.isNested) return false;
    if (words.contrasts.has(token.lower) || words.hedges.has(token.lower)) return true;
    return token.text === ',' && next !== undefined && isFiniteVerb(next, words);
  });
}

/** Where the statement opens: behind a lead with its comma, nowhere in "Now that the ferries have made their bids …". */
function startOfMain(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  const isLead = opensLead(clause, from) || words.nounPointers.has(tokens[from + 1]?.lower ?? '');
  if (!isLead) return from;
  const mark = boundariesOf(clause).find((at) => at > from && startsMainClause(clause, at + 1));
  return mark ?? tokens.length;
}

function opensTail(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const rest = { from: at, to: tokens.length };
  if (before === undefined || token === undefined || next?.kind !== 'word') return false;
  if (isDash(tokens, at)) return countDashes(tokens, { from, to: tokens.length }) === 1;
  if (token.text === ',') return opensComma(clause, at + 1);
  if (before.kind !== 'word' && !before.isNested) return false;
  if (tellsOfAny(clause, from, at) || goesOnDoing(clause, from, at)) return true;
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

/** ", a study of more than 71,000 adults suggests": whose word it is, without what is told of it. */
export function findSources(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const comma = marksAt(clause, ',').at(-1) ?? tokens.length;
  const verb = tokens.findLastIndex(({ kind }) => kind === 'word');
  const [article, noun, tie] = tokens.slice(comma + 1, comma + 4);
  const isSource =
    words.indefinites.has(article?.lower ?? '') && words.complements.has(tie?.lower ?? '');
  if (!isSource || noun === undefined || !words.reporting.has(tokens[verb]?.lower ?? '')) return [];
  const rest = { from: comma + 3, to: verb };
  if (hasFiniteVerb(clause, rest) || hasNested(clause, rest)) return [];
  return [{ ...placeOf(clause, rest), rule: 'circumstance', cost: RESCUE }];
}

const MIN_CONJUNCT_WORDS = 3;

/** "… leaving 600 without a boat and two clubs without a quay": the second of two, where nothing counts them both. */
export function findLastConjunct(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const at = tokens.findLastIndex(({ lower, isNested }) => !isNested && words.joints.has(lower));
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  // "the port's and the council's boats", "a pilot, a clerk and a cook": they hang together.
  if (before?.kind !== 'word' || next?.kind !== 'word' || /'s?$/u.test(before.lower)) return [];
  const comma = marksAt(clause, ',').findLast((other) => other < at) ?? 0;
  const deed = tokens[comma + 1];
  const isDeed = comma > 0 && deed !== undefined && isDoing(deed, words);
  if (endsList(clause, at) && !isDeed) return [];
  const main = { from: 0, to: at };
  const rest = toTheEnd(clause, at);
  if (countWords(clause, main) < MIN_TOLD_WORDS || countWords(clause, rest) <= MIN_CONJUNCT_WORDS)
    return [];
  const opens = words.determiners.has(next.lower) || words.numbers.has(next.lower);
  if (!opens || hasFiniteVerb(clause, rest) || denies(clause, rest) || hasNested(clause, rest))
    return [];
  if (tokens.slice(at, rest.to).some(({ text, isNested }) => text === ',' && !isNested)) return [];
  const counts = tokens
    .slice(Math.max(0, at - MAX_COUNTED), at)
    .some(({ lower }) => words.pairWords.has(lower) || words.rangeOpeners.has(lower));
  if (counts || breaksOff(clause, at) || !hasStatement(clause, main)) return [];
  return [{ ...placeOf(clause, rest), rule: 'final-clause', cost: RESCUE }];
}

const MAX_COUNTED = 12;

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

const MAX_NOUN_WORDS = 4;
/** With so many words before it there is enough that is told. Ours. */
const MIN_TOLD_WORDS = 18;

/** "a plant that inspectors have cited", "a study that may help": of which one it is not known yet. */
function tellsOfAny(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  if (!words.subjectRelatives.has(tokens[at]?.lower ?? '')) return false;
  if (countWords(clause, { from, to: at }) < MIN_TOLD_WORDS || denies(clause, { from, to: at }))
    return false;
  const noun = tokens.slice(Math.max(from, at - MAX_NOUN_WORDS), at);
  const article = noun.findLastIndex(({ lower }) => words.indefinites.has(lower));
  // ", a turn that few had seen": it takes up what stands before, and goes as a whole.
  const start = at - noun.length + article;
  return (
    article >= 0 &&
    tokens[start - 1]?.text !== ',' &&
    noun.slice(article + 1).every((one) => isSmall(one) && !words.functionWords.has(one.lower))
  );
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

/** Behind the only dash all is part of what it adds; what stands between two goes with both. */
function isInAside({ tokens }: Clause, main: Run): boolean {
  return countDashes(tokens, main) === 1;
}

function countDashes(tokens: readonly Token[], { from, to }: Run): number {
  return tokens.filter((_, at) => at >= from && at < to && isDash(tokens, at)).length;
}
