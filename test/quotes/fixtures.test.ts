import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findPeople } from '../../src/people/find-people.ts';
import { findQuotes } from '../../src/quotes/find-quotes.ts';
import { articleOf } from './article-of.ts';

const root = join(import.meta.dirname, '../fixtures/quotes');

interface Expected {
  readonly language: string;
  /** Everybody whom the text names, in any order. */
  readonly people: readonly string[];
  /** The quotes in order, `spans` as the words between the marks. */
  readonly quotes: readonly {
    readonly spans: readonly string[];
    readonly speaker?: string;
    readonly role?: string;
  }[];
}

const names = readdirSync(root);

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8')) as Expected;
  const paragraphs = readFileSync(join(root, name, 'article.txt'), 'utf8')
    .trim()
    .split('\n');
  const article = articleOf(paragraphs, expected.language);

  it('says who says what, and what they are', () => {
    const found = findQuotes(article).map(({ spans, speaker, role }) => ({
      spans: spans.map(({ paragraph, start, end }) => paragraphs[paragraph]?.slice(start, end)),
      ...(speaker === undefined ? {} : { speaker }),
      ...(role === undefined ? {} : { role }),
    }));
    expect(found).toEqual(expected.quotes);
  });

  it('knows everybody who is named', () => {
    const found = findPeople(article).map((person) => person.name);
    expect([...found].sort()).toEqual([...expected.people].sort());
  });
});

it('finds the fixtures', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
});
