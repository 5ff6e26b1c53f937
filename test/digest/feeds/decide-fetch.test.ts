import { describe, expect, it } from '@jest/globals';
import { decideFetch } from '../../../src/digest/feeds/decide-fetch.ts';
import type { FeedProblem } from '../../../src/post/feed-problem.ts';
import type { Failing, KeptFeed } from '../../../src/ports/feed-store.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const nowMs = Date.UTC(2031, 5, 2, 9);
const address = 'https://quay.example/feed';
const feed = { title: 'Quay', items: [] };
const down: FeedProblem = { code: 'server-error', host: 'quay.example', status: 500 };

function read(agoMs: number, change: Partial<KeptFeed> = {}): KeptFeed {
  return { address, feed, readAtMs: nowMs - agoMs, ...change };
}

function failing(change: Partial<Failing>): KeptFeed {
  const lastTriedAtMs = nowMs - MINUTE_MS;
  const one = { problem: down, times: 1, sinceMs: lastTriedAtMs, lastTriedAtMs, ...change };
  return read(HOUR_MS, { failing: one });
}

const due = { nowMs, isByHand: false };
const byHand = { nowMs, isByHand: true };
const status = (kept: KeptFeed, moment = due): string => decideFetch(kept, moment).status;

describe('a feed', () => {
  it('of which nothing is known is asked for without validators', () => {
    expect(decideFetch({ address }, due)).toEqual({ status: 'asks', address, validators: {} });
  });

  it('is asked for with the validators of what is kept', () => {
    const kept = read(HOUR_MS, { etag: '"7"', lastModified: 'Mon, 02 Jun 2031 07:00:00 GMT' });
    expect(decideFetch(kept, due)).toEqual({
      status: 'asks',
      address,
      validators: { etag: '"7"', lastModified: 'Mon, 02 Jun 2031 07:00:00 GMT' },
    });
  });

  it('is asked for anew where nothing is kept that the validators are of', () => {
    expect(decideFetch({ address, etag: '"7"' }, due)).toMatchObject({ validators: {} });
  });

  it('is asked for where it has moved', () => {
    const movedTo = 'https://new.example/feed';
    expect(decideFetch(read(HOUR_MS, { movedTo }), due)).toMatchObject({ address: movedTo });
  });

  it.each([
    ['a moment ago', read(10 * SECOND_MS), 'kept'],
    ['a minute ago', read(MINUTE_MS), 'asks'],
    ['ten minutes ago, for twenty', read(10 * MINUTE_MS, { freshUntilMs: nowMs + 1 }), 'kept'],
    ['ten minutes ago, for ten', read(10 * MINUTE_MS, { freshUntilMs: nowMs }), 'asks'],
    ['an hour ago, for a week', read(HOUR_MS, { freshUntilMs: nowMs + 7 * 24 * HOUR_MS }), 'asks'],
    [
      'in what a wrong clock took for the future',
      read(-HOUR_MS, { freshUntilMs: nowMs * 2 }),
      'asks',
    ],
  ])('that was read %s is decided upon', (_, kept, expected) => {
    expect(status(kept)).toBe(expected);
    expect(status(kept, byHand)).toBe(expected);
  });

  it.each([
    [1, 5 * MINUTE_MS],
    [2, 10 * MINUTE_MS],
    [5, 80 * MINUTE_MS],
    [7, 320 * MINUTE_MS],
    [8, 6 * HOUR_MS],
    [400, 6 * HOUR_MS],
  ])('that failed %i times waits for longer each time', (times, pauseMs) => {
    const before = failing({ times, lastTriedAtMs: nowMs - pauseMs + 1 });
    expect(decideFetch(before, due)).toEqual({ status: 'waits', problem: down });
    expect(status(failing({ times, lastTriedAtMs: nowMs - pauseMs }))).toBe('asks');
  });

  it('that was not reached is tried every hour, since it may be our own network', () => {
    const problem: FeedProblem = { code: 'unknown-host', host: 'quay.example' };
    const lastTriedAtMs = nowMs - HOUR_MS;
    expect(status(failing({ problem, times: 20, lastTriedAtMs: lastTriedAtMs + 1 }))).toBe('waits');
    expect(status(failing({ problem, times: 20, lastTriedAtMs }))).toBe('asks');
  });

  it('that is gone is looked for once a day, a daily digest with it', () => {
    const problem: FeedProblem = { code: 'gone', host: 'quay.example' };
    expect(status(failing({ problem, lastTriedAtMs: nowMs - 12 * HOUR_MS }))).toBe('waits');
    expect(status(failing({ problem, lastTriedAtMs: nowMs - 24 * HOUR_MS + 1 }))).toBe('asks');
  });

  it('that failed is tried at once for a person, though not again and again', () => {
    expect(status(failing({ times: 9 }), byHand)).toBe('asks');
    expect(status(failing({ lastTriedAtMs: nowMs - SECOND_MS }), byHand)).toBe('waits');
  });

  it('is left alone for as long as its server asks, whoever wants it', () => {
    const kept = failing({ lastTriedAtMs: nowMs - HOUR_MS, retryAtMs: nowMs + 1 });
    expect(status(kept)).toBe('waits');
    expect(status(kept, byHand)).toBe('waits');
    expect(status(failing({ lastTriedAtMs: nowMs - HOUR_MS, retryAtMs: nowMs }))).toBe('asks');
  });

  it('that failed when the clock was wrong is asked for', () => {
    expect(status(failing({ lastTriedAtMs: nowMs + HOUR_MS, times: 9 }))).toBe('asks');
  });

  it('that fails is not taken for fresh', () => {
    const lastTriedAtMs = nowMs - 5 * MINUTE_MS;
    const one = { problem: down, times: 1, sinceMs: lastTriedAtMs, lastTriedAtMs };
    const kept = read(6 * MINUTE_MS, { freshUntilMs: nowMs + HOUR_MS, failing: one });
    expect(status(kept)).toBe('asks');
  });
});
