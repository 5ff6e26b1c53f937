import type { Article } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';
import { findSentences } from '../text/sentences.ts';
import { LENGTHS } from './lengths.ts';
import type { Bullet, Length, Summary } from './summary.ts';

export interface SummarizeOptions {
  readonly length: Length;
  /** How many key quotes at most; as many as the length has when it is not said. */
  readonly maxQuotes?: number;
}

/** The built-in engine: an article and its quotes → bullets and key quotes. */
export function summarize(
  article: Article,
  quotes: readonly Quote[],
  { length, maxQuotes = LENGTHS[length].quotes }: SummarizeOptions,
): Summary {
  const bullets = article.paragraphs.flatMap((text, paragraph) =>
    findSentences(text, article.language).map(({ start, end }): Bullet => {
      return { text: text.slice(start, end), evidence: [{ paragraph, start, end }] };
    }),
  );
  return {
    length,
    bullets: bullets.slice(0, LENGTHS[length].bullets),
    quotes: quotes.slice(0, maxQuotes),
  };
}
