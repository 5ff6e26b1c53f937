import { EventEmitter, once } from 'node:events';

export interface Until {
  /** Tells those who wait to look again. */
  changed(): void;
  /**
   * Waits until `find` finds something, looking after every change, and gives it back.
   * @throws after `timeoutMs` with what was waited for
   */
  until<T>(find: () => T | undefined | false | null, timeoutMs?: number): Promise<T>;
}

export function createUntil(): Until {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    changed: () => void emitter.emit('change'),
    async until(find, timeoutMs = 10_000) {
      const signal = AbortSignal.timeout(timeoutMs);
      for (;;) {
        const found = find();
        if (found !== undefined && found !== false && found !== null) return found;
        try {
          await once(emitter, 'change', { signal });
        } catch (cause) {
          throw new Error(`waited ${timeoutMs} ms in vain for ${String(find)}`, { cause });
        }
      }
    },
  };
}
