import { describe, expect, it } from '@jest/globals';
import { dropUnseen } from '../../../../src/article/html/blocks/drop-unseen.ts';
import { pageBlocks } from '../../../../src/article/html/blocks/page-blocks.ts';
import { placeUnseen } from '../../../../src/article/html/blocks/place-unseen.ts';
import { documentOf } from '../document-of.ts';

/** The blocks before which what is hidden in the body stood. */
function placesIn(body: string): readonly number[] {
  const document = documentOf(body);
  const unseen = dropUnseen(document.documentElement, new Set());
  pageBlocks(document);
  return placeUnseen(document.documentElement, unseen).map(({ block }) => block);
}

const x = '<span hidden>eels</span>';

describe('placeUnseen', () => {
  it.each([
    ['above all', `${x}<p>One</p>`, [0]],
    ['between two blocks', `<p>One</p> ${x} <p>Two</p>`, [1]],
    ['below all', `<p>One</p>${x}`, [1]],
    ['where nothing is seen', `${x}<div>${x}</div>`, [0, 0]],
    ['at the start of a block', `<p>One</p><p> ${x} Two</p>`, [1]],
    ['within a block', `<p>One</p><p>Two <b>${x}</b> three</p>`, [1]],
    ['at the end of a block', `<p>One</p><p>Two <b>${x}</b>\n</p>\n<p>Three</p>`, [2]],
    ['among bare text', `<div>One ${x}<p>Two</p> ${x} three ${x}</div>`, [1, 2, 3]],
    ['at two line breaks', `<div>One<br>${x}<br>Two</div>`, [1]],
    [
      'in a row of a table',
      `<table><tr><td>A</td><td>${x}B</td></tr><tr><td>C</td><td>D${x}</td></tr></table>`,
      [0, 2],
    ],
    ['at a mark of a note', `<p>One<sup><a href="#n">1</a></sup>${x}</p><p>Two</p>`, [1]],
    ['beside what is no text', `<p>One</p><button>Go</button>${x}<svg></svg><p>Two</p>`, [1]],
    ['several at one place', `<p>One</p>${x}<p>${x}${x}</p><p>Two</p>`, [1, 1, 1]],
  ])('finds it %s', (_, body, places) => {
    expect(placesIn(body)).toEqual(places);
  });
});
