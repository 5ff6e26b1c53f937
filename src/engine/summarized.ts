import type { Article, Cut } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Explanation } from '../summary/explanation.ts';
import type { Summary } from '../summary/summary.ts';

/** What becomes of a source: as much of it as was wanted, or why there is nothing. */
export type Summarized =
  | {
      readonly status: 'done';
      readonly article: Article;
      /** What stood in the page around the article. */
      readonly cuts: readonly Cut[];
      /** Every direct quote; absent where only the article was wanted. */
      readonly quotes?: readonly Quote[];
      /** Absent where no summary was wanted. */
      readonly summary?: Summary;
      /** Absent where it was not wanted. */
      readonly explanation?: Explanation;
    }
  | { readonly status: 'failed'; readonly problem: Problem };
