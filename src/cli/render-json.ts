import type { Article, Cut, Span } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Summarized } from '../engine/summarized.ts';
import { problemSentence } from '../post/problem-sentence.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Candidate, Explanation } from '../summary/explanation.ts';
import type { Summary } from '../summary/summary.ts';

/** The shape of `--json` and of a batch's lines; keys that have no value are left out. */
export type SummarizedJson =
  | {
      readonly article: Article;
      readonly quotes?: readonly Quote[];
      readonly summary?: Summary;
      readonly explanation?: Explanation;
      readonly cuts?: readonly Pick<Cut, 'rule' | 'text'>[];
    }
  | { readonly problem: ProblemJson };

export interface ProblemJson {
  readonly code: Problem['code'];
  readonly message: string;
}

export function summarizedJson(
  result: Summarized,
  { withCuts }: { readonly withCuts: boolean },
): SummarizedJson {
  if (result.status === 'failed') return { problem: problemJson(result.problem) };
  const { article, quotes, summary, explanation, cuts } = result;
  return {
    article: articleJson(article),
    ...(quotes === undefined ? {} : { quotes: quotes.map(quoteJson) }),
    ...(summary === undefined ? {} : { summary: summaryJson(summary) }),
    ...(explanation === undefined ? {} : { explanation: explanationJson(explanation) }),
    ...(withCuts ? { cuts: cuts.map(({ rule, text }) => ({ rule, text })) } : {}),
  };
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

function quoteJson({ text, speaker, role, spans }: Quote): Quote {
  return {
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(role === undefined ? {} : { role }),
    spans: spans.map(spanJson),
  };
}

function summaryJson({ length, bullets, quotes }: Summary): Summary {
  return {
    length,
    bullets: bullets.map(({ text, evidence }) => ({ text, evidence: evidence.map(spanJson) })),
    quotes: quotes.map(quoteJson),
  };
}

function explanationJson({ sentences, quotes }: Explanation): Explanation {
  return { sentences: sentences.map(candidateJson), quotes: quotes.map(candidateJson) };
}

function candidateJson({ verdict, because, score, text, span }: Candidate): Candidate {
  return {
    verdict,
    ...(because === undefined ? {} : { because }),
    ...(score === undefined ? {} : { score }),
    text,
    span: spanJson(span),
  };
}

function spanJson({ paragraph, start, end }: Span): Span {
  return { paragraph, start, end };
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
