import type { Post } from '../post/post.ts';
import type { BotProblem } from '../post/bot-problem.ts';
import { problemPost } from '../post/problem-post.ts';
import type { SentMessage } from '../ports/destination.ts';
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
      /** The answer that it takes the place of, and the message by which it can be changed. */
      readonly replaces?: { readonly answer: StoredAnswer; readonly message: SentMessage };
    }
  /** Nothing is to be said: what was asked for can be seen. */
  | { readonly kind: 'silence' };

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
