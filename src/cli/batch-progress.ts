import { isStyled, type CliIo } from './cli-io.ts';

export interface Progress {
  count(isRead: boolean): void;
  /** Leaves the totals on the terminal. */
  stop(): void;
}

/** Often enough to be seen moving. */
const INTERVAL_MS = 100;

/** How far a batch has come, on a terminal's stderr; nothing elsewhere. */
export function startProgress({ stderr, env }: Pick<CliIo, 'stderr' | 'env'>): Progress {
  if (!isStyled(stderr, env)) return { count: () => undefined, stop: () => undefined };
  let read = 0;
  let unread = 0;
  let shownAt = -Infinity;
  const line = (): string => `\r\u001B[K${read} read, ${unread} could not be read`;
  return {
    count(isRead) {
      if (isRead) read += 1;
      else unread += 1;
      if (performance.now() - shownAt < INTERVAL_MS) return;
      shownAt = performance.now();
      stderr.write(line());
    },
    stop: () => void stderr.write(`${line()}\n`),
  };
}
