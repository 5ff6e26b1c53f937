import type { ChatPlatform } from '../ports/chat-platform.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryKey } from '../ports/destination.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { ArticleDesk } from './article-desk.ts';
import type { DigestDesk } from './digest-desk.ts';
import type { BotHabits } from '../config/bot-config.ts';

/** What the bot works with. */
export interface BotParts {
  readonly platforms: readonly ChatPlatform[];
  readonly store: Store;
  readonly desk: ArticleDesk;
  readonly digests: DigestDesk;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: BotHabits;
  /** Platforms on which whoever runs the bot is alone with it: nobody there is kept from asking for more. */
  readonly unlimited?: readonly string[];
  /** 22 base64url characters, never the same twice. */
  readonly newKey: () => DeliveryKey;
  readonly watch: Watch;
}

/** What whoever runs the bot wants counted. */
export interface Watch {
  accepted(request: Counted, status: string): void;
  /** How long whoever asked waited until it was known what becomes of the request. */
  acknowledged(request: Counted, tookMs: number): void;
  ended(request: Counted, ended: Ended): void;
  queue(sizes: { readonly waiting: number; readonly running: number }): void;
}

export interface Counted {
  readonly platform: string;
  readonly kind: string;
}

export interface Ended {
  readonly outcome: string;
  readonly tookMs: number;
}
