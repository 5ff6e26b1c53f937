import type { Span } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';

/** How long a summary is; `lengths.ts` has the numbers. */
export type Length = 'brief' | 'standard' | 'detailed';

export interface Summary {
  readonly length: Length;
  readonly bullets: readonly Bullet[];
  /** The key quotes, in the article's order. */
  readonly quotes: readonly Quote[];
}

/** A statement of the article, tightened so that it reads well alone. */
export interface Bullet {
  readonly text: string;
  /** Where its words stand: every word of `text` is in one of these places. */
  readonly evidence: readonly Span[];
}
