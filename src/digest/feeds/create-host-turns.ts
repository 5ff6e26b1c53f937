/** A bounded number of visits at once, and of one host one after the other. */
export interface HostTurns {
  /**
   * Resolves once it is this visit's turn, to what ends it; `full` at once when as many wait as may. Rejects with the
   * signal's reason when that is aborted while waiting.
   */
  take(host: string, signal: AbortSignal): Promise<(() => void) | 'full'>;
}

export interface TurnBounds {
  readonly atOnce: number;
  readonly maxWaiting: number;
}

type Enter = () => void;

/** Hosts take turns, however many visits of one are waiting. */
export function createHostTurns({ atOnce, maxWaiting }: TurnBounds): HostTurns {
  /** Whoever waits, by host; a host that was served goes to the end. */
  const lines = new Map<string, Set<Enter>>();
  const busy = new Set<string>();
  let waiting = 0;

  const letIn = (): void => {
    // No more hosts are passed over than are busy.
    for (const [host, line] of lines) {
      if (busy.size >= atOnce) return;
      if (busy.has(host)) continue;
      const [enter] = line;
      lines.delete(host);
      if (enter === undefined) continue;
      line.delete(enter);
      if (line.size > 0) lines.set(host, line);
      busy.add(host);
      waiting -= 1;
      enter();
    }
  };
  const endOf = (host: string) => (): void => {
    busy.delete(host);
    letIn();
  };
  return {
    take(host, signal) {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      if (busy.size < atOnce && !busy.has(host)) {
        busy.add(host);
        return Promise.resolve(endOf(host));
      }
      if (waiting >= maxWaiting) return Promise.resolve('full');
      return new Promise((resolve, reject) => {
        const line = lines.get(host) ?? new Set<Enter>();
        const leave = (): void => {
          line.delete(enter);
          if (line.size === 0 && lines.get(host) === line) lines.delete(host);
          waiting -= 1;
          reject(signal.reason as Error);
        };
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve(endOf(host));
        };
        line.add(enter);
        lines.set(host, line);
        waiting += 1;
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
