import { systemClock } from '../../../src/ops/system-clock.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** Real time, put forward from outside; whoever waits is waiting for real time only. */
export interface ShiftedClock extends Clock {
  putForward(ms: number): void;
}

export function createShiftedClock(aheadMs: number): ShiftedClock {
  let ahead = aheadMs;
  return {
    now: () => systemClock.now() + ahead,
    wait: (ms, signal) => systemClock.wait(ms, signal),
    putForward(ms) {
      ahead += ms;
    },
  };
}
