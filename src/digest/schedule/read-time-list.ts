import { isTimeLike, readTime } from './read-time.ts';
import type { SaidTime } from './read-time.ts';
import type { Token, TokenKind } from './read-tokens.ts';
import type { ScheduleFault } from './schedule.ts';
import { shownText } from './shown-text.ts';

export type TimeListReading =
  | { readonly status: 'times'; readonly times: readonly SaidTime[]; readonly next: number }
  | { readonly status: 'fault'; readonly fault: ScheduleFault };

/** After these a bare hour at the very end is a time: `mondays 8`. */
const DAY_KINDS: ReadonlySet<TokenKind> = new Set([
  'daily',
  'day',
  'weekday',
  'weekend',
  'named-weekday',
]);

/** Reads times that are joined by commas or "and". Bare numbers are times only where nothing else can be meant. */
export function readTimeList(tokens: readonly Token[], start: number): TimeListReading {
  const times: SaidTime[] = [];
  let next = start;
  for (;;) {
    const reading = readTime(tokens, next);
    if (reading.status === 'fault') return reading;
    times.push(reading.time);
    next = reading.next;
    const following = nextInList(tokens, next);
    if (following === undefined) break;
    next = following;
  }
  const before = tokens[start - 1]?.kind;
  const isAlone = times.length === 1 && next === tokens.length;
  const areTimes =
    before === 'at' ||
    times.some(({ isBare }) => !isBare) ||
    (isAlone && before !== undefined && DAY_KINDS.has(before));
  if (!areTimes) return unclear(times[0]?.text);
  // "at 8 and 9 pm": of the first nobody knows which half of the day it is in.
  const hasHalf = tokens.slice(start, next).some(({ kind }) => kind === 'am' || kind === 'pm');
  const open = times.find(({ isHalfKnown }) => !isHalfKnown);
  if (hasHalf && open !== undefined) return unclear(open.text);
  return { status: 'times', times, next };
}

/** Where the next time of a list begins, if what follows is one. */
function nextInList(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (tokens[at]?.kind === 'and') at += 1;
  if (at === from) return undefined;
  if (tokens[at]?.kind === 'at') at += 1;
  return isTimeLike(tokens[at]) ? at : undefined;
}

function unclear(part = ''): TimeListReading {
  return { status: 'fault', fault: { code: 'unclear', part: shownText(part) } };
}
