import { describe, expect, it } from '@jest/globals';
import { findTopics, similarity } from '../../../src/summary/ranking/similarity.ts';

const likeness = (a: string, b: string): number =>
  similarity(findTopics(a, 'en'), findTopics(b, 'en'));

describe('similarity', () => {
  it('is one for the same words in any order, and none for others', () => {
    expect(likeness('the ferry stops in May', 'in May the ferry stops')).toBe(1);
    expect(likeness('the ferry stops', 'a nurse sings')).toBe(0);
  });

  it('is the same both ways and none where nothing is said', () => {
    const [a, b] = ['night ferry stops', 'ferry fares rise at night again'];
    expect(likeness(a, b)).toBe(likeness(b, a));
    expect(likeness(a, b)).toBeGreaterThan(0);
    expect(likeness(a, 'of the')).toBe(0);
  });
});
