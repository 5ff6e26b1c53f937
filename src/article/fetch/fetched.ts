import type { Problem } from '../problem.ts';
import type { AnswerFacts } from './answer-facts.ts';

/** A body as it came, decompressed. */
export interface FetchedPage {
  /** Where it was found after all redirects, without credentials and fragment. */
  readonly url: string;
  /** Announced by the server or, where that says nothing, seen in the bytes; lower case. */
  readonly mediaType: string;
  /** As the server announced it; lower case, not checked. */
  readonly charset?: string;
  readonly body: Uint8Array;
  /** Whether the connection or the compressed data broke off before the end, twice. */
  readonly truncated: boolean;
}

/** What was asked for has not changed since it was got: a 304 to a request with validators. */
export interface Unchanged {
  readonly status: 'unchanged';
}

export type Fetched =
  | { readonly status: 'fetched'; readonly page: FetchedPage }
  | { readonly status: 'failed'; readonly problem: Problem };

/** What came of asking, and what the last answer said about itself. */
export interface Answered {
  readonly outcome: Fetched | Unchanged;
  /** Absent where nobody answered. */
  readonly facts?: AnswerFacts;
  /** Where the link has moved for good: the end of the permanent redirects that it begins with (301, 308). */
  readonly movedTo?: string;
}
