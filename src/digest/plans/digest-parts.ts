import type { DigestHabits } from '../../config/bot-config.ts';
import type { Post } from '../../post/post.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveryKey } from '../../ports/destination.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { DigestStore } from '../../ports/digest-store.ts';

/** What planning digests works with. */
export interface DigestParts {
  readonly platforms: readonly ChatPlatform[];
  readonly store: DigestStore;
  readonly sources: SourceFinder;
  readonly clock: Clock;
  readonly newKey: () => DeliveryKey;
  readonly settings: DigestHabits;
  /** The channels in which the bot answers; in all where there are none. */
  readonly allowedChannels: readonly string[];
  /** What would be posted now. Rejects with the signal's reason. */
  readonly preview: (plan: DigestPlan, signal: AbortSignal) => Promise<Post>;
  /** There is something to run before the next minute begins. */
  readonly wake: () => void;
}

export interface SourceFinder {
  /** Rejects with the signal's reason. */
  find(address: string, signal: AbortSignal): Promise<FoundSource>;
}

export type FoundSource =
  | { readonly status: 'found'; readonly title?: string }
  /** `isFirm`: it is no feed; else it may be one that cannot be read just now. */
  | { readonly status: 'failed'; readonly sentence: string; readonly isFirm: boolean };
