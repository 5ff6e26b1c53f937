export interface Late {
  readonly kind: 'late';
}

/** What `work` becomes, or `late` after the limit; rejects with the signal's reason when that comes first. */
export function within<T>(
  work: Promise<T>,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal },
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) {
      stop();
      return;
    }
    const timer = setTimeout(() => resolve({ kind: 'late' }), limitMs);
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    });
  });
}
