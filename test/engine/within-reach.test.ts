import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import { withinReach } from '../../src/engine/within-reach.ts';

function articleOf(paragraphs: readonly string[]): Article {
  return { title: '', byline: [], language: 'en', paragraphs, subheads: [], notes: [] };
}

describe('what is looked through', () => {
  it('is the whole of an ordinary article', () => {
    const article = articleOf(['The ferry sank.', 'Nobody was hurt.']);
    expect(withinReach(article)).toBe(article);
  });

  it('has a bound on paragraphs too', () => {
    expect(withinReach(articleOf(Array(20_000).fill('One.'))).paragraphs).toHaveLength(10_000);
  });

  it('ends far into an endless one, and moves no place', () => {
    const endless = 'The ferry sank. '.repeat(10_000);
    const { paragraphs } = withinReach(articleOf(['One.', endless, endless, 'Last.']));
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[0]).toBe('One.');
    expect(paragraphs[1]).toBe(endless);
    expect(endless.startsWith(paragraphs[2] ?? '-')).toBe(true);
    expect(paragraphs[3]).toBe('');
    expect(paragraphs[2]).toMatch(/(?:The|ferry|sank\.)$/u);
    expect(paragraphs.join('').length).toBeLessThanOrEqual(250_000);
  });
});
