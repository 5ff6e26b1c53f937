import { describe, expect, it } from '@jest/globals';
import { formOf } from '../../bench/bullet-form.ts';
import type { Article } from '../../src/article/article.ts';

const text =
  'The eels came back to the bay on Friday, said Tilde Brask, who sells them at the quay.';
const article: Article = {
  title: '',
  byline: [],
  language: 'en',
  paragraphs: [text],
  subheads: [],
  notes: [],
};
const evidence = [{ paragraph: 0, start: 0, end: text.length }];

const form = (bullets: readonly string[], quotes: readonly string[] = []) =>
  formOf(
    {
      length: 'standard',
      bullets: bullets.map((bullet) => ({ text: bullet, evidence })),
      quotes: quotes.map((quote) => ({ text: quote, spans: [] })),
    },
    article,
  );

describe('formOf', () => {
  it('finds nothing wrong with what is cut from the article', () => {
    expect(form(['The eels came back to the bay.'])).toEqual({
      bullets: 1,
      words: 7,
      longBullets: 0,
      badOpenings: 0,
      foreignWords: 0,
      repeatedInQuotes: 0,
    });
  });

  it('counts long bullets, openings that need what came before, and words from nowhere', () => {
    expect(form(['They came back.', 'But the eels came back.', 'Er came.'])).toMatchObject({
      badOpenings: 3,
      foreignWords: 3,
    });
    expect(form([`The ${'eels '.repeat(35).trim()}`]).longBullets).toBe(1);
  });

  it('tells a bullet that a shown quote says again', () => {
    const quote = 'I knew that the eels came back to the bay';
    expect(form(['The eels came back to the bay.'], [quote]).repeatedInQuotes).toBe(1);
    expect(form(['Tilde Brask sells them at the quay.'], [quote]).repeatedInQuotes).toBe(0);
  });
});
