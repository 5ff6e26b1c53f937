import { describe, expect, it } from '@jest/globals';
import { readFreshness, readRetryAt } from '../../../src/digest/feeds/read-freshness.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const date = 'Mon, 02 Jun 2031 09:00:00 GMT';

describe('an answer', () => {
  it.each([
    ['nothing', {}, undefined, 0],
    ['a ttl', {}, 15 * MINUTE_MS, 15 * MINUTE_MS],
    ['a ttl of a day', {}, 24 * HOUR_MS, HOUR_MS],
    ['max-age', { cacheControl: 'public, max-age=300' }, undefined, 5 * MINUTE_MS],
    ['max-age in quotes and capitals', { cacheControl: 'Max-Age="300"' }, undefined, 5 * MINUTE_MS],
    ['max-age of others', { cacheControl: 's-maxage=300' }, undefined, 0],
    ['max-age of a year', { cacheControl: 'max-age=31536000' }, undefined, HOUR_MS],
    ['both', { cacheControl: 'max-age=60' }, 30 * MINUTE_MS, 30 * MINUTE_MS],
    ['no-cache before a ttl', { cacheControl: 'no-cache, max-age=300' }, 30 * MINUTE_MS, 0],
    ['no-store', { cacheControl: 'private,no-store' }, undefined, 0],
    ['Expires', { date, expires: 'Mon, 02 Jun 2031 09:10:00 GMT' }, undefined, 10 * MINUTE_MS],
    ['Expires in the past', { date, expires: 'Mon, 02 Jun 2031 08:10:00 GMT' }, undefined, 0],
    ['Expires that is no date', { date, expires: '0' }, undefined, 0],
    ['Expires without a clock', { expires: 'Mon, 02 Jun 2031 09:10:00 GMT' }, undefined, 0],
    [
      'max-age before Expires',
      { cacheControl: 'max-age=60', date, expires: 'Mon, 02 Jun 2031 09:10:00 GMT' },
      undefined,
      MINUTE_MS,
    ],
    ['a max-age without end', { cacheControl: `max-age=${'9'.repeat(400)}` }, undefined, HOUR_MS],
    ['a max-age that is none', { cacheControl: 'max-age=soon' }, undefined, 0],
  ])('that says %s is fresh for so long', (...[, facts, ttlMs, expected]) => {
    expect(readFreshness(facts, ttlMs)).toBe(expected);
  });

  const nowMs = Date.UTC(2031, 5, 2, 9, 30);
  it.each([
    ['nothing', {}, undefined],
    ['seconds', { retryAfter: '120' }, 2 * MINUTE_MS],
    ['no time at all', { retryAfter: '0' }, undefined],
    [
      'a date by its own clock',
      { date, retryAfter: 'Mon, 02 Jun 2031 09:05:00 GMT' },
      5 * MINUTE_MS,
    ],
    ['a date by ours', { retryAfter: 'Mon, 02 Jun 2031 09:35:00 GMT' }, 5 * MINUTE_MS],
    ['a date that is over', { date, retryAfter: 'Mon, 02 Jun 2031 08:00:00 GMT' }, undefined],
    ['a month', { retryAfter: String(30 * 24 * 3600) }, 24 * HOUR_MS],
    ['what is no time', { retryAfter: 'later' }, undefined],
  ])('that asks to come again after %s is kept to, for a day at most', (_, facts, pauseMs) => {
    expect(readRetryAt(facts, nowMs)).toBe(pauseMs === undefined ? undefined : nowMs + pauseMs);
  });
});
