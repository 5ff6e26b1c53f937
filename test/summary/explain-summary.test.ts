import { describe, expect, it } from '@jest/globals';
import { findQuotes } from '../../src/quotes/find-quotes.ts';
import { explainSummary } from '../../src/summary/explain-summary.ts';
import { summarize } from '../../src/summary/summarize.ts';
import { inventedArticle } from './invented-article.ts';

const article = inventedArticle([
  'The council of Ostvik approved a new fee for small boats in May after a debate of nine hours.',
  'He denied that the fee was too high for the fishermen of Ostvik.',
  '“This fee is a disgrace for every honest fisherman on the coast,” said Odd Holm, a fisherman.',
  'Who will pay for a new ferry between Ostvik and Luleby?',
]);
const quotes = findQuotes(article);
const explained = explainSummary(article, quotes, { length: 'standard' });

describe('explainSummary', () => {
  it('gives every sentence and quote with its place', () => {
    expect(explained.sentences.length).toBeGreaterThanOrEqual(article.paragraphs.length);
    for (const { span, text } of [...explained.sentences, ...explained.quotes])
      expect(article.paragraphs[span.paragraph]?.slice(span.start, span.end)).toBe(text);
  });

  it('calls chosen what the summary has', () => {
    const summary = summarize(article, quotes, { length: 'standard' });
    const isChosen = ({ verdict }: { readonly verdict: string }): boolean => verdict === 'chosen';
    expect(explained.sentences.filter(isChosen).length).toBe(summary.bullets.length);
    expect(explained.quotes.filter(isChosen).map(({ text }) => text)).toEqual(
      summary.quotes.map(({ text }) => text),
    );
  });

  it('says of each sentence that was left out why', () => {
    const because = explained.sentences.map((one) => one.because);
    expect(because[1]).toBe('opener');
    expect(because.at(-1)).toBe('question');
  });

  it('scores every sentence', () => {
    expect(explained.sentences.every(({ score }) => Number.isFinite(score))).toBe(true);
  });
});
