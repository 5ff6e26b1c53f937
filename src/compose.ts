import type { RawSource } from './article/read-source.ts';
import type { Reading } from './article/reading.ts';
import type { Config } from './config/config.ts';
import { createEngine } from './engine/create-engine.ts';
import type { LineAnswer, LineOptions } from './engine/task.ts';

/** Everything that reads, joined: what the command line and later the bot ask. */
export interface Reader {
  /** How many sources are read at once. */
  readonly workers: number;
  /** How many may be asked for at once without any of them being turned away. */
  readonly capacity: number;
  /** Gets ready for a first source while it is still on its way. */
  warm(): void;
  /** All reads reject with the signal's reason and nothing else; every other fault is a problem. */
  readLink(address: string, signal: AbortSignal): Promise<Reading>;
  readRaw(raw: RawSource, signal: AbortSignal): Promise<Reading>;
  /** A line of a batch, as its bytes. */
  readLine(line: Uint8Array, options: LineOptions, signal: AbortSignal): Promise<LineAnswer>;
  /** Resolves when nothing of it is left. */
  close(): Promise<void>;
}

export function composeReader(config: Config): Reader {
  const engine = createEngine(config.engine);
  return {
    workers: engine.workers,
    capacity: config.engine.maxWaiting,
    warm: () => engine.warm(),
    readRaw: (raw, signal) => engine.read(raw, signal),
    readLine: (line, options, signal) => engine.readLine(line, options, signal),
    async readLink(address, signal) {
      // Files and pipes need nothing of the network's libraries.
      const { fetchPage } = await import('./article/fetch/fetch-page.ts');
      const { allowedPrivateHosts, proxy, fetch: limits } = config;
      const fetched = await fetchPage(address, { allowedPrivateHosts, proxy, limits, signal });
      if (fetched.status === 'failed') return fetched;
      const reading = await engine.read(fetched.page, signal);
      return askedFor(
        address,
        fetched.page.truncated ? brokenOff(reading, fetched.page.url) : reading,
      );
    },
    close: () => engine.close(),
  };
}

/** The page is read at the address where it was found in the end; the article keeps the one that was asked for. */
function askedFor(address: string, reading: Reading): Reading {
  if (reading.status === 'failed') return reading;
  return { ...reading, article: { ...reading.article, url: address.trim() } };
}

/** What became of a page whose connection broke off: its beginning, said to be that, or why there is none. */
function brokenOff(reading: Reading, url: string): Reading {
  if (reading.status === 'failed') {
    const { hostname: host } = new URL(url);
    return {
      status: 'failed',
      problem: { code: 'unreachable', host, reason: 'the connection broke off' },
    };
  }
  const { article } = reading;
  if (article.notes.includes('truncated')) return reading;
  return { ...reading, article: { ...article, notes: [...article.notes, 'truncated'] } };
}
