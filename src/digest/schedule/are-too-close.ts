import { dayAfter } from './day-after.ts';
import { MIN_MINUTES_BETWEEN, MINUTES_A_DAY } from './schedule.ts';
import { DAY_MS } from './zone-clock.ts';

/** Whether two times of a schedule lie closer together than a channel can bear, over midnight too. */
export function areTooClose({
  times,
  days,
}: {
  readonly times: readonly number[];
  readonly days: string;
}): boolean {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  if (gaps.some((gap) => gap < MIN_MINUTES_BETWEEN)) return true;
  const overMidnight = (times[0] ?? 0) + MINUTES_A_DAY - (times.at(-1) ?? 0);
  return overMidnight < MIN_MINUTES_BETWEEN && haveNeighbours(days);
}

/** So many days of a pattern tell whether two of them can follow each other. */
const DAYS_LOOKED_AT = 1000;

function haveNeighbours(days: string): boolean {
  let dayMs = dayAfter(days, 0);
  for (let count = 0; dayMs !== undefined && count < DAYS_LOOKED_AT; count += 1) {
    const next = dayAfter(days, dayMs);
    if (next === dayMs + DAY_MS) return true;
    dayMs = next;
  }
  return false;
}
