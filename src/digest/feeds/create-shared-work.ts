/** Work that several want at the same time is done once. */
export interface SharedWork<T> {
  /** Rejects with the signal's reason when that comes first; the work is stopped once nobody waits for it any more. */
  join(key: string, signal: AbortSignal): Promise<T>;
}

interface Running<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
}

export function createSharedWork<T>(
  work: (key: string, signal: AbortSignal) => Promise<T>,
): SharedWork<T> {
  const running = new Map<string, Running<T>>();
  const start = (key: string): Running<T> => {
    const stop = new AbortController();
    const result = work(key, stop.signal).finally(() => {
      if (running.get(key) === one) running.delete(key);
    });
    // Whoever waits hears of it; where nobody does, it was stopped.
    result.catch(() => undefined);
    const one: Running<T> = { result, stop, waiting: 0 };
    running.set(key, one);
    return one;
  };
  return {
    async join(key, signal) {
      signal.throwIfAborted();
      const one = running.get(key) ?? start(key);
      one.waiting += 1;
      try {
        return await orAbort(one.result, signal);
      } finally {
        one.waiting -= 1;
        if (one.waiting === 0) {
          // Whoever comes now starts anew.
          if (running.get(key) === one) running.delete(key);
          one.stop.abort();
        }
      }
    },
  };
}

async function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
