import type { Article } from './article/article.ts';
import type { RawSource } from './article/read-source.ts';
import type { Config } from './config/config.ts';
import type { RawFeed } from './digest/feeds/parse-feed.ts';
import { createEngine, type FeedOutcome, type FoundPlaces } from './engine/create-engine.ts';
import type { Summarized } from './engine/summarized.ts';
import type { KeptArticle, LineAnswer, LineOptions, SummaryForm } from './engine/task.ts';
import type { Wanted } from './engine/wanted.ts';

/** Everything that reads and summarizes, joined: what the command line and later the bot ask. */
export interface Desk {
  /** How many sources are read at once. */
  readonly workers: number;
  /** How many may be asked for at once without any of them being turned away. */
  readonly capacity: number;
  /** Gets ready for a first source while it is still on its way. */
  warm(): void;
  /** All work rejects with the signal's reason and nothing else; every other fault is a problem. */
  workOnLink(address: string, wanted: Wanted, signal: AbortSignal): Promise<Summarized>;
  workOnRaw(raw: RawSource, wanted: Wanted, signal: AbortSignal): Promise<Summarized>;
  summarizeKept(kept: KeptArticle, form: SummaryForm, signal: AbortSignal): Promise<Summarized>;
  findPlaces(article: Article, question: string, signal: AbortSignal): Promise<FoundPlaces>;
  readFeed(raw: RawFeed, signal: AbortSignal): Promise<FeedOutcome>;
  /** A line of a batch, as its bytes. */
  workOnLine(line: Uint8Array, options: LineOptions, signal: AbortSignal): Promise<LineAnswer>;
  /** Resolves when nothing of it is left. */
  close(): Promise<void>;
}

export function composeDesk(config: Config): Desk {
  const engine = createEngine(config.engine);
  return {
    workers: engine.workers,
    capacity: config.engine.maxWaiting,
    warm: () => engine.warm(),
    workOnRaw: (raw, wanted, signal) => engine.workOn(raw, wanted, signal),
    summarizeKept: (kept, form, signal) => engine.summarizeKept(kept, form, signal),
    findPlaces: (article, question, signal) => engine.findPlaces(article, question, signal),
    readFeed: (raw, signal) => engine.readFeed(raw, signal),
    workOnLine: (line, options, signal) => engine.workOnLine(line, options, signal),
    async workOnLink(address, wanted, signal) {
      // Files and pipes need nothing of the network's libraries.
      const { fetchPage } = await import('./article/fetch/fetch-page.ts');
      const { allowedPrivateHosts, proxy, fetch: limits } = config;
      const fetched = await fetchPage(address, { allowedPrivateHosts, proxy, limits, signal });
      if (fetched.status === 'failed') return fetched;
      const result = await engine.workOn(fetched.page, wanted, signal);
      return askedFor(
        address,
        fetched.page.truncated ? brokenOff(result, fetched.page.url) : result,
      );
    },
    close: () => engine.close(),
  };
}

/** The page is read at the address where it was found in the end; the article keeps the one that was asked for. */
function askedFor(address: string, result: Summarized): Summarized {
  if (result.status === 'failed') return result;
  return { ...result, article: { ...result.article, url: address.trim() } };
}

/** What became of a page whose connection broke off: its beginning, said to be that, or why there is none. */
function brokenOff(result: Summarized, url: string): Summarized {
  if (result.status === 'failed') {
    const { hostname: host } = new URL(url);
    return {
      status: 'failed',
      problem: { code: 'unreachable', host, reason: 'the connection broke off' },
    };
  }
  const { article } = result;
  if (article.notes.includes('truncated')) return result;
  return { ...result, article: { ...article, notes: [...article.notes, 'truncated'] } };
}
