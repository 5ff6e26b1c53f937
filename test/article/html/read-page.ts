import type { Article, Cut } from '../../../src/article/article.ts';
import { readHtml } from '../../../src/article/html/read-html.ts';
import type { Problem } from '../../../src/article/problem.ts';

/** Where the invented pages stand. */
export const pageUrl = 'https://www.harbourpost.example/news/eels-return';

/** The article of a page that has one, and what was cut. */
export function readPage(
  html: string,
  url: string = pageUrl,
): { readonly article: Article; readonly cuts: readonly Cut[] } {
  const reading = readHtml(html, { url });
  if (reading.status === 'read') return reading;
  throw new Error(`There is no article: ${JSON.stringify(reading.problem)}`);
}

/** The problem of a page that holds no article; undefined when it holds one. */
export function problemOf(html: string, url: string = pageUrl): Problem | undefined {
  const reading = readHtml(html, { url });
  return reading.status === 'failed' ? reading.problem : undefined;
}

/** The rule by which a page's text is cut, `kept` when it stands in the article, `nowhere` when it is lost without a word. */
export function fateOf(html: string, text: string): string {
  const { article, cuts } = readPage(html);
  if (article.paragraphs.includes(text)) return 'kept';
  return cuts.find((cut) => cut.text === text)?.rule ?? 'nowhere';
}
