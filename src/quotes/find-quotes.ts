import type { Article } from '../article/article.ts';
import type { Quote } from './quote.ts';

/** Every direct quote of the article, in its order. */
export function findQuotes(article: Article): readonly Quote[] {
  return article.paragraphs.flatMap((text, paragraph) =>
    [...text.matchAll(/“([^“”]{20,})”/gu)].map((found) => {
      const start = found.index + 1;
      const end = start + (found[1] ?? '').length;
      return { text: text.slice(start, end), spans: [{ paragraph, start, end }] };
    }),
  );
}
