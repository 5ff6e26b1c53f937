import type { Length } from '../summary/summary.ts';

/** A channel digest as its maker wants it. Plain data; a change makes a new revision. */
export interface DigestPlan {
  /** Of chat: 22 base64url characters. Of the file: made of what the plan is called and where it posts. */
  readonly id: string;
  /** Counts up from 1. */
  readonly revision: number;
  readonly origin: DigestOrigin;
  /** Unique in its place, letter case aside. */
  readonly name: string;
  readonly platform: string;
  /** The server or workspace, and the channel where it is posted: the platform's ids. */
  readonly place: string;
  readonly channel: string;
  /** Feeds, or sites whose feeds are found: http(s) addresses. 1 to 50. */
  readonly sources: readonly string[];
  /** Words or cron, as `parseSchedule` takes them. */
  readonly schedule: string;
  /** IANA. */
  readonly timezone: string;
  /** How many stories at most, 1 to 10. */
  readonly stories: number;
  /** Of the full summaries in the thread. */
  readonly length: Length;
  /** Words or phrases of which a story must have one; all stories where there are none. */
  readonly include: readonly string[];
  /** Words or phrases of which a story may have none. */
  readonly exclude: readonly string[];
  /** Whether the latest slot that was missed is made up for. */
  readonly missed: 'latest' | 'skip';
  /** A slot older than this is not made up for. */
  readonly graceMs: number;
  readonly whenNothing: 'silence' | 'say';
  readonly status: 'active' | 'paused';
  /** When this revision began, ms since 1970: no slot before it counts. */
  readonly sinceMs: number;
}

export type DigestOrigin =
  | { readonly kind: 'chat'; readonly maker: string }
  /** `config/digests.yaml`: shown in chat, edited in the file. */
  | { readonly kind: 'file' };
