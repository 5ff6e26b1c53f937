import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import { summarizeReading, type Makers } from '../../src/engine/summarize-reading.ts';

const article: Article = {
  title: 'Eels',
  byline: [],
  language: 'en',
  paragraphs: ['The eels are back.'],
  subheads: [],
  notes: [],
};
const cuts = [{ text: 'A caption', rule: 'caption', before: 1 }];
const reading = { status: 'read', article, cuts } as const;
const span = { paragraph: 0, start: 0, end: 3 };
const quote = { text: 'The', spans: [span] };

const makers: Makers = {
  findPeople: () => [],
  findQuotes: () => [quote],
  summarize: (_, quotes, { length, maxQuotes = 9 }) => ({
    length,
    bullets: [],
    quotes: quotes.slice(0, maxQuotes),
  }),
  explainSummary: () => ({
    sentences: [{ span, text: 'The', verdict: 'left-out' }],
    quotes: [],
  }),
};
const broken = (): never => {
  throw new Error('the maker is broken');
};

describe('summarizeReading', () => {
  it('goes as far as is wanted and no further', () => {
    expect(summarizeReading(reading, { what: 'article' }, makers)).toEqual({
      status: 'done',
      article,
      cuts,
    });
    expect(summarizeReading(reading, { what: 'quotes' }, makers)).toEqual({
      status: 'done',
      article,
      cuts,
      quotes: [quote],
    });
    const wanted = { what: 'summary', length: 'brief', maxQuotes: 0 } as const;
    expect(summarizeReading(reading, wanted, makers)).toEqual({
      status: 'done',
      article,
      cuts,
      quotes: [quote],
      summary: { length: 'brief', bullets: [], quotes: [] },
    });
  });

  it('explains a summary where that is wanted', () => {
    const wanted = { what: 'summary', length: 'standard', isExplained: true } as const;
    expect(summarizeReading(reading, wanted, makers)).toMatchObject({
      summary: { length: 'standard', quotes: [quote] },
      explanation: { sentences: [{ text: 'The' }] },
    });
  });

  it('passes on why something could not be read', () => {
    const failed = { status: 'failed', problem: { code: 'paywall' } } as const;
    expect(summarizeReading(failed, { what: 'quotes' }, makers)).toEqual(failed);
  });

  it.each(['findQuotes', 'summarize', 'explainSummary'] as const)(
    'makes a problem of a fault in %s',
    (name) => {
      const wanted = { what: 'summary', length: 'standard', isExplained: true } as const;
      expect(summarizeReading(reading, wanted, { ...makers, [name]: broken })).toEqual({
        status: 'failed',
        problem: { code: 'summarizing-failed', reason: 'the maker is broken' },
      });
    },
  );

  it('runs nothing that is not wanted', () => {
    const none = {
      findPeople: makers.findPeople,
      findQuotes: broken,
      summarize: broken,
      explainSummary: broken,
    };
    expect(summarizeReading(reading, { what: 'article' }, none).status).toBe('done');
    const onlyQuotes = { ...none, findQuotes: makers.findQuotes };
    expect(summarizeReading(reading, { what: 'quotes' }, onlyQuotes).status).toBe('done');
  });
});
