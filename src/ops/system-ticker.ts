import { schedule, type ScheduledTask } from 'node-cron';
import type { Ticker } from '../ports/ticker.ts';

/** A tick at the beginning of every minute, by node-cron in UTC, which has no hour twice. */
export function createSystemTicker(): Ticker {
  let task: ScheduledTask | undefined;
  let ticking: Promise<void> | undefined;
  return {
    start(onTick) {
      task = schedule(
        '* * * * *',
        () => {
          // What takes longer than a minute is not begun a second time beside itself.
          ticking ??= onTick().finally(() => {
            ticking = undefined;
          });
          return ticking;
        },
        { timezone: 'UTC' },
      );
    },
    async stop() {
      await task?.destroy();
      await ticking;
    },
  };
}
