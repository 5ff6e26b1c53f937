import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/article/article.ts';
import { readHtml } from '../../../src/article/html/read-html.ts';
import type { Reading } from '../../../src/article/reading.ts';
import type { ExpectedProblem, ExpectedStory, Fixture } from './load-fixtures.ts';
import { loadFixtures } from './load-fixtures.ts';

const fixtures = loadFixtures(join(import.meta.dirname, '../../fixtures/pages'));

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
  '%s',
  (name, fixture) => {
    const { html, expected } = fixture;
    const reading = once(() => readHtml(html, { url: expected.url }));
    if ('problem' in expected) expectProblem(name, expected, reading);
    else expectStory(fixture, expected, reading);
  },
);

function expectProblem(name: string, expected: ExpectedProblem, reading: () => Reading): void {
  it(`${name}: says why there is no article`, () => {
    const found = reading();
    expect(found.status === 'failed' ? found.problem : found).toMatchObject(expected.problem);
  });
}

function expectStory(
  { name, html }: Fixture,
  expected: ExpectedStory,
  reading: () => Reading,
): void {
  const article = (): Article => readArticle(reading());

  it(`${name}: reads the story`, () => {
    expect(article().paragraphs).toEqual(expected.paragraphs);
  });
  it(`${name}: tells subheads from text`, () => {
    expect(article().subheads).toEqual(expected.subheads);
  });
  it(`${name}: leaves out what is not the story`, () => {
    const { paragraphs } = article();
    const found = expected.absent.filter((text) => paragraphs.some((it) => it.includes(text)));
    expect(found).toEqual([]);
  });
  it(`${name}: finds the title`, () => {
    expect(article().title).toBe(expected.title);
  });
  it(`${name}: names the authors`, () => {
    expect(article().byline).toEqual(expected.byline);
  });
  it(`${name}: dates it`, () => {
    expect(article().publishedAt).toBe(expected.publishedAt);
  });
  it(`${name}: knows site, language, addresses and notes`, () => {
    const { url, siteName, language, canonicalUrl, image, notes } = expected;
    const found = article();
    expect({ ...found }).toMatchObject({ url, language, notes });
    expect([found.siteName, found.canonicalUrl, found.image]).toEqual([
      siteName,
      canonicalUrl,
      image,
    ]);
  });
  it(`${name}: expects what the page can give`, () => {
    expect(expected.absent.filter((text) => !html.includes(text))).toEqual([]);
    const subheads = [...new Set(expected.subheads)].sort((a, b) => a - b);
    expect(expected.subheads).toEqual(subheads);
    expect(subheads.filter((index) => index >= expected.paragraphs.length)).toEqual([]);
  });
}

function readArticle(reading: Reading): Article {
  if (reading.status === 'read') return reading.article;
  throw new Error(`There is no article: ${JSON.stringify(reading.problem)}`);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

describe('loading fixtures', () => {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-fixtures-'));
  afterAll(() => rmSync(root, { recursive: true }));

  const page = { url: 'https://example.com/', problem: { code: 'not-found' } };
  const cases = [
    ['a page without an expectation', { 'page.html': '<p>Text</p>' }],
    ['an expectation without a page', { 'expected.json': JSON.stringify(page) }],
    [
      'an expectation with an unknown key',
      { 'page.html': '', 'expected.json': JSON.stringify({ ...page, titel: 'A' }) },
    ],
    ['an expectation that says nothing', { 'page.html': '', 'expected.json': '{}' }],
  ] as const;

  it.each(cases)('refuses %s', (name, files) => {
    const folder = join(root, name.replaceAll(' ', '-'), 'fixture');
    mkdirSync(folder, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    expect(() => loadFixtures(join(folder, '..'))).toThrow('fixture');
  });

  it('finds folders without being told their names', () => {
    const folder = join(root, 'good', 'some-page');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'page.html'), '<p>Text</p>');
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(page));
    expect(loadFixtures(join(folder, '..'))).toEqual([
      { name: 'some-page', html: '<p>Text</p>', expected: page },
    ]);
  });
});
