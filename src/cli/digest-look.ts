import type { DigestExplanation } from '../post/digest/digest-explanation.ts';
import type { Post } from '../post/post.ts';
import type { DigestFields } from '../ports/digest.ts';

/** What `nutgraf digest` asks of the rest. What the database says is a `StoreError`. */
export interface DigestLook {
  list(): Promise<ListedDigests>;
  /** What would be posted now; nothing is posted or written down. Rejects with the signal's reason. */
  preview(wanted: WantedPreview, signal: AbortSignal): Promise<Previewed>;
  /** Has a digest posted out of turn, by the bot that runs on the database. */
  run(name: string): Promise<StartedRun>;
  close(): Promise<void>;
}

export interface ListedDigests {
  readonly digests: readonly ListedDigest[];
  /** What is wrong with the file, a sentence each. */
  readonly faults: readonly string[];
}

export interface ListedDigest {
  readonly name: string;
  /** In words. */
  readonly schedule: string;
  readonly timezone: string;
  readonly platform: string;
  /** `#news`, or the platform's id. */
  readonly channel: string;
  readonly isPaused: boolean;
  readonly next?: { readonly atMs: number; readonly local: string };
  /** Where it stands in the file; absent where it was made in chat. */
  readonly at?: string;
  /** Whether a bot has taken it up as it is. */
  readonly isTakenUp: boolean;
}

export interface WantedPreview {
  /** A digest that there is; else one is made of what is typed. */
  readonly name?: string;
  /** What is to be otherwise. */
  readonly fields: DigestFields;
}

export type Previewed =
  | {
      readonly status: 'made';
      readonly name: string;
      readonly post: Post;
      /** Whether nothing would be posted at all: there is nothing new, and nobody wants to hear so. */
      readonly isSilent: boolean;
      /** Whether any source could be read. */
      readonly hasFeed: boolean;
      /** The next times in local time; none where it is not a digest yet. */
      readonly next: readonly string[];
      readonly explanation: DigestExplanation;
    }
  | { readonly status: 'refused'; readonly sentences: readonly string[] };

export type StartedRun =
  | { readonly status: 'written'; readonly name: string; readonly bot: 'held' | 'free' | 'unknown' }
  | { readonly status: 'refused'; readonly sentences: readonly string[] };
