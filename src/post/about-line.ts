import type { Article } from '../article/article.ts';
import { dateInWords } from './date-in-words.ts';
import { minutesToRead } from './minutes-to-read.ts';

/** `Site · First Author, Second Author · 2 April 2031, 09:30 (UTC+2) · 4 min read` */
export function aboutLine(article: Article): string {
  const parts = [sourceLine(article), `${minutesToRead(article)} min read`];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The same without the time that it takes to read; empty where nothing is known of it. */
export function sourceLine(article: Article): string {
  const parts = [
    article.siteName ?? '',
    article.byline.join(', '),
    article.publishedAt === undefined ? '' : dateInWords(article.publishedAt),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
