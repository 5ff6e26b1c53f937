import type { Article } from '../../src/article/article.ts';

/** An article of these paragraphs, as reading would give it. */
export function inventedArticle(
  paragraphs: readonly string[],
  more: Partial<Article> = {},
): Article {
  return { title: '', byline: [], language: 'en', paragraphs, subheads: [], notes: [], ...more };
}
