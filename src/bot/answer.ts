import type { Post } from '../post/post.ts';
import type { BotProblem } from '../post/bot-problem.ts';
import { problemPost } from '../post/problem-post.ts';
import type { DeliveryKey, SentMessage } from '../ports/destination.ts';
import type { AnsweredArticle, StoredAnswer } from '../ports/store.ts';
import type { SummaryForm } from '../engine/task.ts';

/** What a request comes to. */
export type Answer =
  | {
      readonly kind: 'post';
      readonly post: Post;
      readonly audience: 'everyone' | 'person';
      /** What its buttons and replies will be about; absent where it has none. */
      readonly about?: AnswerAbout;
      readonly replaces?: Replaced;
    }
  /** Nothing is to be said: what was asked for can be seen. */
  | {
      readonly kind: 'silence';
      /** An answer that is gone. */
      readonly removes?: DeliveryKey;
    };

/** What a post takes the place of, and the message by which it can be changed. */
export interface Replaced {
  readonly key: DeliveryKey;
  readonly message: SentMessage;
  /** The answer that stands there and goes on as another; absent where it ends. */
  readonly answer?: StoredAnswer;
}

export interface AnswerAbout {
  readonly articles: readonly AnsweredArticle[];
  readonly form: SummaryForm;
  /** Whether any of it is of a text or a file that somebody gave. */
  readonly isGiven: boolean;
}

/** A problem concerns whoever asked, and nobody else. */
export function problemAnswer(problem: BotProblem): Answer {
  return { kind: 'post', post: problemPost(problem), audience: 'person' };
}
