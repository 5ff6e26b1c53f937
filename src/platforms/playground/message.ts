import type { DeliveryKey } from '../../ports/destination.ts';
import type { Post } from '../../post/post.ts';

/** Something that stands in the channel. Plain data: it is kept as it is, and the page gets it as it is. */
export type Message = SaidMessage | BotMessage;

/** What a person said. */
export interface SaidMessage {
  readonly id: string;
  readonly by: 'person';
  /** Who said it, where the page is for several. */
  readonly person?: string;
  /** Whether it and its answer are for whoever said it alone. */
  readonly isPrivate?: boolean;
  readonly atMs: number;
  readonly text: string;
  readonly files: readonly SharedFile[];
  /** The message that it replies to. */
  readonly repliesTo?: string;
  /** Whether an answer to it is still to come. */
  readonly isWaiting: boolean;
}

export interface BotMessage {
  readonly id: string;
  readonly by: 'bot';
  readonly atMs: number;
  readonly post: Post;
  /** Under which it was sent last; its buttons carry it. */
  readonly key: DeliveryKey;
  /** Counts up as it is changed. */
  readonly revision: number;
  /** Who asked for it, where the page is for several. */
  readonly person?: string;
  /** Whether only the person who asked sees it, where there are several. */
  readonly isPrivate: boolean;
  /** The message of a person's that it answers. */
  readonly answers?: string;
  /** The message in whose thread it stands. */
  readonly below?: string;
}

/** A file that somebody gave. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
}
