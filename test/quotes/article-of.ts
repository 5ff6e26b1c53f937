import type { Article } from '../../src/article/article.ts';

/** An article of these paragraphs and nothing else. */
export function articleOf(paragraphs: readonly string[], language = 'en'): Article {
  return { title: '', byline: [], language, paragraphs, subheads: [], notes: [] };
}
