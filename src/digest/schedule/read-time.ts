import type { Token } from './read-tokens.ts';
import type { ScheduleFault } from './schedule.ts';
import { MINUTES_A_DAY } from './schedule.ts';
import { shownText } from './shown-text.ts';

export interface SaidTime {
  /** Minutes since 00:00. */
  readonly minute: number;
  /** A bare hour, which could be a number of anything. */
  readonly isBare: boolean;
  /** Which half of the day is meant is said, or there is only one. */
  readonly isHalfKnown: boolean;
  readonly text: string;
}

export type TimeReading =
  | { readonly status: 'time'; readonly time: SaidTime; readonly next: number }
  | { readonly status: 'fault'; readonly fault: ScheduleFault };

const HALF_DAY = MINUTES_A_DAY / 2;

export function isTimeLike(token: Token | undefined): boolean {
  return token !== undefined && /^(?:time|number|noon|midnight)$/u.test(token.kind);
}

/** Reads the time that begins at a token for which `isTimeLike` holds: `9`, `9:30`, `9 am`, `9 Uhr 30`, `noon`. */
export function readTime(tokens: readonly Token[], start: number): TimeReading {
  const first = tokens[start];
  if (first === undefined) throw new RangeError('No token to read a time from.');
  const { kind, text } = first;
  if (kind === 'noon' || kind === 'midnight') {
    const minute = kind === 'noon' ? HALF_DAY : 0;
    const time = { minute, isBare: false, isHalfKnown: true, text };
    return { status: 'time', time, next: start + 1 };
  }
  const isNumber = kind === 'number';
  if (isNumber && first.value > 23) return badTime(text);
  let minute = isNumber ? first.value * 60 : first.value;
  let next = start + 1;
  const hasClock = tokens[next]?.kind === 'clock';
  if (hasClock) next += 1;
  const minutes = tokens[next];
  if (hasClock && isNumber && minutes?.kind === 'number') {
    if (minutes.value > 59) return badTime(`${text} ${minutes.text}`);
    minute += minutes.value;
    next += 1;
  }
  const half = tokens[next]?.kind;
  if (half === 'am' || half === 'pm') {
    if (minute < 60 || minute >= HALF_DAY + 60) return badTime(`${text} ${half}`);
    minute = (minute % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0);
    return {
      status: 'time',
      time: { minute, isBare: false, isHalfKnown: true, text },
      next: next + 1,
    };
  }
  const isHalfKnown = minute >= HALF_DAY + 60;
  return {
    status: 'time',
    time: { minute, isBare: isNumber && !hasClock, isHalfKnown, text },
    next,
  };
}

function badTime(time: string): TimeReading {
  return { status: 'fault', fault: { code: 'bad-time', time: shownText(time) } };
}
