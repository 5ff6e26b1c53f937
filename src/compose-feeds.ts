import type { Desk } from './compose.ts';
import type { Config } from './config/config.ts';
import { createFeedReader, type FeedReader } from './digest/feeds/create-feed-reader.ts';
import type { Clock } from './ports/clock.ts';
import type { FeedStore } from './ports/feed-store.ts';
import type { Log } from './ports/log.ts';

export interface FeedWorld {
  readonly desk: Pick<Desk, 'readFeed'>;
  readonly store: FeedStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** The sources of digests, joined: asked for under the same guards as links, read by the desk. */
export function composeFeeds(
  { fetch, allowedPrivateHosts, proxy }: Pick<Config, 'fetch' | 'allowedPrivateHosts' | 'proxy'>,
  { desk, store, clock, log }: FeedWorld,
): FeedReader {
  return createFeedReader({
    store,
    clock,
    log,
    async ask(address, { maxBytes, ...ask }, signal) {
      const { fetchAnswer } = await import('./article/fetch/fetch-answer.ts');
      const limits = { ...fetch, maxBytes };
      return fetchAnswer(address, { allowedPrivateHosts, proxy, limits, ask, signal });
    },
    parse: (raw, signal) => desk.readFeed(raw, signal),
  });
}
