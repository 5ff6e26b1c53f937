import type { Cursor, Phrases, Step } from './phrases.ts';
import { choose, enterPart, unclear } from './phrases.ts';
import { readTimeList } from './read-time-list.ts';
import type { Token } from './read-tokens.ts';
import type { ScheduleFault } from './schedule.ts';
import { shownText } from './shown-text.ts';
import { takeOrdinals } from './take-ordinals.ts';

/** Goes through the tokens once; a fault where one does not fit those before it. */
export function collectPhrases(tokens: readonly Token[]): Phrases | ScheduleFault {
  const phrases: Phrases = {
    weekdays: [],
    picks: [],
    dates: [],
    hasLastDate: false,
    months: [],
    times: [],
    parts: [],
    isHabit: false,
    periods: new Set(),
  };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = takePhrase(phrases, { tokens, at, token });
    if (typeof next !== 'number') return next;
    at = next;
  }
  const last = tokens.at(-1);
  return last?.kind === 'filler' || last?.kind === 'and' ? unclear(last) : phrases;
}

function takePhrase(phrases: Phrases, cursor: Cursor): Step {
  const { tokens, at, token } = cursor;
  switch (token.kind) {
    case 'and':
    case 'filler':
    case 'at':
      return at + 1;
    case 'from':
      return isDayName(tokens[at + 1]) ? at + 1 : unclear(token);
    case 'every':
      return takeEvery(tokens, at);
    case 'daily':
      return choose(phrases, 'all', token) ?? at + 1;
    case 'day':
    case 'days':
      if (tokens[at - 1]?.kind !== 'every') return unclear(token);
      return choose(phrases, 'all', token) ?? at + 1;
    case 'weekday':
      return takeWeekdays(phrases, [1, 2, 3, 4, 5], token) ?? at + 1;
    case 'weekend':
      return takeWeekdays(phrases, [6, 0], token) ?? at + 1;
    case 'named-weekday':
      return takeNamedWeekdays(phrases, cursor);
    case 'ordinal':
      return takeOrdinals(phrases, cursor);
    case 'named-month':
      return takeMonths(phrases, cursor);
    case 'week':
    case 'month':
    case 'year':
      phrases.periods.add(token.kind);
      return at + 1;
    case 'weeks':
      return { code: 'unsupported-period', part: token.text };
    case 'morning':
    case 'mornings':
    case 'evening':
    case 'evenings':
      return takeHalf(phrases, cursor);
    case 'time':
    case 'number':
    case 'noon':
    case 'midnight':
      return takeTimes(phrases, cursor);
    default:
      return unclear(token);
  }
}

const PERIODS = /^(?:days?|weeks?|month|year)$/u;

function takeEvery(tokens: readonly Token[], at: number): Step {
  const [every, next, afterNext] = tokens.slice(at, at + 3);
  if (next?.kind === 'number' && afterNext !== undefined && PERIODS.test(afterNext.kind)) {
    return { code: 'unsupported-period', part: shownText(`${next.text} ${afterNext.text}`) };
  }
  const isFollowed =
    next !== undefined &&
    (PERIODS.test(next.kind) ||
      /^(?:named-weekday|named-month|weekday|weekend|ordinal|mornings?|evenings?|filler)$/u.test(
        next.kind,
      ));
  return isFollowed ? at + 1 : unclear(next ?? every);
}

function takeWeekdays(
  phrases: Phrases,
  weekdays: readonly number[],
  token: Token,
): ScheduleFault | undefined {
  const fault = choose(phrases, 'weekdays', token);
  if (fault === undefined) phrases.weekdays.push(...weekdays);
  return fault;
}

function takeNamedWeekdays(phrases: Phrases, { tokens, at, token }: Cursor): Step {
  const { value: from } = token;
  const end = tokens[at + 2];
  const isRange = tokens[at + 1]?.kind === 'to' && end?.kind === 'named-weekday';
  const length = isRange ? ((end.value - from + 7) % 7) + 1 : 1;
  const weekdays = Array.from({ length }, (_, index) => (from + index) % 7);
  return takeWeekdays(phrases, weekdays, token) ?? at + (isRange ? 3 : 1);
}

function takeMonths(phrases: Phrases, { tokens, at, token }: Cursor): Step {
  const { value: from } = token;
  const end = tokens[at + 2];
  const isRange = tokens[at + 1]?.kind === 'to' && end?.kind === 'named-month';
  const length = isRange ? ((end.value - from + 12) % 12) + 1 : 1;
  phrases.months.push(...Array.from({ length }, (_, index) => ((from - 1 + index) % 12) + 1));
  return enterPart(phrases, 'months', token) ?? at + (isRange ? 3 : 1);
}

function takeHalf(phrases: Phrases, { tokens, at, token }: Cursor): Step {
  const half = token.kind.startsWith('morning') ? 'am' : 'pm';
  if (phrases.half !== undefined && phrases.half !== half) return unclear(token);
  phrases.half = half;
  if (token.kind.endsWith('s') || tokens[at - 1]?.kind === 'every') phrases.isHabit = true;
  return at + 1;
}

function takeTimes(phrases: Phrases, { tokens, at, token }: Cursor): Step {
  const reading = readTimeList(tokens, at);
  if (reading.status === 'fault') return reading.fault;
  phrases.times.push(...reading.times);
  return enterPart(phrases, 'times', token) ?? reading.next;
}

function isDayName(token: Token | undefined): boolean {
  return token?.kind === 'named-weekday' || token?.kind === 'named-month';
}
