import { describe, expect, it } from '@jest/globals';
import { findLinkLists } from '../../../../src/article/html/story/link-lists.ts';
import { blocksOf } from '../blocks-of.ts';

function linkListTags(body: string): readonly string[] {
  return [...findLinkLists(blocksOf(body))].map((place) => place.tag);
}

describe('a list of links', () => {
  it('is a list whose items are links', () => {
    const list =
      '<ul><li><a href="/a">Eels return</a></li><li><a href="/b">Mill shut</a></li></ul>';
    expect(linkListTags(list)).toEqual(['UL']);
  });

  it('may have a word beside its links', () => {
    const list =
      '<ol><li><a href="/a">Eels return to Kelp Bay</a> 1</li><li><a href="/b">Mill shut</a></li></ol>';
    expect(linkListTags(list)).toEqual(['OL']);
  });

  it('is no list of sentences with links in them', () => {
    const list =
      '<ul><li>They <a href="/a">came</a> at night.</li><li>Nobody <a href="/b">saw</a> them.</li></ul>';
    expect(linkListTags(list)).toEqual([]);
  });

  it('is no single linked item', () => {
    expect(linkListTags('<ul><li><a href="/a">Eels return</a></li></ul>')).toEqual([]);
  });

  it('is no paragraph of links', () => {
    expect(
      linkListTags('<main><p><a href="/a">Eels</a></p><p><a href="/b">Mill</a></p></main>'),
    ).toEqual([]);
  });
});

describe('a card that leads to another story', () => {
  it('is a linked heading with a line about it', () => {
    const card =
      '<div><h3><a href="/a">Eels return to Kelp Bay</a></h3><p>They came at night.</p></div>';
    expect(linkListTags(card)).toContain('DIV');
  });

  it('is no heading without a link', () => {
    expect(linkListTags('<div><h3>Eels return</h3><p>They came at night.</p></div>')).toEqual([]);
  });

  it('is no section with a whole text below its linked heading', () => {
    const text = `<p>${'They came at night. '.repeat(30)}</p>`;
    expect(linkListTags(`<section><h2><a href="#a">Eels return</a></h2>${text}</section>`)).toEqual(
      [],
    );
  });

  it('is no element with many short blocks', () => {
    const lines = '<p>At night.</p>'.repeat(10);
    expect(linkListTags(`<div><h2><a href="#a">Eels return</a></h2>${lines}</div>`)).toEqual([]);
  });
});
