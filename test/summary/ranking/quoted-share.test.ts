import { describe, expect, it } from '@jest/globals';
import { quotedShare } from '../../../src/summary/ranking/quoted-share.ts';

describe('quotedShare', () => {
  it.each([
    ['All is calm here.', 0],
    ['"All is calm here."', 0.89],
    ['“All is calm,” he said.', 0.52],
    ["'All is calm,' he said.", 0.52],
    ["The crew's boat isn't calm.", 0],
    ['„Alles ruhig“, sagte er.', 0.5],
    ['All calm,” he said.', 0.47],
    ['He said: “All is calm.', 0.55],
    ['', 0],
  ])('of %j is about %d', (text, share) => {
    expect(quotedShare(text)).toBeCloseTo(share, 1);
  });
});
