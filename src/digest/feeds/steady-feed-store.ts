import type { FeedStore } from '../../ports/feed-store.ts';
import type { Log } from '../../ports/log.ts';

/** A store whose faults are logged and cost no more than another visit: it never rejects. */
export function steadyFeedStore(store: FeedStore, log: Log): FeedStore {
  return {
    async findFeed(address) {
      try {
        return await store.findFeed(address);
      } catch (error) {
        // The feed is asked for as if for the first time.
        log.error({ err: error, host: hostOf(address) }, 'what is kept of a feed cannot be read');
        return undefined;
      }
    },
    async putFeed(kept) {
      try {
        await store.putFeed(kept);
      } catch (error) {
        // It is asked for again next time.
        log.error({ err: error, host: hostOf(kept.address) }, 'a feed cannot be kept');
      }
    },
  };
}

/** Of the address only this is logged: what follows can be a subscriber's secret. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}
