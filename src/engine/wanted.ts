import type { Length } from '../summary/summary.ts';

/** How far a source is taken: to its article, to its quotes, or all the way to its summary. */
export type Wanted =
  | { readonly what: 'article' }
  | { readonly what: 'quotes' }
  | {
      readonly what: 'summary';
      readonly length: Length;
      /** As many key quotes as the length has when it is not said. */
      readonly maxQuotes?: number;
      /** Whether it is to be said why the summary is what it is. */
      readonly isExplained?: boolean;
    };
