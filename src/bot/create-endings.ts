/** Answers that are on their way: they may be read before it is written down what they are about. */
export interface Endings {
  /** One in a channel is being given; call what comes back once all of it is written down. */
  begin(channel: string): () => void;
  /** Resolves once those that are being given in a channel now are written down. Rejects with the signal's reason. */
  settled(channel: string, signal: AbortSignal): Promise<void>;
}

export function createEndings(): Endings {
  /** As many as requests are worked on side by side. */
  const given = new Map<Promise<undefined>, string>();
  return {
    begin(channel) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      given.set(promise, channel);
      return () => {
        given.delete(promise);
        resolve(undefined);
      };
    },
    async settled(channel, signal) {
      const there = [...given].flatMap(([promise, where]) => (where === channel ? [promise] : []));
      if (there.length === 0) return;
      signal.throwIfAborted();
      const { promise: aborted, reject } = Promise.withResolvers<never>();
      const onAbort = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        await Promise.race([Promise.all(there), aborted]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
