import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import { shownQuote } from '../../src/post/shown-quote.ts';
import type { Quote } from '../../src/quotes/quote.ts';

interface Given {
  readonly language?: string;
  readonly paragraphs: readonly string[];
  /** The words between the marks, each in its paragraph: `[paragraph, words]`. */
  readonly runs: readonly (readonly [number, string])[];
}

function shown({ language = 'en', paragraphs, runs }: Given): string {
  const article: Article = {
    title: '',
    byline: [],
    language,
    paragraphs,
    subheads: [],
    notes: [],
  };
  const spans = runs.map(([paragraph, words]) => {
    const start = (paragraphs[paragraph] ?? '').indexOf(words);
    return { paragraph, start, end: start + words.length };
  });
  const quote: Quote = { text: runs.map(([, words]) => words).join(' '), spans };
  return shownQuote(quote, article);
}

describe('shownQuote', () => {
  it('leaves out the comma that stands before an attribution', () => {
    expect(
      shown({
        paragraphs: ['“The eels are back,” said Tilde Brask.'],
        runs: [[0, 'The eels are back,']],
      }),
    ).toBe('“The eels are back”');
  });

  it('ends the sentence that the attribution ended', () => {
    expect(
      shown({
        paragraphs: ['“The eels are back,” said Brask. “We did not expect them.”'],
        runs: [
          [0, 'The eels are back,'],
          [0, 'We did not expect them.'],
        ],
      }),
    ).toBe('“The eels are back. We did not expect them.”');
  });

  it('keeps the comma where the sentence goes on, even with a capital', () => {
    expect(
      shown({
        paragraphs: ['“When the eels come,” said Brask, “I sell them.”'],
        runs: [
          [0, 'When the eels come,'],
          [0, 'I sell them.'],
        ],
      }),
    ).toBe('“When the eels come, I sell them.”');
  });

  it('ends a sentence before a dash too', () => {
    expect(
      shown({
        language: 'ru',
        paragraphs: ['«Угри вернулись», — сказала Браск. — «Мы их не ждали».'],
        runs: [
          [0, 'Угри вернулись'],
          [0, 'Мы их не ждали'],
        ],
      }),
    ).toBe('«Угри вернулись. Мы их не ждали»');
  });

  it('adds nothing to a question before an attribution', () => {
    expect(
      shown({
        paragraphs: ['“Who sells eels?” asked Brask. “Not me.”'],
        runs: [
          [0, 'Who sells eels?'],
          [0, 'Not me.'],
        ],
      }),
    ).toBe('“Who sells eels? Not me.”');
  });

  it('joins the paragraphs of a long quote', () => {
    expect(
      shown({
        paragraphs: ['“The eels are back.', '“Nobody saw them come.”'],
        runs: [
          [0, 'The eels are back.'],
          [1, 'Nobody saw them come.'],
        ],
      }),
    ).toBe('“The eels are back. Nobody saw them come.”');
  });

  it.each([
    ['de', '„Die Aale sind da“, sagte sie.', '„Die Aale sind da“'],
    ['de', '»Die Aale sind da«, sagte sie.', '»Die Aale sind da«'],
    ['de', '«Die Aale sind da», sagte sie.', '«Die Aale sind da»'],
    ['de', '"Die Aale sind da", sagte sie.', '„Die Aale sind da“'],
    ['pl', '„Die Aale sind da”, sagte sie.', '„Die Aale sind da”'],
    ['ru', '«Die Aale sind da», sagte sie.', '«Die Aale sind da»'],
    ['fr', '«\u00a0Die Aale sind da\u00a0», sagte sie.', '«\u00a0Die Aale sind da\u00a0»'],
    ['ja', '「Die Aale sind da」', '「Die Aale sind da」'],
    ['en', '‘Die Aale sind da’, she said.', '‘Die Aale sind da’'],
    ['en', '“Die Aale sind da', '“Die Aale sind da”'],
    ['sv', '”Die Aale sind da”, sade hon.', '”Die Aale sind da”'],
    ['und', '"Die Aale sind da"', '“Die Aale sind da”'],
  ])('sets marks as the article or its language has them: %s %s', (language, text, expected) => {
    expect(shown({ language, paragraphs: [text], runs: [[0, 'Die Aale sind da']] })).toBe(expected);
  });
});
