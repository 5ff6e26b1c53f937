import { describe, expect, it } from '@jest/globals';
import type { Paragraph } from '../../../src/article/pdf/join-lines.ts';
import { orderPieces } from '../../../src/article/pdf/order-pieces.ts';
import type { Spot } from '../../../src/article/pdf/page-cut.ts';
import type { Line } from '../../../src/article/pdf/text-page.ts';

function line(text: string, place: Pick<Line, 'page' | 'region' | 'x' | 'y'>): Line {
  return { text, right: place.x + 200, size: 10, font: 'f', uniform: true, ...place };
}

/** A band, two columns below it, and a page with one column; on the page between there is nothing. */
const lines = [
  line('band', { page: 0, region: 0, x: 50, y: 30 }),
  line('left 1', { page: 0, region: 1, x: 50, y: 100 }),
  line('left 2', { page: 0, region: 1, x: 50, y: 112 }),
  line('right 1', { page: 0, region: 2, x: 300, y: 100 }),
  line('right 2', { page: 0, region: 2, x: 300, y: 112 }),
  line('last', { page: 2, region: 3, x: 50, y: 100 }),
];

function orderOf(spot: Spot, story: readonly Paragraph[] = lines.map(alone)): readonly string[] {
  return orderPieces(lines, story, [{ text: '*', rule: 'cut', spot }]).map(({ text }) => text);
}

function alone(one: Line): Paragraph {
  return { text: one.text, lines: [one], size: one.size };
}

/** The paragraph that comes behind the cut. */
function behind(spot: Spot): string | undefined {
  const order = orderOf(spot);
  return order[order.indexOf('*') + 1];
}

describe('orderPieces', () => {
  it.each<readonly [string, Spot, string | undefined]>([
    ['a mark above a line of the left column', { page: 0, x: 120, y: 108 }, 'left 2'],
    ['a mark above a line of the right column', { page: 0, x: 320, y: 108 }, 'right 2'],
    ['a mark in the left margin', { page: 0, x: -20, y: 105 }, 'left 2'],
    ['a mark in the right margin', { page: 0, x: 900, y: 105 }, 'right 2'],
    ['a mark below the left column', { page: 0, x: 120, y: 300 }, 'right 1'],
    ['a head', { page: 0, y: 20, edge: 'top' }, 'band'],
    ['a head below something that stays', { page: 0, y: 40, edge: 'top' }, 'left 1'],
    ['a foot', { page: 0, y: 700, edge: 'bottom' }, 'last'],
    ['a foot above all lines', { page: 2, y: 20, edge: 'bottom' }, 'last'],
    ['something on a page without lines', { page: 1, x: 0, y: 0 }, 'last'],
    ['something on a page behind all lines', { page: 3, y: 0, edge: 'top' }, undefined],
    ['something nowhere on its page', { page: 0, y: -Infinity, edge: 'top' }, 'band'],
  ])('has %s where it is read', (_, spot, text) => {
    expect(behind(spot)).toBe(text);
  });

  it('has what stands within a paragraph before it', () => {
    const [band, ...rest] = lines;
    if (band === undefined) throw new Error('no lines');
    const story = [alone(band), { text: 'all', lines: rest, size: 10 }];
    expect(orderOf({ page: 0, y: 700, edge: 'bottom' }, story)).toEqual(['band', '*', 'all']);
  });

  it('has lines and spots that were cut in one order', () => {
    const [first, second] = lines;
    if (first === undefined || second === undefined) throw new Error('no lines');
    const pieces = orderPieces(
      lines,
      [alone(second)],
      [
        { text: 'foot', rule: 'page-number', spot: { page: 0, y: 700, edge: 'bottom' } },
        { text: 'note', rule: 'footnote', line: first },
      ],
    );
    expect(pieces.map(({ text }) => text)).toEqual(['note', 'left 1', 'foot']);
  });
});
