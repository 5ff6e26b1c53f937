import type { Ticker } from '../../src/ports/ticker.ts';

/** Ticks when it is told. */
export class HandTicker implements Ticker {
  #onTick: (() => Promise<void>) | undefined;

  start(onTick: () => Promise<void>): void {
    this.#onTick = onTick;
  }

  stop(): Promise<void> {
    this.#onTick = undefined;
    return Promise.resolve();
  }

  async tick(): Promise<void> {
    await this.#onTick?.();
  }
}
