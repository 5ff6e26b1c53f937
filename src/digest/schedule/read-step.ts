import { collectPhrases } from './collect-phrases.ts';
import { daysOf } from './read-day-phrases.ts';
import { isTimeLike, readTime } from './read-time.ts';
import type { Token } from './read-tokens.ts';
import type { ParsedSchedule, ScheduleFault } from './schedule.ts';
import { MIN_MINUTES_BETWEEN, MINUTES_A_DAY } from './schedule.ts';
import { shownText } from './shown-text.ts';

/**
 * `every 6 hours`, `hourly`, `every 6 hours from 8:00`, `every 2 hours from 8 to 20 on weekdays`; `undefined` for words
 * that say no step.
 */
export function readStep(tokens: readonly Token[]): ParsedSchedule | undefined {
  const unitAt = tokens.findIndex(({ kind }) => /^(?:minute|hour|second|hourly)$/u.test(kind));
  const unit = tokens[unitAt];
  if (unit === undefined) return undefined;
  // Four digits were read as a time on a timetable.
  const before = tokens[unitAt - 1];
  const count = /^(?:number|time)$/u.test(before?.kind ?? '') ? before : undefined;
  const everyAt = unitAt - (count === undefined ? 1 : 2);
  const isHourly = unit.kind === 'hourly';
  if (isHourly && count !== undefined) return unclear(unit);
  if (!isHourly && tokens[everyAt]?.kind !== 'every') return unclear(unit);
  if (unit.kind === 'second') return tooOften();
  const everyMinutes = countOf(count) * (unit.kind === 'minute' ? 1 : 60);
  if (Number.isNaN(everyMinutes)) return unclear(count);
  if (everyMinutes < MIN_MINUTES_BETWEEN) return tooOften();
  const rest = [...tokens.slice(0, isHourly ? unitAt : everyAt), ...tokens.slice(unitAt + 1)];
  return boundStep(everyMinutes, rest);
}

function countOf(count: Token | undefined): number {
  if (count === undefined) return 1;
  return count.kind === 'number' ? count.value : Number(count.text);
}

/** The step within what else was said: a start, a part of the day, certain days. */
function boundStep(everyMinutes: number, tokens: readonly Token[]): ParsedSchedule {
  const bounds = findBounds(tokens);
  if ('code' in bounds) return faulty(bounds);
  const { from, to, rest } = bounds;
  if (rest.length === 0 && to === undefined) {
    return understood({ kind: 'elapsed', everyMinutes, fromMinute: from ?? 0 });
  }
  const phrases = collectPhrases(rest);
  if ('code' in phrases) return faulty(phrases);
  if (phrases.times.length > 0) return unclear(rest[0]);
  const days = rest.length === 0 ? '* * *' : daysOf(phrases);
  if (typeof days !== 'string') return faulty(days);
  if (to !== undefined && from !== undefined) {
    if (to < from) return unclear(tokens[0]);
    return understood({ kind: 'fixed', times: stepsOf(from, to, everyMinutes), days });
  }
  // Counted anew on each of its days, so a step that does not fill the day is not what anybody means.
  if (from !== undefined || MINUTES_A_DAY % everyMinutes !== 0) return unclear(tokens[0]);
  if (days === '* * *') return understood({ kind: 'elapsed', everyMinutes, fromMinute: 0 });
  const times = stepsOf(0, MINUTES_A_DAY - 1, everyMinutes);
  return understood({ kind: times.length === 1 ? 'fixed' : 'repeating', times, days });
}

interface Bounds {
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** What is left. */
  readonly rest: readonly Token[];
}

/** `from 8:00`, `from 8 to 20`, `between 8 and 20`, `8-20`. */
function findBounds(tokens: readonly Token[]): Bounds | ScheduleFault {
  const timeAt = tokens.findIndex((token) => isTimeLike(token));
  if (timeAt === -1) return { from: undefined, to: undefined, rest: tokens };
  const first = readTime(tokens, timeAt);
  if (first.status === 'fault') return first.fault;
  let startAt = timeAt;
  while (/^(?:at|from)$/u.test(tokens[startAt - 1]?.kind ?? '')) startAt -= 1;
  const hasFrom = tokens.slice(startAt, timeAt).some(({ kind }) => kind === 'from');
  const joint = tokens[first.next];
  const isRange =
    isTimeLike(tokens[first.next + 1]) &&
    (joint?.kind === 'to' || (joint?.kind === 'and' && hasFrom));
  if (!isRange) {
    if (!hasFrom) return { code: 'unclear', part: first.time.text };
    const rest = [...tokens.slice(0, startAt), ...tokens.slice(first.next)];
    return { from: first.time.minute, to: undefined, rest };
  }
  const second = readTime(tokens, first.next + 1);
  if (second.status === 'fault') return second.fault;
  // "from 8 to 6 pm": of the first nobody knows which half of the day it is in.
  const { minute: from } = first.time;
  const hasHalf = tokens.slice(timeAt, second.next).some(({ kind }) => /^[ap]m$/u.test(kind));
  if (hasHalf && !(first.time.isHalfKnown && second.time.isHalfKnown)) {
    return { code: 'unclear', part: first.time.text };
  }
  const rest = [...tokens.slice(0, startAt), ...tokens.slice(second.next)];
  return { from, to: second.time.minute, rest };
}

function stepsOf(from: number, to: number, step: number): readonly number[] {
  const length = Math.floor((to - from) / step) + 1;
  return Array.from({ length }, (_, index) => from + index * step);
}

function tooOften(): ParsedSchedule {
  return faulty({ code: 'too-often', minMinutes: MIN_MINUTES_BETWEEN });
}

function unclear(token: Token | undefined): ParsedSchedule {
  return faulty({ code: 'unclear', part: shownText(token?.text ?? '') });
}

function faulty(fault: ScheduleFault): ParsedSchedule {
  return { status: 'fault', fault };
}

function understood(
  schedule: Extract<ParsedSchedule, { status: 'understood' }>['schedule'],
): ParsedSchedule {
  return { status: 'understood', schedule };
}
