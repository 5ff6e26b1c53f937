import { describe, expect, it } from '@jest/globals';
import { dateInWords } from '../../src/post/date-in-words.ts';
import { durationInWords, sizeInWords } from '../../src/post/in-words.ts';

describe('dateInWords', () => {
  it.each([
    ['2031-04-02T09:30:00+02:00', '2 April 2031, 09:30 (UTC+2)'],
    ['2031-12-31T23:05:10.123-03:30', '31 December 2031, 23:05 (UTC−3:30)'],
    ['2031-04-02T09:30:00Z', '2 April 2031, 09:30 (UTC)'],
    ['2031-04-02T09:30', '2 April 2031, 09:30'],
    ['2031-04-02', '2 April 2031'],
    ['last week', 'last week'],
  ])('says %s as %s', (iso, words) => {
    expect(dateInWords(iso)).toBe(words);
  });
});

describe('sizeInWords', () => {
  it.each([
    [1, '1 byte'],
    [900, '900 bytes'],
    [2048, '2 KB'],
    [1_572_864, '1.5 MB'],
    [20 * 1024 * 1024, '20 MB'],
  ])('says %i as %s', (size, words) => {
    expect(sizeInWords(size)).toBe(words);
  });
});

describe('durationInWords', () => {
  it.each([
    [1000, '1 second'],
    [1, '1 millisecond'],
    [500, '0.5 seconds'],
    [20_000, '20 seconds'],
  ])('says %i ms as %s', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });
});
