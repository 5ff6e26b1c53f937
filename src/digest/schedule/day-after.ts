import { Cron } from 'croner';
import { boundedMemo } from './bounded-memo.ts';
import type { WallMs } from './zone-clock.ts';

/**
 * The first day after a wall time that a pattern of days (cron's last three fields) takes, as its midnight on the wall;
 * `undefined` where none comes in 400 years. The calendar alone: croner is asked in UTC, and without its timers.
 */
export function dayAfter(days: string, wallMs: WallMs): WallMs | undefined {
  return answerOf(`${wallMs}|${days}`);
}

const answerOf = boundedMemo(2000, (key) => {
  const bar = key.indexOf('|');
  const wallMs = Number(key.slice(0, bar));
  return walkerOf(key.slice(bar + 1))
    .nextRun(new Date(wallMs))
    ?.getTime();
});

/** Each pattern holds a list of 10,000 years, so few are kept: most plans share a handful. */
const walkerOf = boundedMemo(
  64,
  (days) => new Cron(`0 0 ${days}`, { mode: '5-part', utcOffset: 0 }),
);
