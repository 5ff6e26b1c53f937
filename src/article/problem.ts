/**
 * What went wrong, as data. `post/problem-sentence.ts` holds the sentence that a person reads for each code.
 */
export type Problem =
  /** Not something that can be asked for: no http(s) address. */
  | { readonly code: 'bad-address'; readonly address: string }
  /** An address that is not on the public internet (loopback, private, reserved …). */
  | { readonly code: 'address-not-allowed'; readonly host: string }
  | { readonly code: 'unknown-host'; readonly host: string }
  /** Connection refused, reset or broken, TLS failure. */
  | { readonly code: 'unreachable'; readonly host: string; readonly reason: string }
  | { readonly code: 'too-slow'; readonly host: string; readonly limitMs: number }
  | { readonly code: 'too-many-redirects'; readonly limit: number }
  /** 401, 402, 403, 407, 429, 451: the site does not want to give it to us. */
  | { readonly code: 'refused'; readonly host: string; readonly status: number }
  /** 404, 410. */
  | { readonly code: 'not-found'; readonly host: string; readonly status: number }
  /** Any other answer that is no success. */
  | { readonly code: 'server-error'; readonly host: string; readonly status: number }
  /** A body, file or text above the limit. */
  | { readonly code: 'too-large'; readonly limitBytes: number }
  /** An image, a video, an archive …: `type` is the media type. */
  | { readonly code: 'not-text'; readonly type: string }
  /** A check for robots came instead of the page. */
  | { readonly code: 'bot-check' }
  /** A page that asks for consent came instead of the page. */
  | { readonly code: 'consent-wall' }
  /** Nothing of the article is readable before the paywall. */
  | { readonly code: 'paywall' }
  | { readonly code: 'not-an-article'; readonly kind: 'home' | 'video' | 'login' | 'empty' }
  | { readonly code: 'unreadable-pdf'; readonly because: 'damaged' | 'encrypted' | 'no-text' }
  /** Reading took longer than its deadline; its worker was ended. */
  | { readonly code: 'reading-too-slow'; readonly limitMs: number }
  /** No worker could be started: an installation that is not whole, a machine without memory. */
  | { readonly code: 'reader-not-started' }
  /** The worker needed more memory than it may use, or died; `reason` is for the log. */
  | { readonly code: 'reading-failed'; readonly reason: string }
  /** The article was read, and making quotes or a summary of it threw: a fault of ours; `reason` is for the log. */
  | { readonly code: 'summarizing-failed'; readonly reason: string }
  /** More is waiting to be read than may wait. */
  | { readonly code: 'too-busy' }
  /** A line of a batch that asks for nothing: `reason` completes the sentence "This line …". */
  | { readonly code: 'bad-line'; readonly reason: string }
  | { readonly code: 'file-not-found'; readonly path: string }
  | { readonly code: 'file-not-readable'; readonly path: string; readonly reason: string };

export type ProblemCode = Problem['code'];
