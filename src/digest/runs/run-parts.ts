import type { ReadingParts } from '../../bot/read-source.ts';
import type { DigestHabits } from '../../config/bot-config.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { DeliveryKey } from '../../ports/destination.ts';
import type { DigestStore } from '../../ports/digest-store.ts';
import type { Feed } from '../../ports/feed.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import type { Ticker } from '../../ports/ticker.ts';

/** What making digests works with. */
export interface MakingParts extends ReadingParts {
  readonly digests: Pick<DigestStore, 'listPosted'>;
  readonly feeds: FeedSource;
  readonly habits: DigestHabits;
}

/** What posting them works with besides. */
export interface RunParts extends MakingParts {
  readonly store: Store;
  readonly platforms: readonly ChatPlatform[];
  readonly digests: DigestStore;
  readonly ticker: Ticker;
  readonly log: Log;
  readonly newKey: () => DeliveryKey;
  /** Called each time before it is looked what is due: plans of the file are taken up there. */
  readonly beforeClaims: (signal: AbortSignal) => Promise<void>;
  /** Of this process and no other: by it a run is held. */
  readonly holder: string;
}

export interface FeedSource {
  /** Rejects with the signal's reason and nothing else. */
  read(address: string, signal: AbortSignal): Promise<ReadFeed>;
}

/** What there is to be had of a source: its feed as it was read last, and why not now. */
export interface ReadFeed {
  readonly feed?: Feed;
  readonly problem?: FeedProblem;
  /** Since when it fails, ms since 1970. */
  readonly failingSinceMs?: number;
}
