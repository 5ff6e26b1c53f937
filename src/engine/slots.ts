/** A bounded number of places, and a bounded line of those who wait for one. */
export interface Slots {
  /**
   * Resolves once a place is free, in the order of asking; `full` at once when the line is at its bound.
   * Rejects with the signal's reason when it is aborted while waiting.
   */
  take(signal: AbortSignal): Promise<'taken' | 'full'>;
  give(): void;
}

export interface SlotBounds {
  readonly places: number;
  readonly maxWaiting: number;
}

export function createSlots({ places, maxWaiting }: SlotBounds): Slots {
  let free = places;
  const waiting = new Set<() => void>();
  return {
    take(signal) {
      if (free > 0) {
        free -= 1;
        return Promise.resolve('taken');
      }
      if (waiting.size >= maxWaiting) return Promise.resolve('full');
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          waiting.delete(enter);
          reject(signal.reason as Error);
        };
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve('taken');
        };
        waiting.add(enter);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    give() {
      const [next] = waiting;
      if (next === undefined) {
        free += 1;
        return;
      }
      waiting.delete(next);
      next();
    },
  };
}
