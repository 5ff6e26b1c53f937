/** A feed as it was read: plain data, every text clean and bounded. */
export interface Feed {
  readonly title?: string;
  /** The front page of the site whose feed it is: absolute http(s). */
  readonly siteUrl?: string;
  /** BCP 47, lower case. */
  readonly language?: string;
  /** The newest first where the feed's dates tell; at most 200. */
  readonly items: readonly FeedItem[];
  /** For how long the feed says that it need not be asked for again. */
  readonly ttlMs?: number;
}

export interface FeedItem {
  /** The same for the same item at every reading: its GUID where that is one, its link, or a hash of what it says. */
  readonly id: string;
  /** Absolute http(s), as the feed gives it: redirects and tracking parameters included. */
  readonly url?: string;
  /** One line of plain text; empty where the item has none. */
  readonly title: string;
  /** The item's description or content as plain text, a paragraph a line; may be empty or cut. */
  readonly text: string;
  /** ms since 1970; absent where the feed gives no date that can be. Never after the reading. */
  readonly publishedAtMs?: number;
  readonly updatedAtMs?: number;
  /** When it was first seen in the feed, ms since 1970; absent for what was there at the first reading of all. */
  readonly firstSeenAtMs?: number;
  readonly authors: readonly string[];
  /** 0-based place in the feed, the newest first where the feed runs the other way. */
  readonly position: number;
}
