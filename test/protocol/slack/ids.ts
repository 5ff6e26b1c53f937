import type { TestClock } from './test-clock.ts';

export interface Ids {
  /** A message's timestamp as Slack writes it: seconds, a dot, six digits; never the same twice. */
  ts(): string;
  /** An id as `Ev0000000A` with the given beginning. */
  next(prefix: string): string;
}

export function createIds(clock: TestClock): Ids {
  let count = 0;
  let lastMicros = 0;
  return {
    ts() {
      lastMicros = Math.max(clock.now() * 1000, lastMicros + 1);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
    next(prefix) {
      count += 1;
      return prefix + count.toString(36).toUpperCase().padStart(8, '0');
    },
  };
}
