import type { Clock } from '../../../ports/clock.ts';

/** What discord.js asks before it identifies: https://discord.js.org/docs/packages/ws/stable/IIdentifyThrottler:Interface */
export interface IdentifyPace {
  /** Resolves when it may. Rejects with the signal's reason. */
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>;
}

/** Discord's: one bot identifies once in so long, `max_concurrency` of it at a time; there is one shard of this one. */
const INTERVAL_MS = 5000;

/** Discord's pace by a clock of ours, and for all clients that follow each other; the library's begins anew with each. */
export function paceIdentifies(clock: Clock): IdentifyPace {
  let nextMs = 0;
  return {
    async waitForIdentify(_shardId, signal) {
      const nowMs = clock.now();
      const atMs = Math.max(nowMs, nextMs);
      nextMs = atMs + INTERVAL_MS;
      try {
        if (atMs > nowMs) await clock.wait(atMs - nowMs, signal);
      } catch (error) {
        // Who gives up while waiting is the last in the row, or those behind wait a turn too long.
        if (nextMs === atMs + INTERVAL_MS) nextMs = atMs;
        throw error;
      }
    },
  };
}
