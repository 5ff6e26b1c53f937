import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../src/article/article.ts';
import { findQuotes } from '../../src/quotes/find-quotes.ts';
import { sizeInWords } from '../../src/summary/bullets/size-in-words.ts';
import { LENGTHS } from '../../src/summary/lengths.ts';
import { summarize } from '../../src/summary/summarize.ts';
import type { Length, Summary } from '../../src/summary/summary.ts';
import { randomNews } from '../engine/random-news.ts';
import { inventedArticle } from './invented-article.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 2000 : 100;

/** What a text gets at most that has no sentence of a bullet's size. */
const MAX_LENIENT_WORDS = 60;

const length = fc.constantFrom<Length>('brief', 'standard', 'detailed');
const news = randomNews.map((text) => inventedArticle(text.split('\n')));
const soup = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 8 })
  .chain((paragraphs) =>
    fc
      .constantFrom('en', 'de', 'fr', 'ja', 'ar', 'und')
      .map((language) => inventedArticle(paragraphs, { language })),
  );
const article = fc.oneof({ weight: 4, arbitrary: news }, { weight: 1, arbitrary: soup });

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function expectOfSummaries(
  check: (summary: Summary, article: Article, length: Length) => void,
): void {
  fc.assert(
    fc.property(article, length, (one, size) => {
      check(summarize(one, findQuotes(one), { length: size }), one, size);
    }),
    { seed: 311, numRuns },
  );
}

describe('whatever the article', () => {
  it('every word of a bullet stands in its evidence, which stands in the article', () => {
    expectOfSummaries(({ bullets }, { paragraphs }) => {
      for (const { text, evidence } of bullets) {
        for (const { paragraph, start, end } of evidence) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(paragraphs[paragraph]?.length ?? -1);
        }
        const places = evidence.map(({ paragraph, start, end }) =>
          (paragraphs[paragraph] ?? '').slice(start, end),
        );
        const known = new Set(wordsIn(places.join(' ')));
        expect(wordsIn(text).filter((word) => !known.has(word))).toEqual([]);
      }
    });
  });

  it('bullets keep within the limits of the length', () => {
    expectOfSummaries(({ bullets }, _, size) => {
      const sizes = bullets.map(({ text }) => sizeInWords(text));
      expect(sizes.length).toBeLessThanOrEqual(LENGTHS[size].bullets);
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LENGTHS[size].maxWords);
      expect(sizes.every((one) => one <= MAX_LENIENT_WORDS)).toBe(true);
    });
  });

  it('no bullet opens with a word that leans on another sentence', () => {
    expectOfSummaries(({ bullets }, { language }) => {
      if (language !== 'en') return;
      for (const { text } of bullets)
        expect(text).not.toMatch(/^[^\p{L}]*(?:he|she|it|they|this|that|but|and|meanwhile)\s/iu);
    });
  });

  it('the same article gives the same summary', () => {
    expectOfSummaries((summary, one, size) => {
      expect(summarize(one, findQuotes(one), { length: size })).toEqual(summary);
    });
  });

  it('key quotes are quotes of the article, each once', () => {
    expectOfSummaries(({ quotes }, one, size) => {
      expect(new Set(quotes).size).toBe(quotes.length);
      expect(quotes.length).toBeLessThanOrEqual(LENGTHS[size].quotes);
      const all = findQuotes(one);
      for (const quote of quotes) expect(all).toContainEqual(quote);
    });
  });
});
