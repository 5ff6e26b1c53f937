import { describe, expect, it } from '@jest/globals';
import { Cron } from 'croner';
import fc from 'fast-check';
import { nextSlot } from '../../../src/digest/schedule/next-slot.ts';
import { parseSchedule } from '../../../src/digest/schedule/parse-schedule.ts';
import type { Schedule } from '../../../src/digest/schedule/schedule.ts';
import { slotsBetween } from '../../../src/digest/schedule/slots-between.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 20_000 : 1500;

function scheduleOf(text: string): Schedule {
  const parsed = parseSchedule(text);
  if (parsed.status === 'fault') throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`);
  return parsed.schedule;
}

/** The slots of a plan in a stretch of UTC, as ISO times to the minute. */
function slotsOf(
  text: string,
  timezone: string,
  [from, to]: readonly [string, string],
): readonly string[] {
  const afterMs = Date.parse(`${from}Z`) - 1;
  const frame = { timezone, anchorMs: afterMs + 1 };
  const range = { afterMs, untilMs: Date.parse(`${to}Z`), maxCount: 200 };
  return slotsBetween(scheduleOf(text), frame, range).map((slot) =>
    new Date(slot).toISOString().slice(0, 16),
  );
}

describe('a fixed time', () => {
  it('comes at the first moment after the hour that spring leaves out', () => {
    const slots = slotsOf('every day at 2:30', 'Europe/Berlin', [
      '2026-03-28T00:00',
      '2026-03-31T00:00',
    ]);
    expect(slots).toEqual(['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']);
  });

  it('comes once in the hour that autumn repeats, the first time', () => {
    const slots = slotsOf('every day at 2:30', 'Europe/Berlin', [
      '2026-10-24T00:00',
      '2026-10-27T00:00',
    ]);
    expect(slots).toEqual(['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']);
  });

  it('comes once with others that fall on the same moment after a gap', () => {
    const slots = slotsOf('0,30 2-3 * * *', 'Europe/Berlin', [
      '2026-03-29T00:00',
      '2026-03-29T12:00',
    ]);
    expect(slots).toEqual(['2026-03-29T01:00', '2026-03-29T01:30']);
  });

  it('comes even where the gap ends with its day, as Greenland changes its clocks', () => {
    const slots = slotsOf('every day at 23:30', 'America/Nuuk', [
      '2026-03-27T12:00',
      '2026-03-30T12:00',
    ]);
    expect(slots).toEqual(['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']);
  });

  it('comes on time where midnight itself is left out', () => {
    const slots = slotsOf('every day at 0:00', 'Africa/Cairo', [
      '2026-04-22T12:00',
      '2026-04-25T12:00',
    ]);
    expect(slots).toEqual(['2026-04-22T22:00', '2026-04-23T22:00', '2026-04-24T21:00']);
  });

  it('comes at the half hour that Lord Howe shifts its clocks by', () => {
    const spring = slotsOf('every day at 2:15', 'Australia/Lord_Howe', [
      '2026-10-02T12:00',
      '2026-10-05T12:00',
    ]);
    expect(spring).toEqual(['2026-10-02T15:45', '2026-10-03T15:30', '2026-10-04T15:15']);
    const autumn = slotsOf('every day at 1:45', 'Australia/Lord_Howe', [
      '2026-04-03T12:00',
      '2026-04-06T12:00',
    ]);
    expect(autumn).toEqual(['2026-04-03T14:45', '2026-04-04T14:45', '2026-04-05T15:15']);
  });

  it.each([
    ['Asia/Kolkata', '2026-06-01T03:30'],
    ['Asia/Kathmandu', '2026-06-01T03:15'],
    ['Australia/Eucla', '2026-06-01T00:15'],
    ['Pacific/Chatham', '2026-06-01T20:15'],
    ['America/St_Johns', '2026-06-01T11:30'],
  ])('keeps to the clocks of %s, that are no whole hour from UTC', (timezone, slot) => {
    expect(slotsOf('every day at 9', timezone, ['2026-06-01T00:00', '2026-06-01T23:59'])).toEqual([
      slot,
    ]);
  });

  it.each([
    ['Pacific/Apia', '2011-12-29T00:00', ['2011-12-29T19:00', '2011-12-30T19:00']],
    ['Pacific/Kwajalein', '1993-08-20T00:00', ['1993-08-20T21:00', '1993-08-21T21:00']],
    ['Pacific/Kiritimati', '1994-12-30T00:00', ['1994-12-30T19:00', '1994-12-31T19:00']],
  ])('does not come on the day that %s never had', (timezone, from, slots) => {
    const days = slotsOf('every day at 9', timezone, [from, '2012-12-31T00:00']).slice(0, 2);
    expect(days).toEqual(slots);
  });

  it('is looked for in a zone that only changes its law later', () => {
    const slots = slotsOf('every day at 9', 'Europe/Volgograd', [
      '2020-12-26T00:00',
      '2020-12-28T00:00',
    ]);
    expect(slots).toEqual(['2020-12-26T05:00', '2020-12-27T06:00']);
  });

  it('of the first and last weekday of a month moves off the weekend, within the month', () => {
    const first = slotsOf('first weekday of the month at 9', 'UTC', [
      '2026-08-01T00:00',
      '2026-09-02T00:00',
    ]);
    expect(first).toEqual(['2026-08-03T09:00', '2026-09-01T09:00']);
    const last = slotsOf('last weekday of the month at 9', 'UTC', [
      '2026-05-01T00:00',
      '2026-07-01T00:00',
    ]);
    expect(last).toEqual(['2026-05-29T09:00', '2026-06-30T09:00']);
  });
});

describe('steps of elapsed time', () => {
  it('keep their distance while the clocks change', () => {
    const spring = slotsOf('every 6 hours', 'Europe/Berlin', [
      '2026-03-28T12:00',
      '2026-03-30T00:00',
    ]);
    expect(spring).toEqual([
      '2026-03-28T17:00',
      '2026-03-28T23:00',
      '2026-03-29T05:00',
      '2026-03-29T11:00',
      '2026-03-29T17:00',
      '2026-03-29T23:00',
    ]);
  });

  it('go on through an hour that comes twice', () => {
    const slots = slotsOf('*/30 * * * *', 'Europe/Berlin', [
      '2026-10-25T00:00',
      '2026-10-25T02:00',
    ]);
    expect(slots.map((slot) => slot.slice(11))).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '02:00',
    ]);
  });

  it('are counted from a time of the day on which the plan began', () => {
    const slots = slotsOf('every 36 hours from 8:00', 'Asia/Tokyo', [
      '2026-06-01T20:00',
      '2026-06-06T00:00',
    ]);
    expect(slots).toEqual(['2026-06-01T23:00', '2026-06-03T11:00', '2026-06-04T23:00']);
  });

  it('begin before their starting time, where a whole number of steps fits', () => {
    const slots = slotsOf('every 6 hours from 8:00', 'UTC', [
      '2026-06-01T00:00',
      '2026-06-01T12:00',
    ]);
    expect(slots).toEqual(['2026-06-01T02:00', '2026-06-01T08:00']);
  });
});

describe('steps that are bound to days', () => {
  it('come in both of the hours that are one on the clock, and not in the hour that is none', () => {
    const autumn = slotsOf('every 30 minutes on sundays', 'Europe/Berlin', [
      '2026-10-25T00:00',
      '2026-10-25T02:00',
    ]);
    expect(autumn.map((slot) => slot.slice(11))).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '02:00',
    ]);
    const spring = slotsOf('every 30 minutes on sundays', 'Europe/Berlin', [
      '2026-03-29T00:00',
      '2026-03-29T02:00',
    ]);
    expect(spring.map((slot) => slot.slice(11))).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
      '02:00',
    ]);
  });

  it('start with their day and end with it', () => {
    const slots = slotsOf('every 8 hours on mondays', 'Asia/Kolkata', [
      '2026-06-01T00:00',
      '2026-06-08T00:00',
    ]);
    expect(slots).toEqual(['2026-06-01T02:30', '2026-06-01T10:30', '2026-06-07T18:30']);
  });
});

describe('the slots of a plan', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ];
  const crons = [
    '30 2 * * *',
    '15,45 1-3 * * *',
    '0 9 * * 1-5',
    '0 10 * * 1#1,5L',
    '0 9 L,15 * *',
    '0 9 15W * *',
    '0 9 1 1,7 *',
    '0 9 1,15 * 1',
    '*/20 1-3 * * 0',
    '0 */2 * * 6,0',
  ];

  it('are those that croner finds by itself, where no gap ends a day', () => {
    const cases = fc.record({
      cron: fc.constantFrom(...crons),
      timezone: fc.constantFrom(...zones),
      afterMs: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
    });
    fc.assert(
      fc.property(cases, ({ cron, timezone, afterMs }) => {
        const own = new Cron(cron, { mode: '5-part', timezone, fixedTimeRule: 'no-wildcard' });
        const wanted = own.nextRun(new Date(afterMs))?.getTime();
        expect(nextSlot(scheduleOf(cron), { timezone, anchorMs: 0 }, afterMs)).toBe(wanted);
      }),
      { seed: 61, numRuns },
    );
  });

  it('always lie ahead, and from any moment between two of them the next is the later one', () => {
    const cases = fc.record({
      text: fc.constantFrom(...crons, 'every 6 hours', 'every 35 minutes', 'hourly'),
      timezone: fc.constantFrom(...zones, 'America/Nuuk', 'Africa/Cairo', 'Africa/Casablanca'),
      afterMs: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
      part: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ text, timezone, afterMs, part }) => {
        const schedule = scheduleOf(text);
        const frame = { timezone, anchorMs: Date.UTC(2026, 0, 15) };
        const slot = nextSlot(schedule, frame, afterMs) ?? NaN;
        expect(slot).toBeGreaterThan(afterMs);
        const between = afterMs + Math.floor((slot - afterMs) * part);
        expect(nextSlot(schedule, frame, between)).toBe(slot);
      }),
      { seed: 62, numRuns },
    );
  });

  it('are at most as many as were asked for', () => {
    const range = { afterMs: 0, untilMs: Date.UTC(2030, 0, 1), maxCount: 3 };
    const slots = slotsBetween(scheduleOf('hourly'), { timezone: 'UTC', anchorMs: 0 }, range);
    expect(slots).toEqual([3_600_000, 7_200_000, 10_800_000]);
  });
});
