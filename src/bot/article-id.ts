import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';

/** Of an article's headline and text: the same article has the same id wherever it was found. 43 base64url characters. */
export function articleId({ title, paragraphs }: Article): string {
  const hash = createHash('sha256').update(title);
  for (const paragraph of paragraphs) hash.update('\n').update(paragraph);
  return hash.digest('base64url');
}
