import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';

/** What a timer of Node's can wait at most; beyond it, it would not wait at all. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock. Waiting keeps the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(ms, signal) {
    for (let leftMs = ms; ; leftMs -= MAX_TIMER_MS) {
      signal.throwIfAborted();
      try {
        await sleep(Math.min(leftMs, MAX_TIMER_MS), undefined, { signal });
      } catch (error) {
        // The timer rejects with an error of its own around the signal's reason.
        signal.throwIfAborted();
        throw error;
      }
      if (leftMs <= MAX_TIMER_MS) return;
    }
  },
};
