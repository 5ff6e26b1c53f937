import type { Span } from '../article/article.ts';

/** Why a summary is what it is: all that could have been in it, and what became of each. */
export interface Explanation {
  /** The sentences that bullets are made of, in the article's order. */
  readonly sentences: readonly Candidate[];
  /** The article's quotes, in its order. */
  readonly quotes: readonly Candidate[];
}

export interface Candidate {
  /** Of a quote the first of its places. */
  readonly span: Span;
  readonly text: string;
  /** Higher is better; absent where none was given. */
  readonly score?: number;
  readonly verdict: 'chosen' | 'left-out';
  /** The name of the rule that decided, kebab-case: `repeats-another`, `cannot-stand-alone`, … */
  readonly because?: string;
}
