import type { Article, Span } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Candidate, Explanation } from './explanation.ts';
import { findStorySentences } from './find-story-sentences.ts';
import { summarize, type SummarizeOptions } from './summarize.ts';

/** What `summarize` weighs for the same article, quotes and options, and what becomes of each. */
export function explainSummary(
  article: Article,
  quotes: readonly Quote[],
  options: SummarizeOptions,
): Explanation {
  const summary = summarize(article, quotes, options);
  const evidence = summary.bullets.flatMap((bullet) => bullet.evidence);
  const shown = new Set(summary.quotes.map(({ text }) => text));
  return {
    sentences: findStorySentences(article).map(({ span, text }): Candidate => {
      const isChosen = evidence.some((place) => isInside(place, span));
      return { span, text, verdict: isChosen ? 'chosen' : 'left-out' };
    }),
    quotes: quotes.flatMap(({ text, spans: [span] }): readonly Candidate[] =>
      span === undefined ? [] : [{ span, text, verdict: shown.has(text) ? 'chosen' : 'left-out' }],
    ),
  };
}

function isInside(place: Span, span: Span): boolean {
  return place.paragraph === span.paragraph && place.start >= span.start && place.end <= span.end;
}
