/** A bounded number of places, and a bounded line of those who wait for some. */
export interface Slots {
  /**
   * Resolves once so many places are free, in the order of asking; `full` at once when the line is at its bound.
   * Rejects with the signal's reason when it is aborted while waiting.
   */
  take(count: number, signal: AbortSignal): Promise<'taken' | 'full'>;
  give(count: number): void;
}

export interface SlotBounds {
  readonly places: number;
  readonly maxWaiting: number;
}

interface Waiting {
  readonly count: number;
  readonly enter: () => void;
}

export function createSlots({ places, maxWaiting }: SlotBounds): Slots {
  let free = places;
  const line = new Set<Waiting>();
  function letIn(): void {
    for (const waiting of line) {
      // Whoever needs much is not passed by those who need little, or it would wait for ever.
      if (waiting.count > free) return;
      free -= waiting.count;
      line.delete(waiting);
      waiting.enter();
    }
  }
  return {
    take(count, signal) {
      if (line.size === 0 && count <= free) {
        free -= count;
        return Promise.resolve('taken');
      }
      if (line.size >= maxWaiting) return Promise.resolve('full');
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          line.delete(waiting);
          reject(signal.reason as Error);
          letIn();
        };
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve('taken');
        };
        const waiting: Waiting = { count, enter };
        line.add(waiting);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    give(count) {
      free += count;
      letIn();
    },
  };
}
