import { describe, expect, it } from '@jest/globals';
import { scorePage, scoreSet } from '../../bench/shingle-score.ts';

describe('scorePage', () => {
  it('gives full marks to the same words, whatever stands between them', () => {
    expect(scorePage('one two three, four five', 'one two\nthree four — five')).toEqual({
      precision: 1,
      recall: 1,
    });
  });

  it('counts runs of four words', () => {
    // Reference: abcd bcde cdef; found: abcd bcde cdeX.
    const score = scorePage('a b c d e f', 'a b c d e X');
    expect(score.precision).toBeCloseTo(2 / 3);
    expect(score.recall).toBeCloseTo(2 / 3);
  });

  it('counts a repeated run as often as the reference has it', () => {
    const score = scorePage('a b c d', 'a b c d a b c d');
    expect(score.precision).toBeCloseTo(1 / 5);
    expect(score.recall).toBe(1);
  });

  it('takes a text of fewer than four words as one run', () => {
    expect(scorePage('only two', 'only two')).toEqual({ precision: 1, recall: 1 });
    expect(scorePage('only two', 'only one')).toEqual({ precision: 0, recall: 0 });
  });

  it('leaves a share undefined where there is nothing to share', () => {
    expect(scorePage('a b c d', '')).toEqual({ precision: undefined, recall: 0 });
    expect(scorePage('', 'a b c d')).toEqual({ precision: 0, recall: undefined });
  });

  it('sees letters of every script as words and minds their case', () => {
    expect(scorePage('Über die große Brücke', 'über die große Brücke').recall).toBe(0);
    expect(scorePage('мост через реку ночью', 'мост через реку ночью').recall).toBe(1);
  });
});

describe('scoreSet', () => {
  it('is the harmonic mean of the two means, over the pages where each is defined', () => {
    const score = scoreSet([
      { precision: 1, recall: 0.5 },
      { precision: undefined, recall: 0 },
      { precision: 0.5, recall: undefined },
    ]);
    expect(score.precision).toBe(0.75);
    expect(score.recall).toBe(0.25);
    expect(score.f1).toBeCloseTo(0.375);
  });

  it('is 0 of nothing', () => {
    expect(scoreSet([])).toEqual({ f1: 0, precision: 0, recall: 0 });
  });
});
