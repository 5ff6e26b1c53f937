import { describe, expect, it } from '@jest/globals';
import { parseFeedDate } from '../../../src/digest/feeds/parse-feed-date.ts';

const NOW = Date.UTC(2031, 3, 2, 12);

function iso(raw: string): string | undefined {
  const found = parseFeedDate(raw, NOW);
  return found === undefined ? undefined : new Date(found).toISOString();
}

describe('a feed’s date', () => {
  it.each([
    ['Tue, 01 Apr 2031 09:30:00 +0200', '2031-04-01T07:30:00.000Z'],
    ['1 Apr 2031 09:30 GMT', '2031-04-01T09:30:00.000Z'],
    ['Tue, 01 Apr 2031 09:30:00 PDT', '2031-04-01T16:30:00.000Z'],
    ['Tue, 01 Apr 2031 09:30:00 UT', '2031-04-01T09:30:00.000Z'],
    ['mar., 01 avr. 2031 09:30:00 +0200', '2031-04-01T07:30:00.000Z'],
    ['Tue Apr  1 09:30:00 CEST 2031', '2031-04-01T07:30:00.000Z'],
    ['2031-04-01T09:30:00.123456Z', '2031-04-01T09:30:00.123Z'],
    ['20310401T093000Z', '2031-04-01T09:30:00.000Z'],
    ['2031/04/01 09:30:00 JST', '2031-04-01T00:30:00.000Z'],
    ['1932802200', '2031-04-01T09:30:00.000Z'],
    ['1932802200000', '2031-04-01T09:30:00.000Z'],
  ])('is read however it is written: %s', (raw, expected) => {
    expect(iso(raw)).toBe(expected);
  });

  it('is UTC where it names no zone, wherever the machine stands', () => {
    expect(iso('Tue, 01 Apr 2031 09:30:00')).toBe('2031-04-01T09:30:00.000Z');
    expect(iso('2031-04-01 09:30')).toBe('2031-04-01T09:30:00.000Z');
    expect(iso('2031-04-01')).toBe('2031-04-01T00:00:00.000Z');
  });

  it.each([
    '',
    'soon',
    '0000-00-00',
    '04/02/2031 9:30',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '1990-12-31',
  ])('is none when it cannot be told or cannot be: %j', (raw) => {
    expect(iso(raw)).toBeUndefined();
  });

  it('is now when it lies a little ahead, and none when it lies far ahead', () => {
    expect(parseFeedDate('2031-04-02T12:00:01Z', NOW)).toBe(NOW);
    expect(parseFeedDate('2031-04-03T12:00:00Z', NOW)).toBe(NOW);
    expect(parseFeedDate('2031-04-03T12:00:01Z', NOW)).toBeUndefined();
  });
});
