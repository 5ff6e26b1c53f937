import type { Span } from '../article/article.ts';

/** A sentence of the article that a bullet could be made of. */
export interface Sentence {
  readonly span: Span;
  /** Exactly what stands at `span`. */
  readonly text: string;
}
