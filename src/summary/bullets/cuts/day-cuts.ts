import type { BulletWords } from '../bullet-words.ts';
import { hasFiniteVerb, isFiniteVerb, type Clause, type Run } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { LAST_RESORT, NEWS_DAY, type Cut } from './cut.ts';

/**
 * The day of the week on which something was done or said: the article's date tells it, and "on Tuesday" alone means
 * nothing a week later. A day that is still to come stays.
 */
export function findDayCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  if (words.weekdays.size === 0) return [];
  return tokens.flatMap((token, at) => {
    const isWeekday = words.weekdays.has(token.lower) && isCapital(token);
    // "Today" may be the news itself, or mean these days; behind a past tense it is a date.
    const isNear = words.nearDays.has(token.lower) && (tokens[at - 1]?.lower ?? '').endsWith('ed');
    if ((!isWeekday && !isNear) || token.isNested || at === 0) return [];
    // "The court on Tuesday rejected", "The court rejected on Tuesday".
    if (!tokens.slice(0, at + 2).some((one) => isPastVerb(one, words))) return [];
    const cut = dayCut(clause, at);
    if (cut === undefined) return [];
    // "confirmed on Tuesday that it will": what was said is past, whatever is still to come.
    if (isBehindPast(clause, cut.start)) return [cut];
    if (!isAhead(clause, { from: 0, to: tokens.length })) return [cut];
    // Beside what is to come it tells one from the other.
    return isAhead(clause, saidOfDay(clause, at)) ? [] : [{ ...cut, cost: LAST_RESORT }];
  });
}

/** Whether something in a run may be still to come. */
function isAhead({ tokens, words }: Clause, { from, to }: Run): boolean {
  const said = tokens.slice(from, to);
  // "may have sunk" is past.
  return said.some(
    ({ lower }, at) => words.future.has(lower) && !words.perfects.has(said[at + 1]?.lower ?? ''),
  );
}

/** From the verb of the past before a day, in its part of the sentence, to the day; all of the sentence where there is none. */
function saidOfDay({ tokens, words }: Clause, day: number): Run {
  const mark = tokens.findLastIndex(({ kind }, at) => at < day && kind === 'mark');
  const past = tokens.findLastIndex(
    (token, at) => at > mark && at < day && isPastVerb(token, words),
  );
  return past < 0 ? { from: 0, to: tokens.length } : { from: past, to: day };
}

function isBehindPast({ tokens, words }: Clause, end: number): boolean {
  const before = tokens.find((token) => token.end === end);
  return before !== undefined && isPastVerb(before, words);
}

function isPastVerb({ lower, text }: Token, words: BulletWords): boolean {
  if (!/^\p{Ll}{4,}/u.test(text) && !words.pastVerbs.has(lower)) return false;
  return words.pastVerbs.has(text) || words.pastEndings.some((ending) => lower.endsWith(ending));
}

function dayCut(clause: Clause, at: number): Cut | undefined {
  const { tokens, words } = clause;
  let from = at;
  let to = at + 1;
  if (words.dayparts.has(tokens[to]?.lower ?? '')) to += 1;
  if (words.earlyLate.has(tokens[from - 1]?.lower ?? '')) from -= 1;
  const before = tokens[from - 1];
  const next = tokens[to];
  if (before === undefined || next === undefined || isNameBefore(tokens, from)) return undefined;
  if (words.notBeforeDay.has(before.lower) || words.rangeWords.has(next.lower)) return undefined;
  const hasPreposition = words.dayPrepositions.has(before.lower);
  if (hasPreposition) from -= 1;
  if (hasPreposition && words.earlyLate.has(tokens[from - 1]?.lower ?? '')) from -= 1;
  if (!hasPreposition && words.functionWords.has(before.lower)) return undefined;
  if (!hasPreposition && !isFiniteVerb(before, words) && !mayFollow(next, words)) return undefined;
  if (
    next.kind === 'word' &&
    !hasPreposition &&
    !mayFollow(next, words) &&
    // "have set Tuesday as the day": what was set.
    !words.reporting.has(before.lower)
  )
    return undefined;
  const previous = tokens[from - 1];
  if (previous === undefined || previous.kind === 'mark' || words.rangeWords.has(previous.lower))
    return undefined;
  if (isPublished(clause, from - 1) || (!hasPreposition && isModifier(clause, from - 1, to)))
    return undefined;
  // "on Tuesday 3 May", "on Friday the 13th": a date, not a day.
  if (/^\d/u.test(next.text) || (next.kind === 'word' && isCapital(next))) return undefined;
  // "on Monday, Wednesday and Friday": one of several.
  if (next.text === ',' && words.weekdays.has(tokens[to + 1]?.lower ?? '')) return undefined;
  // "said on Tuesday": when something was said tells nothing.
  const cost = words.reporting.has(previous.lower) ? 0 : NEWS_DAY;
  return { start: previous.end, end: tokens[to - 1]?.end ?? previous.end, rule: 'day', cost };
}

/** "an interview aired on Monday when asked": published things without their day would be published for nothing. */
function isPublished({ tokens, words }: Clause, verb: number): boolean {
  return (
    words.publishedVerbs.has(tokens[verb]?.lower ?? '') &&
    !words.passives.has(tokens[verb - 1]?.lower ?? '')
  );
}

/** "figures released Tuesday.", "the third witness testifying Tuesday": the day tells which ones. */
function isModifier(clause: Clause, verb: number, behind: number): boolean {
  const { tokens, words } = clause;
  const token = tokens[verb];
  if (token === undefined || words.reporting.has(token.lower)) return false;
  if (words.doingEndings.some((ending) => token.lower.endsWith(ending))) return true;
  if (!isPastVerb(token, words)) return false;
  // "In an order issued Friday, the judge …"
  const mark = tokens.findLastIndex(({ kind }, at) => at < verb && kind === 'mark');
  if (words.leadOpeners.has(tokens[mark + 1]?.lower ?? '') && tokens[behind]?.text === ',')
    return true;
  return tokens[behind]?.kind === 'mark' && hasFiniteVerb(clause, { from: 0, to: verb });
}

/** "Black Friday" is a name; "in Ostvik Tuesday" is a place and a day. */
function isNameBefore(tokens: readonly Token[], at: number): boolean {
  const place = tokens[at - 2]?.lower ?? '';
  return isCapital(tokens[at - 1]) && place !== 'in' && place !== 'at';
}

function mayFollow({ lower, kind }: Token, words: BulletWords): boolean {
  return kind === 'mark' || words.dayFollowers.has(lower);
}
