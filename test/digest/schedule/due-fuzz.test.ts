import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideDue } from '../../../src/digest/schedule/decide-due.ts';
import { nextSlot } from '../../../src/digest/schedule/next-slot.ts';
import { parseSchedule } from '../../../src/digest/schedule/parse-schedule.ts';
import { slotsBetween } from '../../../src/digest/schedule/slots-between.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 4000 : 400;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far the clock is on at the next tick: mostly a minute, sometimes a night or days, sometimes it goes back. */
const jumps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 3 * MINUTE_MS }) },
    { weight: 9, arbitrary: fc.integer({ min: 20, max: 400 }).map((some) => some * MINUTE_MS) },
    { weight: 2, arbitrary: fc.integer({ min: HOUR_MS, max: 9 * DAY_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: -3 * DAY_MS, max: 0 }) },
  ),
  { minLength: 40, maxLength: 120, size: 'max' },
);

const cases = fc.record({
  text: fc.constantFrom(
    'every day at 2:30',
    'weekdays at 9 and 17:30',
    'every 6 hours',
    'every 45 minutes',
    '*/30 1-4 * * *',
    'every hour on sundays',
    'last sunday of the month at 2:15',
  ),
  timezone: fc.constantFrom('Europe/Berlin', 'America/Nuuk', 'Australia/Lord_Howe', 'Africa/Cairo'),
  // Around the days on which clocks change, or any.
  startMs: fc.oneof(
    fc.integer({ min: Date.UTC(2026, 2, 26), max: Date.UTC(2026, 3, 6) }),
    fc.integer({ min: Date.UTC(2026, 8, 28), max: Date.UTC(2026, 9, 26) }),
    fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2030, 0, 1) }),
  ),
  graceMs: fc.constantFrom(0, 10 * MINUTE_MS, 6 * HOUR_MS),
  missed: fc.constantFrom('latest' as const, 'skip' as const),
  jumps,
});

describe('ticks at any moment, with the machine down and its clock jumping', () => {
  it('run or record every slot, and none twice', () => {
    let runs = 0;
    fc.assert(
      fc.property(cases, ({ text, timezone, startMs, graceMs, missed, jumps: steps }) => {
        const parsed = parseSchedule(text);
        if (parsed.status === 'fault') throw new Error(text);
        const { schedule } = parsed;
        const frame = { timezone, anchorMs: startMs };
        let next = nextSlot(schedule, frame, startMs) ?? NaN;
        let nowMs = startMs;
        const seen: number[] = [];
        for (const step of steps) {
          nowMs += step;
          const question = { schedule, frame, nextSlotMs: next, nowMs, graceMs, missed };
          const decision = decideDue(question);
          if (decision.status === 'waiting') {
            expect(nowMs).toBeLessThan(next);
            continue;
          }
          const { run, missed: lost } = decision;
          const handled = [...lost.slots, ...(run === undefined ? [] : [run.slotMs])];
          // Beyond fifty the oldest are counted only: they are the ones right before those that are named.
          const unnamed = lost.count - lost.slots.length;
          expect(unnamed === 0 || lost.slots.length === 50).toBe(true);
          const range = { afterMs: next - 1, untilMs: nowMs, maxCount: 10_000 };
          seen.push(...slotsBetween(schedule, frame, range).slice(0, unnamed), ...handled);
          if (run !== undefined) {
            runs += 1;
            expect(nowMs - run.slotMs).toBeLessThanOrEqual(Math.max(graceMs, 2 * MINUTE_MS));
          }
          next = decision.nextSlotMs ?? NaN;
          expect(next).toBeGreaterThan(nowMs);
        }
        const range = { afterMs: startMs, untilMs: next - 1, maxCount: 100_000 };
        expect(seen).toEqual(slotsBetween(schedule, frame, range));
      }),
      { seed: 81, numRuns },
    );
    expect(runs).toBeGreaterThan(numRuns);
  });
});
