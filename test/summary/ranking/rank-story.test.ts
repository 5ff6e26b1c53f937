import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../../src/article/article.ts';
import { findStorySentences } from '../../../src/summary/find-story-sentences.ts';
import {
  rankStory,
  type Pick,
  type StoryRanking,
} from '../../../src/summary/ranking/rank-story.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 3000 : 200;

function articleOf(paragraphs: readonly string[], more: Partial<Article> = {}): Article {
  return { title: '', byline: [], language: 'en', paragraphs, subheads: [], notes: [], ...more };
}

const ferry = articleOf(
  [
    'The island of Marrow will lose its night ferry in May, the harbour board decided on Monday.',
    'Fares on the ferry have not paid for its fuel since the cannery on Marrow closed, the board found.',
    'It rained during the meeting, and somebody had brought biscuits.',
    'Islanders want the county to pay for the night ferry, which takes nurses to the hospital.',
    'The county says that it will answer the islanders before the night ferry stops in May.',
    'My aunt likes biscuits.',
  ],
  { title: 'Marrow loses its night ferry' },
);

function rank(article: Article): StoryRanking {
  return rankStory(article, findStorySentences(article));
}

function pickOf({ mentions }: StoryRanking, sentence: number): Pick {
  return { sentences: [sentence], mention: mentions[sentence] ?? { terms: [], size: 0 } };
}

describe('rankStory', () => {
  it('puts what the story is above an aside', () => {
    const { worths } = rank(ferry);
    const best = worths.indexOf(Math.max(...worths));
    expect(best).toBe(0);
    for (const told of [0, 1, 3, 4])
      for (const aside of [2, 5]) expect(worths[told] ?? 0).toBeGreaterThan(worths[aside] ?? 0);
  });

  it('values what two bullets both mention once', () => {
    const ranking = rank(ferry);
    const value = (...sentences: readonly number[]): number =>
      ranking.valueOf(sentences.map((sentence) => pickOf(ranking, sentence)));
    expect(value(0, 1) - value(0)).toBeGreaterThan(value(0, 0) - value(0));
  });

  it('values the same bullets alike, whatever was asked before', () => {
    const ranking = rank(ferry);
    const picks = [pickOf(ranking, 0), pickOf(ranking, 3)];
    const value = ranking.valueOf(picks);
    ranking.valueOf([pickOf(ranking, 1)]);
    expect(ranking.valueOf(picks)).toBe(value);
  });

  it('values a bullet more that leaves idle words out', () => {
    const ranking = rank(ferry);
    const tight = ranking.mentionOf('The island of Marrow will lose its night ferry in May.');
    const loose = ranking.mentionOf(
      'The island of Marrow, a green and windy spot, will lose its night ferry in May.',
    );
    expect(ranking.valueOf([{ sentences: [0], mention: tight }])).toBeGreaterThan(
      ranking.valueOf([{ sentences: [0], mention: loose }]),
    );
  });

  it('finds in a sentence what it mentions', () => {
    const ranking = rank(ferry);
    for (const [at, paragraph] of ferry.paragraphs.entries())
      expect(ranking.mentionOf(paragraph)).toEqual(ranking.mentions[at]);
  });

  it('ranks languages without spaces by what their signs say', () => {
    const article = articleOf(
      ['港口委员会决定停开夜班渡轮。', '会议期间下雨了。', '居民希望县政府为夜班渡轮付费。'],
      { language: 'zh' },
    );
    const { worths } = rank(article);
    expect(worths.indexOf(Math.min(...worths))).toBe(1);
  });

  it('gives a story without sentences no ranks', () => {
    expect(rank(articleOf([])).worths).toEqual([]);
  });
});

describe('what sentences are worth', () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.lorem({ maxCount: 4, mode: 'sentences' }),
      fc.constantFrom('"', '.', '...', '1. 2. 3.', '“Why?” ', '。」', 'İ ǆ', '\u0000', ' '),
    ),
    { maxLength: 20 },
  );
  const languages = fc.constantFrom('en', 'de', 'zh', 'ja', 'ar', 'tr', 'und');

  it('gives any text one finite number for each sentence, the same each time', () => {
    fc.assert(
      fc.property(texts, languages, fc.string(), (paragraphs, language, title) => {
        const article = articleOf(paragraphs, { language, title });
        const sentences = findStorySentences(article);
        const ranks = rankStory(article, sentences).worths;
        expect(ranks).toHaveLength(sentences.length);
        expect(ranks.every(Number.isFinite)).toBe(true);
        expect(rankStory(article, sentences).worths).toEqual(ranks);
      }),
      { seed: 404, numRuns },
    );
  });
});
