import { describe, expect, it } from '@jest/globals';
import { createRouge } from '../../scripts/rouge.ts';

describe('createRouge', () => {
  const rougeOf = createRouge(
    ['the ferry stops', 'nurses sing', 'the ferry stops in May'],
    ['The ferry stops.', 'Nurses sing.'],
  );

  it('is near one for what editors wrote and none for nothing', () => {
    expect(rougeOf([0, 1])).toBeGreaterThan(0.9);
    expect(rougeOf([])).toBe(0);
  });

  it('counts a word said twice against the choice', () => {
    expect(rougeOf([0, 2])).toBeLessThan(rougeOf([0, 1]));
  });
});
