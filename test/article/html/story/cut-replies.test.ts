import { describe, expect, it } from '@jest/globals';
import type { Cuts } from '../../../../src/article/html/story/cuts.ts';
import { cutReplies } from '../../../../src/article/html/story/cut-replies.ts';
import { blocksOf } from '../blocks-of.ts';

/** The texts that stay when the first block stays, and bylines are cut before. */
function kept(body: string): readonly string[] {
  const blocks = blocksOf(body);
  const cuts: Cuts = blocks.map((block) =>
    block.place.rules.has('byline') ? 'byline' : undefined,
  );
  cutReplies(blocks, cuts);
  return blocks.filter((block) => cuts[block.index] === undefined).map((block) => block.text);
}

function post(author: string, text: string, name = 'post'): string {
  return `<div class="${name}"><div class="author">${author}</div><p>${text}</p></div>`;
}

describe('a reply', () => {
  it('is a signed element like the one that holds the first post', () => {
    expect(kept(post('Mara', 'Where are the eels?') + post('Ilan', 'At the mill.'))).toEqual([
      'Where are the eels?',
    ]);
  });

  it('is every such element', () => {
    const replies = post('Ilan', 'At the mill.') + post('Ugo', 'Gone.');
    expect(kept(`<main>${post('Mara', 'Where?')}${replies}</main>`)).toEqual(['Where?']);
  });

  it('is none when nobody signed it', () => {
    const section = '<div class="post"><p>At the mill.</p></div>';
    expect(kept(post('Mara', 'Where are they?') + section)).toEqual([
      'Where are they?',
      'At the mill.',
    ]);
  });

  it('is none when it is an element of another kind', () => {
    expect(kept(post('Mara', 'Where?') + post('Ilan', 'At the mill.', 'update'))).toEqual([
      'Where?',
      'At the mill.',
    ]);
  });

  it('is no further paragraph of the first post', () => {
    const first =
      '<div class="post"><div class="author">Mara</div><p>Where?</p><p>I looked.</p></div>';
    expect(kept(first + post('Ilan', 'At the mill.'))).toEqual(['Where?', 'I looked.']);
  });

  it('is not there on a page without text', () => {
    expect(kept('')).toEqual([]);
  });
});
