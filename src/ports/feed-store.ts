import type { FeedProblem } from '../post/feed-problem.ts';
import type { Feed } from './feed.ts';

/** Where feeds are kept between two readings. Addresses are those that the feed reader asks for. */
export interface FeedStore {
  findFeed(address: string): Promise<KeptFeed | undefined>;
  /** Keeps it in place of what was kept under its address. */
  putFeed(kept: KeptFeed): Promise<void>;
}

/** What is known of a feed, or of a site that a feed was found on. Plain data; times are ms since 1970. */
export interface KeptFeed {
  readonly address: string;
  /** Of a site's page: the address of its feed, which is kept under that. */
  readonly leadsTo?: string;
  /** Where it has moved for good and was found. */
  readonly movedTo?: string;
  /** As of the last reading that went well. */
  readonly feed?: Feed;
  /** When `feed` was last got, or confirmed to be unchanged. */
  readonly readAtMs?: number;
  /** Until then the feed need not be asked for. */
  readonly freshUntilMs?: number;
  /** Validators of `feed`, as the server gave them. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Since when it fails; absent while it does not. */
  readonly failing?: Failing;
}

export interface Failing {
  readonly problem: FeedProblem;
  /** In a row, 1 and more. */
  readonly times: number;
  readonly sinceMs: number;
  readonly lastTriedAtMs: number;
  /** The server asked not to be asked again before this moment. */
  readonly retryAtMs?: number;
}
