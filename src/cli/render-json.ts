import type { Article, Cut } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Reading } from '../article/reading.ts';
import { problemSentence } from '../post/problem-sentence.ts';

/** The shape of `--json` and of a batch's lines; keys that have no value are left out. */
export type ReadingJson =
  { readonly article: Article; readonly cuts?: readonly Cut[] } | { readonly problem: ProblemJson };

export interface ProblemJson {
  readonly code: Problem['code'];
  readonly message: string;
}

export function readingJson(
  reading: Reading,
  { withCuts }: { readonly withCuts: boolean },
): ReadingJson {
  if (reading.status === 'failed') return { problem: problemJson(reading.problem) };
  const article = articleJson(reading.article);
  return withCuts
    ? { article, cuts: reading.cuts.map(({ rule, text }) => ({ rule, text })) }
    : { article };
}

export function problemJson(problem: Problem): ProblemJson {
  return { code: problem.code, message: problemSentence(problem) };
}

/** Always the same keys in the same order, whoever made the article. */
function articleJson(article: Article): Article {
  const { url, canonicalUrl, title, byline, publishedAt, siteName, language, image } = article;
  return {
    ...(url === undefined ? {} : { url }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    title,
    byline,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(siteName === undefined ? {} : { siteName }),
    language,
    ...(image === undefined ? {} : { image }),
    paragraphs: article.paragraphs,
    subheads: article.subheads,
    notes: article.notes,
  };
}

/**
 * One line of JSON (RFC 8259) that is safe to print: what a terminal could obey is escaped, which changes no value.
 * JSON.stringify does it for the controls below U+0020 and for lone surrogates.
 */
export function jsonLine(value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[\x7F-\x9F\u061C\u2028-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
