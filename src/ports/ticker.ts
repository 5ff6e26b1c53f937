/** Tells that another minute has begun; tests drive their own. */
export interface Ticker {
  /** Calls `onTick` at the beginning of every minute, never while the last call has not ended. */
  start(onTick: () => Promise<void>): void;
  /** Resolves when the last call has ended; none follows. */
  stop(): Promise<void>;
}
