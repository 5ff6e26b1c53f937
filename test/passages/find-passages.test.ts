import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findPassages } from '../../src/passages/find-passages.ts';
import type { Article } from '../../src/article/article.ts';
import { askedStories } from './stories.ts';

const asked = askedStories.flatMap(({ article, questions }) =>
  questions.map(([question, paragraph]) => ({ article, question, paragraph })),
);
const [ferry] = askedStories;

function wordsFor(question: string): readonly string[] {
  const { article } = ferry ?? { article: emptyArticle };
  return findPassages(article, question).map(({ span: { paragraph, start, end } }) =>
    (article.paragraphs[paragraph] ?? '').slice(start, end),
  );
}

const emptyArticle: Article = {
  title: '',
  byline: [],
  language: 'en',
  paragraphs: [],
  subheads: [],
  notes: [],
};

describe('a question', () => {
  it('is answered with the sentence that says it, word for word', () => {
    expect(wordsFor('How much would the new boiler cost?')).toEqual([
      'It needs a new boiler that would cost 2.4 million crowns.',
    ]);
  });

  it.each([
    ['asks for what is not there', 'What do tickets for the crossing cost?'],
    ['asks for an age that nobody gives', 'How old is the mayor?'],
    ['asks for nothing', 'What?'],
    ['is empty', ''],
    ['speaks of something else', 'Which bank lends the money?'],
  ])('that %s is not answered', (_, question) => {
    expect(wordsFor(question)).toEqual([]);
  });

  it('finds its paragraph first in seven of ten cases, and nothing in nine of ten where nothing is said', () => {
    const answerable = asked.filter(({ paragraph }) => paragraph !== undefined);
    const first = answerable.filter(
      ({ article, question, paragraph }) =>
        findPassages(article, question)[0]?.span.paragraph === paragraph,
    );
    const unanswerable = asked.filter(({ paragraph }) => paragraph === undefined);
    const silent = unanswerable.filter(
      ({ article, question }) => findPassages(article, question).length === 0,
    );
    expect(first.length / answerable.length).toBeGreaterThanOrEqual(0.7);
    expect(silent.length / unanswerable.length).toBeGreaterThanOrEqual(0.9);
  });
});

it('every passage is a place in its article, whatever is asked of whatever text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const language = fc.constantFrom('en', 'de', 'fr', 'ja', 'und');
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), text, language, (paragraphs, question, tag) => {
      const article = { ...emptyArticle, paragraphs, language: tag };
      for (const { span } of findPassages(article, `${question} ${paragraphs[0] ?? ''}`)) {
        const { length } = paragraphs[span.paragraph] ?? '';
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(length);
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});
