/** Why a feed could not be read, as data; `feed-problem-sentence.ts` holds the sentence that a person reads for each code. */
export type FeedProblem =
  /** No http(s) address. */
  | { readonly code: 'bad-address'; readonly host: string }
  /** An address that is not on the public internet. */
  | { readonly code: 'address-not-allowed'; readonly host: string }
  | { readonly code: 'unknown-host'; readonly host: string }
  | { readonly code: 'unreachable'; readonly host: string; readonly reason: string }
  | { readonly code: 'too-slow'; readonly host: string; readonly limitMs: number }
  | { readonly code: 'too-many-redirects'; readonly host: string }
  /** 401, 402, 403, 407, 429, 451, or a check for robots (then without a status). */
  | { readonly code: 'refused'; readonly host: string; readonly status?: number }
  | { readonly code: 'not-found'; readonly host: string }
  /** 410: it will not come back. */
  | { readonly code: 'gone'; readonly host: string }
  | { readonly code: 'server-error'; readonly host: string; readonly status: number }
  | { readonly code: 'too-large'; readonly host: string; readonly limitBytes: number }
  /** Something else came where a feed was expected. */
  | { readonly code: 'not-a-feed'; readonly host: string; readonly came: FoundInstead }
  /** A site whose page names no feed, and that has none at the usual addresses. */
  | { readonly code: 'no-feed-found'; readonly host: string }
  /** Beyond what the reader takes: it ran into its deadline or its memory limit; `reason` is for the log. */
  | { readonly code: 'unreadable'; readonly host: string; readonly reason: string }
  /** Ours: more is waiting to be read than may wait, or no reader starts. */
  | { readonly code: 'too-busy'; readonly host: string };

export type FeedProblemCode = FeedProblem['code'];

export type FoundInstead = 'page' | 'data' | 'text' | 'nothing';
