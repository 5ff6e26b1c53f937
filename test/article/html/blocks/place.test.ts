import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Place } from '../../../../src/article/html/blocks/place.ts';
import { isWithin, placeOf, sumByPlace } from '../../../../src/article/html/blocks/place.ts';
import { blockOf, blocksOf } from '../blocks-of.ts';
import { documentOf } from '../document-of.ts';

/** Places that stand in each other at random: the number at an index says in which earlier one it stands. */
const trees = fc.array(fc.nat(), { maxLength: 60 }).map((parents) => {
  const { body } = documentOf('');
  const places: Place[] = [placeOf(body, undefined)];
  for (const parent of parents) places.push(placeOf(body, places[parent % places.length]));
  return places;
});

/** Places with values in some of them. */
const valuedTrees = trees.chain((places) =>
  fc.record({
    places: fc.constant(places),
    blocks: fc.array(
      fc.record({ place: fc.constantFrom(...places), value: fc.integer({ min: -9, max: 99 }) }),
      { maxLength: 80 },
    ),
  }),
);

function around(place: Place): readonly Place[] {
  return place.outer === undefined ? [place] : [place, ...around(place.outer)];
}

describe('sumByPlace', () => {
  it('gives every place the values of all blocks in and below it', () => {
    fc.assert(
      fc.property(valuedTrees, ({ places, blocks }) => {
        const sums = sumByPlace(blocks, (block) => block.value);
        for (const place of places) {
          const inside = blocks.filter((block) => around(block.place).includes(place));
          const expected = inside.reduce((sum, block) => sum + block.value, 0);
          expect(sums.get(place)).toBe(inside.length === 0 ? undefined : expected);
        }
      }),
      { seed: 17, numRuns: 200 },
    );
  });

  it('is empty without blocks', () => {
    expect(sumByPlace([], () => 1).size).toBe(0);
  });
});

describe('isWithin', () => {
  it('says for any two places whether one stands in the other', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (places, one, other) => {
        const place = places[one % places.length];
        const container = places[other % places.length];
        if (place === undefined || container === undefined) throw new Error('A tree has a root.');
        expect(isWithin(place, container)).toBe(around(place).includes(container));
      }),
      { seed: 19, numRuns: 300 },
    );
  });

  it('says no of no place', () => {
    expect(isWithin(undefined, blockOf('<p>Eels</p>').place)).toBe(false);
  });
});

describe('a place', () => {
  it('has the rules of everything around it', () => {
    const { place } = blockOf('<div class="related"><ul class="share"><li>Eels</li></ul></div>');
    expect([...place.rules].sort()).toEqual(['related', 'share']);
    expect(place.rule).toBeUndefined();
  });

  it('has the telling tags of everything around it, and no others', () => {
    const { place } = blockOf('<header><blockquote><p>Eels</p></blockquote></header>');
    expect([...place.tags].sort()).toEqual(['BLOCKQUOTE', 'HEADER']);
  });

  it('has the kind of other elements with its tag and classes', () => {
    const [one, two, three] = blocksOf(
      '<p class="a b">x</p><p class="a b" id="z">x</p><p class="a">x</p>',
    );
    expect(one?.place.kind).toBe(two?.place.kind);
    expect(one?.place.kind).not.toBe(three?.place.kind);
  });
});
