import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/article/article.ts';
import { readMarkdown } from '../../../src/article/markdown/read-markdown.ts';
import type { Reading } from '../../../src/article/reading.ts';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/markdown');

/** What a fixture must become, and how many cuts of each rule there must be. */
type Expected = Omit<Article, 'url'> & { readonly rules: Readonly<Record<string, number>> };

describe('readMarkdown', () => {
  it.each(readdirSync(FIXTURES))('reads the text %s', (name) => {
    const text = readFileSync(path.join(FIXTURES, name, 'page.md'), 'utf8');
    const expected = readFileSync(path.join(FIXTURES, name, 'expected.json'), 'utf8');
    const { rules, ...article } = JSON.parse(expected) as Expected;
    const reading = readMarkdown(text, {});
    if (reading.status === 'failed') throw new Error(reading.problem.code);
    expect(reading.article).toEqual(article);
    expect(countRules(reading.cuts)).toEqual(rules);
  });

  it('keeps the address that it was asked for', () => {
    const reading = readMarkdown('# Rain\n\nIt rained.', { url: 'https://example.org/rain.md' });
    expect(paragraphsOf(reading)).toEqual(['It rained.']);
    expect(reading).toMatchObject({ article: { url: 'https://example.org/rain.md' } });
  });

  it('finds no article in a text of headings alone', () => {
    expect(readMarkdown('# One\n\n## Two\n', {})).toEqual({
      status: 'failed',
      problem: { code: 'not-an-article', kind: 'empty' },
    });
    expect(readMarkdown('', {}).status).toBe('failed');
  });

  it('says so when it reads only the beginning', () => {
    const reading = readMarkdown('It rained again in Tarn.\n\n'.repeat(100_000), {});
    expect(reading).toMatchObject({ article: { notes: ['truncated'] } });
  });

  it('lets nothing unseen through', () => {
    const text = 'A\u0000 quiet\u202E night\uD800 by the\u200B water.';
    expect(paragraphsOf(readMarkdown(text, {}))).toEqual(['A quiet night\uFFFD by the water.']);
  });

  it.each([
    ['quotations in quotations', '>'],
    ['spaced quotations', '> '],
    ['brackets', '['],
    ['pictures in pictures', '![['],
    ['stars', '*'],
    ['stars and letters', '*a '],
    ['underscores within words', '_a_b'],
    ['backticks', '`a '],
    ['list marks', '- '],
    ['numbered list marks', '1. '],
    ['underlined lines', 'a\n-\n'],
    ['unquoted last lines', '> a\nb\n'],
    ['quotations within a list', '- > a\n  > b\n  c\n'],
    ['open links', '[a](<'],
    ['open comments', '<!--\n\n'],
    ['open tags', '<div>\n\n'],
    ['tables of one row', 'a | b\n-|-\n'],
    ['domain names', 'a.'],
    ['references', '[a]: b\n'],
    ['fences', '```\n'],
    ['mixed lists', '* a\n+ b\n'],
  ])('comes to an end with %s without end', (_name, unit) => {
    // The test runner's own limit is the bound: what grows with the square takes minutes here.
    const endless = unit.repeat(100_000 / unit.length);
    expect(['read', 'failed']).toContain(readMarkdown(endless, {}).status);
    expect(['read', 'failed']).toContain(readMarkdown(`A line.\n\n${endless}`, {}).status);
  });

  it('reads lists however deep they are indented', () => {
    const deep = Array.from({ length: 300 }, (_, n) => `${' '.repeat(n * 2)}- item ${n}`);
    const paragraphs = paragraphsOf(readMarkdown(deep.join('\n'), {}));
    expect(paragraphs.join(' ')).toContain('item 0');
    expect(paragraphs.join(' ')).toContain('item 299');
  });
});

function paragraphsOf(reading: Reading): readonly string[] {
  return reading.status === 'read' ? reading.article.paragraphs : [];
}

function countRules(cuts: readonly { readonly rule: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of cuts) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
