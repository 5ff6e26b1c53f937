import { expect, it } from '@jest/globals';
import { DAY_MS, findLimit, HOUR_MS } from '../../src/bot/find-limit.ts';
import type { Usage } from '../../src/ports/store.ts';

const limits = { perPersonAnHour: 3, perPlaceADay: 5, waiting: 10, waitingPerPerson: 2 };
const nowMs = 10 * DAY_MS;

function usage(byPerson: number, byPlace: number): Usage {
  return {
    byPerson,
    byPlace,
    oldestByPersonMs: nowMs - 20 * 60_000,
    oldestByPlaceMs: nowMs - 4 * HOUR_MS,
  };
}

it('a request within its limits goes on', () => {
  expect(findLimit({ hour: usage(3, 3), day: usage(5, 5) }, limits, nowMs)).toBeUndefined();
});

it('a person who asks too often is told when the oldest request no longer counts', () => {
  expect(findLimit({ hour: usage(4, 4), day: usage(4, 4) }, limits, nowMs)).toEqual({
    code: 'limit-reached',
    of: 'person',
    waitMs: 40 * 60_000,
  });
});

it('a place that asks too often is told too', () => {
  expect(findLimit({ hour: usage(1, 1), day: usage(1, 6) }, limits, nowMs)).toEqual({
    code: 'limit-reached',
    of: 'place',
    waitMs: 20 * HOUR_MS,
  });
});

it('where there is no limit nothing is too much', () => {
  const none = { waiting: 10, waitingPerPerson: 2 };
  expect(findLimit({ hour: usage(900, 900), day: usage(900, 900) }, none, nowMs)).toBeUndefined();
});
