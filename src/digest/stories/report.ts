/** One item of a feed as a candidate for a digest. What is in it came from elsewhere and is as long as it likes. */
export interface Report {
  /** Unique among the reports that are looked at together. */
  readonly id: string;
  readonly url?: string;
  /** What the item or its page says is its own address. */
  readonly canonicalUrl?: string;
  readonly title: string;
  /** The feed's summary or how the article begins; may be empty. */
  readonly text: string;
  /** Absent where the feed says nothing that can be believed. Milliseconds since 1970. */
  readonly publishedAtMs?: number;
  /** BCP 47; absent where nobody says. */
  readonly language?: string;
  /** The feed's title. */
  readonly source: string;
  /** The feed's place among the plan's sources, from 0. */
  readonly sourceIndex: number;
  /** The item's place in its feed, from 0. */
  readonly position: number;
}
