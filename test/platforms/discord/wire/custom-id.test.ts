import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  findMeaning,
  MAX_BEFORE,
  writeCustomId,
} from '../../../../src/platforms/discord/wire/custom-id.ts';
import type { Action } from '../../../../src/post/actions.ts';
import { key } from '../a-post.ts';

const action = fc.constantFrom<Action>('shorter', 'longer', 'quotes', 'sources', 'delete');
const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);

describe('what a button knows', () => {
  it('comes back with a click, and is never too long for Discord', () => {
    fc.assert(
      fc.property(action, fc.array(id, { maxLength: MAX_BEFORE }), (what, before) => {
        const customId = writeCustomId({ action: what, key, before });
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(findMeaning(customId)).toEqual({ action: what, key, before });
      }),
      { seed: 5 },
    );
  });

  it.each([
    '',
    'delete',
    'delete:',
    'explode:abc',
    'delete:abc:1:2',
    'delete:abc:-',
    'delete:abc:.',
  ])('is nothing where it is not ours: %j', (customId) => {
    expect(findMeaning(customId)).toBeUndefined();
  });
});
