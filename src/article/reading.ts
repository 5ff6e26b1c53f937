import type { Article, Cut } from './article.ts';
import type { Problem } from './problem.ts';

/** What becomes of reading something: the article and what was cut around it, or why there is none. */
export type Reading =
  | { readonly status: 'read'; readonly article: Article; readonly cuts: readonly Cut[] }
  | { readonly status: 'failed'; readonly problem: Problem };
