import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSchedule } from '../../../src/digest/schedule/parse-schedule.ts';
import { renderDays } from '../../../src/digest/schedule/render-days.ts';
import { scheduleInWords } from '../../../src/digest/schedule/schedule-in-words.ts';
import type { Schedule } from '../../../src/digest/schedule/schedule.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 20_000 : 1000;

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 });
const weekday = fc.integer({ min: 0, max: 6 });
const days = fc
  .record({
    months,
    chosen: fc.oneof(
      fc.record({ weekdays: fc.uniqueArray(weekday) }),
      fc.record({
        picks: fc.uniqueArray(fc.record({ nth: fc.constantFrom(1, 2, 3, 4, 5, -1), weekday }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ nth, weekday: day }) => nth * 7 + day,
        }),
      }),
      fc.record({ workday: fc.constantFrom('1W' as const, 'LW' as const) }),
      fc.record({
        dates: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 }),
        hasLastDate: fc.boolean(),
      }),
    ),
  })
  .map(({ chosen, ...rest }) => renderDays({ ...chosen, ...rest }));

const times = fc
  .record({
    quarters: fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 1, maxLength: 8 }),
    minute: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ quarters, minute }) => quarters.map((one) => one * 15 + minute).sort((a, b) => a - b));

const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), times, days }),
  fc.record({
    kind: fc.constant('elapsed' as const),
    everyMinutes: fc.integer({ min: 15, max: 999 }),
    fromMinute: fc.integer({ min: 0, max: 1439 }),
  }),
);

const cronField = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }).map((all) => all.join(','));

const crons = fc
  .tuple(
    fc.oneof(cronField(['0', '15', '45', '7']), fc.constantFrom('*/15', '*/20', '*/30', '*/45')),
    fc.oneof(cronField(['0', '9', '17-20', '23', '8-18/2']), fc.constantFrom('*', '*/2', '*/5')),
    fc.oneof(
      cronField(['1', '15', '31', 'L', '10W', '3-5']),
      fc.constantFrom('*', '?', 'LW', '1W'),
    ),
    fc.oneof(cronField(['1', 'jan', '3-6', '*/2']), fc.constant('*')),
    fc.oneof(cronField(['1', 'mon', '5L', '2#3', 'sun', '7', '1-5', '+2']), fc.constant('*')),
  )
  .map((fields) => fields.join(' '));

const words = fc
  .array(
    fc.constantFrom(
      ...'every daily day days weekdays weekend monday fri first 2nd last 15th month of the on at and to from , - 8 9:00 17:30 7am pm noon hour hours minutes 30 6 january evening morning week jeden tag um uhr am montags alle stunden bis 1. letzten'.split(
        ' ',
      ),
    ),
    { maxLength: 9 },
  )
  .map((all) => all.join(' '));

describe('whatever the schedule', () => {
  it('is said in words that mean the same', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(parseSchedule(scheduleInWords(schedule))).toEqual({
          status: 'understood',
          schedule,
        });
      }),
      { seed: 51, numRuns },
    );
  });

  it.each([
    ['cron', crons, 52],
    ['words in any order', words, 53],
  ] as const)('%s that are understood are said back and mean the same', (_, texts, seed) => {
    let understood = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseSchedule(text);
        if (parsed.status === 'fault') return;
        understood += 1;
        expect(parseSchedule(scheduleInWords(parsed.schedule))).toEqual(parsed);
      }),
      { seed, numRuns: numRuns * 4 },
    );
    expect(understood).toBeGreaterThan(numRuns / 50);
  });

  it('no text makes it throw', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom(...'0123456789*/,-#LW?@ .:hamp+'.split('')),
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(['understood', 'fault']).toContain(parseSchedule(text).status);
      }),
      { seed: 54, numRuns },
    );
  });
});
