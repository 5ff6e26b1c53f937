/** Which interactions of this process still wait for their acknowledgement; those of earlier ones have it, or never will. */
export interface Acknowledgements {
  /** The interaction is taken; call what it returns when Discord has been answered, or could not be. */
  readonly begin: (interaction: string) => () => void;
  /** Rejects with the signal's reason. */
  readonly acknowledged: (interaction: string, signal: AbortSignal) => Promise<void>;
}

export function createAcknowledgements(): Acknowledgements {
  const waiting = new Map<string, Promise<void>>();
  return {
    begin(interaction) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      waiting.set(interaction, promise);
      return () => {
        waiting.delete(interaction);
        resolve(undefined);
      };
    },
    async acknowledged(interaction, signal) {
      signal.throwIfAborted();
      const pending = waiting.get(interaction);
      if (pending === undefined) return;
      const { promise, reject } = Promise.withResolvers<never>();
      const onAbort = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        await Promise.race([pending, promise]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
