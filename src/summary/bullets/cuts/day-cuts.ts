import type { Clause } from '../clause.ts';
import { isFiniteVerb } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import type { Cut } from './cut.ts';

/**
 * The day of the week on which something was done or said: the article's date tells it, and "on Tuesday" alone means
 * nothing a week later. A day that is still to come stays.
 */
export function findDayCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  if (words.weekdays.size === 0 || tokens.some(({ lower }) => words.future.has(lower))) return [];
  return tokens.flatMap((token, at) => {
    const isWeekday = words.weekdays.has(token.lower) && isCapital(token);
    // "Today" may be the news itself, or mean these days; behind a past tense it is a date.
    const isNear = words.nearDays.has(token.lower) && (tokens[at - 1]?.lower ?? '').endsWith('ed');
    if ((!isWeekday && !isNear) || token.isNested || at === 0) return [];
    const cut = dayCut(clause, at);
    return cut === undefined ? [] : [cut];
  });
}

function dayCut({ tokens, words }: Clause, at: number): Cut | undefined {
  let from = at;
  let to = at + 1;
  if (words.dayparts.has(tokens[to]?.lower ?? '')) to += 1;
  if (EARLY_LATE.has(tokens[from - 1]?.lower ?? '')) from -= 1;
  const before = tokens[from - 1];
  const next = tokens[to];
  if (before === undefined || next === undefined || isNameBefore(tokens, from)) return undefined;
  if (words.notBeforeDay.has(before.lower) || RANGE.has(next.lower)) return undefined;
  const hasPreposition = before.lower === 'on' || before.lower === 'am';
  if (hasPreposition) from -= 1;
  else if (words.functionWords.has(before.lower)) return undefined;
  else if (!isFiniteVerb(before, words) && !mayFollow(next.lower, next.kind)) return undefined;
  if (
    next.kind === 'word' &&
    !hasPreposition &&
    !mayFollow(next.lower, next.kind) &&
    !isFiniteVerb(before, words)
  )
    return undefined;
  const previous = tokens[from - 1];
  if (previous === undefined || previous.kind === 'mark' || RANGE.has(previous.lower))
    return undefined;
  // "on Tuesday 3 May", "on Friday the 13th": a date, not a day.
  if (/^\d/u.test(next.text) || next.lower === 'the') return undefined;
  return { start: previous.end, end: tokens[to - 1]?.end ?? previous.end, rule: 'day', cost: 0 };
}

/** "Black Friday" is a name; "in Wellington Tuesday" is a place and a day. */
function isNameBefore(tokens: readonly Token[], at: number): boolean {
  const place = tokens[at - 2]?.lower ?? '';
  return isCapital(tokens[at - 1]) && place !== 'in' && place !== 'at';
}

const EARLY_LATE: ReadonlySet<string> = new Set(['early', 'late', 'earlier', 'later']);
const RANGE: ReadonlySet<string> = new Set([
  'and',
  'or',
  'to',
  'through',
  'until',
  'und',
  'bis',
  'oder',
]);
const FOLLOWERS: ReadonlySet<string> = new Set(
  'that as after in at for to when by with before during because amid from over against about while where who which off near outside inside on'.split(
    ' ',
  ),
);

function mayFollow(lower: string, kind: 'word' | 'mark'): boolean {
  return kind === 'mark' || FOLLOWERS.has(lower);
}
