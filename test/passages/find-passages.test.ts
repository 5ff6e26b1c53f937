import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadAskedStories, scorePassages } from '../../bench/passages.ts';
import type { Article, Span } from '../../src/article/article.ts';
import { findPassages } from '../../src/passages/find-passages.ts';
import { findSentences } from '../../src/text/sentences.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 5000 : 300;
const fixtures = path.resolve(import.meta.dirname, '../fixtures');

function articleOf(paragraphs: readonly string[], more: Partial<Article> = {}): Article {
  const empty = { title: '', byline: [], language: 'en', subheads: [], notes: [] };
  return { ...empty, paragraphs, ...more };
}

function cut({ paragraphs }: Article, { paragraph, start, end }: Span): string {
  return (paragraphs[paragraph] ?? '').slice(start, end);
}

const ferry = articleOf(
  [
    'The town of Ostvik will take its last steam ferry out of service in October, the council decided on Tuesday.',
    'The Sea Hen has carried people and sheep since 1931. It needs a new boiler that would cost 2.4 million crowns.',
    '“We cannot ask the schools to pay for a boiler,” said Mayor Tilde Brask, who had voted for the ferry.',
    'An electric boat built in Luleby will replace it. The boat takes 120 passengers.',
    'Will there be a vote?',
    'The islanders want one. Their spokesman, Anders Holm, is 61.',
  ],
  { title: 'Ostvik closes its old ferry' },
);

function wordsFor(question: string, article = ferry): readonly string[] {
  return findPassages(article, question).map(({ span }) => cut(article, span));
}

describe('a question', () => {
  it('is answered with the sentence that says it, word for word', () => {
    expect(wordsFor('How many passengers does the boat take?')).toEqual([
      'The boat takes 120 passengers.',
    ]);
  });

  it('gets the sentence before too where the answer begins with "It"', () => {
    expect(wordsFor('How much would the new boiler cost?')).toEqual([
      'The Sea Hen has carried people and sheep since 1931. It needs a new boiler that would cost 2.4 million crowns.',
    ]);
  });

  it('is answered in other words than its own', () => {
    expect(wordsFor('How much is the price of the boiler?')[0]).toContain('2.4 million');
    expect(wordsFor('Where was the electric ship constructed?')[0]).toContain('Luleby');
  });

  it('is answered whether somebody is called by the full name or the surname', () => {
    expect(wordsFor('How old is Mr Holm?')[0]).toContain('61');
    expect(wordsFor('How old is Anders Holm?')[0]).toContain('61');
  });

  it('is answered below the question that the article itself asks, never with that question', () => {
    const words = wordsFor('Do the islanders get a vote?');
    expect(words[0]).toBe('The islanders want one.');
    expect(words).not.toContain('Will there be a vote?');
  });

  it.each([
    ['asks for what is not there', 'What do tickets for the crossing cost?'],
    ['asks for an age that nobody gives', 'How old is the mayor?'],
    ['counts what is not counted', 'How many mayors does the town have?'],
    ['asks for nothing', 'What?'],
    ['is empty', ''],
    ['speaks of something else', 'Which bank lends the money?'],
  ])('that %s is not answered', (_, question) => {
    expect(wordsFor(question)).toEqual([]);
  });

  it('takes no number for an age that goes on', () => {
    const article = articleOf(['The group Leave the Limes collected 11,000 names for the trees.']);
    expect(wordsFor('How old are the trees?', article)).toEqual([]);
  });

  it('is not answered by an empty article', () => {
    expect(wordsFor('Who is the mayor?', articleOf([]))).toEqual([]);
  });
});

describe('over stories that the rules were not made on', () => {
  const score = scorePassages(loadAskedStories(fixtures, 'report'));

  it('finds the right paragraph first in four of ten cases at least', () => {
    expect(score.answerable).toBeGreaterThanOrEqual(60);
    expect(score.first).toBeGreaterThanOrEqual(0.42);
  });

  it('says nothing to three of four questions at least that the story leaves open', () => {
    expect(score.unanswerable).toBeGreaterThanOrEqual(30);
    expect(score.silent).toBeGreaterThanOrEqual(0.75);
  });
});

it('every asked story names paragraphs that it has', () => {
  const stories = [...loadAskedStories(fixtures, 'tune'), ...loadAskedStories(fixtures, 'report')];
  const wrong = stories.flatMap(({ article, questions }) =>
    questions.filter(({ answeredIn }) =>
      answeredIn.some((paragraph) => article.paragraphs[paragraph] === undefined),
    ),
  );
  expect(wrong).toEqual([]);
  expect(stories.every(({ questions }) => questions.length >= 6)).toBe(true);
});

describe('whatever is asked of whatever text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('The ferry ', 'it. ', 'It ', 'Mayor Brask ', '1931', '? ', 'cost ', 'who '),
      )
      .map((words) => words.join('')),
  );
  const language = fc.constantFrom('en', 'de', 'fr', 'es', 'ja', 'und');
  const articles = fc
    .record({ paragraphs: fc.array(text, { maxLength: 6 }), title: text, language })
    .map(({ paragraphs, ...more }) => articleOf(paragraphs, more));

  it('a passage is one to three whole sentences of a paragraph, and no two share one', () => {
    let found = 0;
    fc.assert(
      fc.property(articles, text, (article, question) => {
        const passages = findPassages(article, `${question} ${article.paragraphs[0] ?? ''}`);
        expect(passages.length).toBeLessThanOrEqual(3);
        const taken = passages.flatMap(({ span: { paragraph, start, end } }) => {
          const own = findSentences(article.paragraphs[paragraph] ?? '', article.language).filter(
            (sentence) => sentence.start >= start && sentence.end <= end,
          );
          expect(own[0]?.start).toBe(start);
          expect(own.at(-1)?.end).toBe(end);
          expect(own.length).toBeLessThanOrEqual(3);
          return own.map((sentence) => `${paragraph}:${sentence.start}`);
        });
        expect(new Set(taken).size).toBe(taken.length);
        found += passages.length;
      }),
      { seed: 3, numRuns },
    );
    expect(found).toBeGreaterThan(numRuns / 4);
  });

  it('the best passage comes first', () => {
    fc.assert(
      fc.property(articles, text, (article, question) => {
        const scores = findPassages(article, question).map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { seed: 5, numRuns },
    );
  });
});

it('a question without end is cut between two words', () => {
  const paragraph = `${'The ferry of Ostvik carries sheep over the sound. '.repeat(50)}It is red.`;
  const long = articleOf(Array.from({ length: 100 }, () => paragraph));
  const question = 'Which sheep does the ferry carry? '.repeat(20_000);
  expect(findPassages(long, question)[0]?.span.paragraph).toBe(0);
});
