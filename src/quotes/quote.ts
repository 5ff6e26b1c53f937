import type { Span } from '../article/article.ts';

/** Words that the article gives as said or written by somebody, cut out by position. */
export interface Quote {
  /** Exactly what stands between the marks at `spans`; where there are several, joined by one space. */
  readonly text: string;
  /** One for each run between marks: two where the attribution splits it (“A,” said X. “B.”), one for each paragraph. */
  readonly spans: readonly Span[];
  /** The full name where that is certain, else the description the article gives ("a campaign aide"); absent in doubt. */
  readonly speaker?: string;
  /** What the article says that the speaker is: `marine biologist at the University of Carrow`. */
  readonly role?: string;
}
