import type { Article } from '../article/article.ts';

/**
 * So much of an article is looked through for people, quotes and bullets: some 45,000 words, far beyond what is
 * written as one article. What a worker may hold in memory sets it.
 */
const MAX_CHARS = 250_000;
/** No article has more; a text of a million lines is none. */
const MAX_PARAGRAPHS = 10_000;

/** The article as far as it is looked through: what comes later is empty or left out, so that every place stays
 * where it is. */
export function withinReach(article: Article): Article {
  const total = article.paragraphs.reduce((sum, text) => sum + text.length, 0);
  if (total <= MAX_CHARS && article.paragraphs.length <= MAX_PARAGRAPHS) return article;
  let left = MAX_CHARS;
  const paragraphs = article.paragraphs.slice(0, MAX_PARAGRAPHS).map((text) => {
    const near = text.length <= left ? text : endWithWord(text.slice(0, left));
    left = text.length <= left ? left - text.length : 0;
    return near;
  });
  return { ...article, paragraphs };
}

/** Half a word would be a name or a number that stands nowhere. */
function endWithWord(text: string): string {
  const space = text.lastIndexOf(' ');
  return space < 0 ? text : text.slice(0, space);
}
