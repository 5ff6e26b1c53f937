import type { Article, Cut } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Length } from '../summary/summary.ts';
import type { Scope } from './core.ts';
import type { DeliveryKey, SentMessage } from './destination.ts';
import type { Request } from './request.ts';

/** What has to outlive the process. All times are ms since 1970. */
export interface Store {
  /**
   * Writes a request down, unless its platform's event id has been there before. One that has `ended` with its
   * acknowledgement leaves nothing but that it was made.
   */
  insertRequest(request: NewRequest, ended?: Outcome): Promise<'inserted' | 'known'>;
  /** Those that have not ended, the oldest first. */
  findUnfinished(): Promise<readonly StoredRequest[]>;
  /** Before anything is sent for it: from now on a message of it may stand there, whatever is known of it. */
  startSending(key: DeliveryKey): Promise<void>;
  /** The message that will become its answer. */
  setMessage(key: DeliveryKey, message: SentMessage): Promise<void>;
  /** Ends a request. What it holds (a pasted text) goes at once; that it was made is kept for limits and redelivery. */
  endRequest(key: DeliveryKey, outcome: Outcome, change?: AnswerChange): Promise<void>;
  /** How many requests for summaries were taken since then: for limits. */
  countRequests(query: UsageQuery): Promise<Usage>;

  /** With what was cut from the page around it, where that is to be kept too. */
  putArticle(article: StoredArticle, cuts?: readonly Cut[]): Promise<void>;
  findArticle(id: string): Promise<StoredArticle | undefined>;
  /** What a link was found to lead to, when it was read after `sinceMs`. */
  findArticleByLink(link: string, sinceMs: number): Promise<StoredArticle | undefined>;
  putLink(link: string, articleId: string, nowMs: number): Promise<void>;

  putAnswer(answer: StoredAnswer): Promise<void>;
  findAnswer(key: DeliveryKey): Promise<StoredAnswer | undefined>;
  findAnswerByMessage(platform: string, messageId: string): Promise<StoredAnswer | undefined>;
  findLatestAnswer(platform: string, channel: string): Promise<StoredAnswer | undefined>;

  /** Erases everything of somebody or somewhere, so that the file no longer holds it. Resolves to how many answers went. */
  erase(scope: Scope): Promise<number>;
  /** Deletes what is kept no longer. */
  sweep(nowMs: number): Promise<void>;
  /** Whether it can be written to. Rejects where not. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface NewRequest {
  /** The key of its answer. */
  readonly key: DeliveryKey;
  readonly request: Request;
  readonly atMs: number;
}

export interface StoredRequest extends NewRequest {
  readonly isSending: boolean;
  readonly message?: SentMessage;
}

/**
 * What a request does to an answer that was given before. Its end is written down with it or neither is: a step that was
 * taken twice would be one too many.
 */
export type AnswerChange =
  | { readonly kind: 'put'; readonly answer: StoredAnswer }
  | { readonly kind: 'remove'; readonly key: DeliveryKey };

/** How a request ended; `told`: help and the like, with its acknowledgement. */
export type Outcome = 'answered' | 'problem' | 'refused' | 'lost' | 'told';

export interface UsageQuery {
  readonly platform: string;
  readonly person: string;
  readonly place: string;
  readonly sinceMs: number;
}

export interface Usage {
  readonly byPerson: number;
  readonly byPlace: number;
  /** When the oldest of them was taken, for when it is free again; absent where there is none. */
  readonly oldestByPersonMs?: number;
  readonly oldestByPlaceMs?: number;
}

/** An article that was read, with its quotes. */
export interface StoredArticle {
  /** Of its content: the same article has the same id wherever it was found. */
  readonly id: string;
  readonly article: Article;
  readonly quotes: readonly Quote[];
  readonly readAtMs: number;
  readonly untilMs: number;
}

export interface AnsweredArticle {
  readonly id: string;
  /** Absent where it was a text or a file. */
  readonly link?: string;
}

/** What was answered to a request: what its buttons and replies are about. */
export interface StoredAnswer {
  readonly key: DeliveryKey;
  readonly platform: string;
  readonly person: string;
  readonly channel: string;
  readonly place: string;
  readonly message?: SentMessage;
  /** The articles in their order, and the links to read them at again when they are kept no longer. */
  readonly articles: readonly AnsweredArticle[];
  readonly length: Length;
  readonly maxQuotes?: number;
  readonly atMs: number;
  readonly untilMs: number;
}
