import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/article/article.ts';
import { readText, type TextOptions } from '../../../src/article/pasted/read-text.ts';

interface Expected {
  readonly title: string;
  readonly byline: readonly string[];
  readonly publishedAt?: string;
  readonly language: string;
  readonly notes: readonly string[];
  readonly subheads?: readonly number[];
  readonly paragraphs: readonly string[];
  /** Where line breaks were lost, paragraphs cannot be told; then the text alone has to be right. */
  readonly joined?: boolean;
  readonly absent: readonly string[];
}

const folder = new URL('../../fixtures/pasted/', import.meta.url);

function readArticle(text: string, options: TextOptions = {}): Article {
  const reading = readText(text, options);
  if (reading.status !== 'read') throw new Error(`not read: ${reading.problem.code}`);
  return reading.article;
}

describe('readText on whole pages and texts', () => {
  for (const name of readdirSync(folder)) {
    it(`finds the story of ${name}`, () => {
      const page = readFileSync(new URL(`${name}/page.txt`, folder), 'utf8');
      const expected = JSON.parse(
        readFileSync(new URL(`${name}/expected.json`, folder), 'utf8'),
      ) as Expected;
      const article = readArticle(page);
      if (expected.joined === true)
        expect(article.paragraphs.join(' ')).toBe(expected.paragraphs.join(' '));
      else expect(article.paragraphs).toEqual(expected.paragraphs);
      expect(article.title).toBe(expected.title);
      expect(article.byline).toEqual(expected.byline);
      expect(article.publishedAt).toBe(expected.publishedAt);
      expect(article.language).toBe(expected.language);
      expect(article.notes).toEqual(expected.notes);
      if (expected.subheads !== undefined) expect(article.subheads).toEqual(expected.subheads);
      for (const text of expected.absent) expect(article.paragraphs.join('\n')).not.toContain(text);
    });
  }
});

const story = [
  'The lighthouse keeper of Ness retired on Friday after forty winters on the rock.',
  'Her successor is a computer in an office two hundred miles away, which has never seen the sea.',
  'The keepers’ house will become a hostel for people who like wind, the harbour office said.',
];

describe('readText', () => {
  it('takes a text as it is when asked to, a paragraph a line', () => {
    const article = readArticle(`Advertisement\n\n${story.join('\n')}\nShare\n`, {
      asIs: true,
      title: 'Given',
    });
    expect(article.paragraphs).toEqual(['Advertisement', ...story, 'Share']);
    expect(article.title).toBe('Given');
    expect(article.notes).toEqual([]);
  });

  it('keeps the title it is given and leaves that line out of the text', () => {
    const article = readArticle(`Keeper Leaves the Rock\n${story.join('\n')}`, {
      title: 'Keeper Leaves the Rock',
    });
    expect(article.title).toBe('Keeper Leaves the Rock');
    expect(article.paragraphs).toEqual(story);
  });

  it('keeps a text that has no headline whole', () => {
    const article = readArticle(story.join('\n\n'));
    expect(article.title).toBe('');
    expect(article.paragraphs).toEqual(story);
  });

  it('drops unseen and direction-changing characters and folds white space', () => {
    const article = readArticle(
      `${story.join('\n')}\nThe\u200b  light\u202e stays\u0000 on,\u00a0she said.`,
    );
    expect(article.paragraphs.at(-1)).toBe('The light stays on, she said.');
  });

  it('says what it cut and by which rule', () => {
    const page = `Menu\nLog in\nKeeper Leaves the Rock\nBy Ada Munro\n2 May 2031\nShare\n${story.join('\nAdvertisement\n')}\nMost read\nOther things`;
    const reading = readText(page);
    const rules =
      reading.status === 'read' ? reading.cuts.map(({ text, rule }) => `${rule}: ${text}`) : [];
    expect(rules).toEqual([
      'navigation: Menu',
      'navigation: Log in',
      'byline: By Ada Munro',
      'date: 2 May 2031',
      'share: Share',
      'ad-label: Advertisement',
      'ad-label: Advertisement',
      'related: Most read',
      'after-story: Other things',
    ]);
  });

  it.each([
    '',
    ' \n\n\t',
    '12:30\n1 of 12\nVideo\nShare',
    'Menu\nHome\nLog in\nPrivacy Policy',
    '\ud800\ud800',
  ])('finds no article in %j', (text) => {
    expect(readText(text)).toEqual({
      status: 'failed',
      problem: { code: 'not-an-article', kind: 'empty' },
    });
  });

  it('keeps the word that a sentence begins with, though it is a label elsewhere', () => {
    const page = readFileSync(new URL('other-stories/page.txt', folder), 'utf8');
    const { paragraphs } = readArticle(page.replaceAll('\n', ' '));
    expect(paragraphs.join(' ')).toContain('About 310 people work at the mill, which has made');
  });

  it('refuses what is too large', () => {
    const reading = readText('a'.repeat(5 * 1024 * 1024 + 1));
    expect(reading).toEqual({
      status: 'failed',
      problem: { code: 'too-large', limitBytes: 5 * 1024 * 1024 },
    });
  });

  it('bounds what it tells of its cuts', () => {
    const reading = readText(
      `${'Share this article\n'.repeat(900)}Keeper Leaves the Rock\n${story.join('\n')}`,
    );
    expect(reading.status === 'read' ? reading.cuts.length : 0).toBe(500);
  });

  it.each([
    ['one endless word', 'a'.repeat(300_000)],
    ['capitals', 'Aa Bb '.repeat(50_000)],
    ['open brackets', '('.repeat(300_000)],
    ['credits', 'Credit...Aa Bb/Cc '.repeat(15_000)],
    ['labels', 'Advertisement Share '.repeat(15_000)],
    ['bylines', 'By Mara Voss\n'.repeat(20_000)],
    ['quotes', '“a” '.repeat(70_000)],
    ['short lines', 'x\n'.repeat(150_000)],
    ['full stops', '. '.repeat(150_000)],
  ])('answers on %s', (_, text) => {
    expect(['read', 'failed']).toContain(readText(text).status);
  });
});
