import { describe, expect, it } from '@jest/globals';
import type { DueDecision, DueQuestion } from '../../../src/digest/schedule/decide-due.ts';
import { decideDue } from '../../../src/digest/schedule/decide-due.ts';
import { parseSchedule } from '../../../src/digest/schedule/parse-schedule.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Monday's slot. */
const slotMs = Date.UTC(2026, 5, 1, 9);

function decide(changes: Partial<DueQuestion> & { readonly text?: string }): DueDecision {
  const { text = 'every day at 9', ...rest } = changes;
  const parsed = parseSchedule(text);
  if (parsed.status === 'fault') throw new Error(text);
  return decideDue({
    schedule: parsed.schedule,
    frame: { timezone: 'UTC', anchorMs: Date.UTC(2026, 0, 1) },
    nextSlotMs: slotMs,
    nowMs: slotMs,
    graceMs: 6 * HOUR_MS,
    missed: 'latest',
    ...rest,
  });
}

describe('a plan whose slot has come', () => {
  it('waits until then', () => {
    expect(decide({ nowMs: slotMs - 1 })).toEqual({ status: 'waiting' });
  });

  it('runs it on time, and the next is tomorrow', () => {
    expect(decide({ nowMs: slotMs + 59_000 })).toEqual({
      status: 'due',
      run: { slotMs, isLate: false },
      missed: { slots: [], count: 0, sinceMs: slotMs },
      nextSlotMs: slotMs + DAY_MS,
    });
  });

  it('runs it although nothing is made up for, if the tick comes within two minutes', () => {
    const decision = decide({ nowMs: slotMs + 120_000, missed: 'skip', graceMs: 0 });
    expect(decision).toMatchObject({ run: { slotMs, isLate: false } });
  });

  it('makes up for it within its grace, and says that it is late', () => {
    const decision = decide({ nowMs: slotMs + 6 * HOUR_MS });
    expect(decision).toMatchObject({ run: { slotMs, isLate: true }, missed: { count: 0 } });
  });

  it.each([
    ['its grace is over', { nowMs: slotMs + 6 * HOUR_MS + 1 }],
    ['nothing is to be made up for', { nowMs: slotMs + HOUR_MS, missed: 'skip' as const }],
  ])('records it as missed when %s', (_, changes) => {
    expect(decide(changes)).toEqual({
      status: 'due',
      run: undefined,
      missed: { slots: [slotMs], count: 1, sinceMs: slotMs },
      nextSlotMs: slotMs + DAY_MS,
    });
  });

  it('makes up for the latest of several and records the others', () => {
    const decision = decide({ nowMs: slotMs + 3 * DAY_MS + HOUR_MS });
    expect(decision).toEqual({
      status: 'due',
      run: { slotMs: slotMs + 3 * DAY_MS, isLate: true },
      missed: {
        slots: [slotMs, slotMs + DAY_MS, slotMs + 2 * DAY_MS],
        count: 3,
        sinceMs: slotMs,
      },
      nextSlotMs: slotMs + 4 * DAY_MS,
    });
  });

  it('names the latest fifty that were missed and counts all', () => {
    const nowMs = slotMs + 100 * DAY_MS + 12 * HOUR_MS;
    const decision = decide({ nowMs });
    const missed = decision.status === 'due' ? decision.missed : undefined;
    expect(missed?.count).toBe(101);
    expect(missed?.slots.length).toBe(50);
    expect(missed?.slots.at(-1)).toBe(slotMs + 100 * DAY_MS);
    expect(missed?.slots[0]).toBe(slotMs + 51 * DAY_MS);
  });

  it('counts no further back than a year and a day, whatever the clock says', () => {
    const nowMs = Date.UTC(2126, 0, 1);
    const decision = decide({ nowMs, text: 'every 15 minutes' });
    const missed = decision.status === 'due' ? decision.missed : undefined;
    expect(missed?.sinceMs).toBe(nowMs - 366 * DAY_MS);
    expect(missed?.count).toBe(366 * 96);
    expect(decision).toMatchObject({ run: { slotMs: nowMs }, nextSlotMs: nowMs + HOUR_MS / 4 });
  });
});

describe('a zone that changed its law after the slot was stored', () => {
  it('has the slot later, and nothing runs at the old moment', () => {
    const storedMs = slotMs - HOUR_MS;
    expect(decide({ nextSlotMs: storedMs, nowMs: storedMs })).toMatchObject({
      run: undefined,
      missed: { count: 0 },
      nextSlotMs: slotMs,
    });
  });

  it('has the slot earlier, and it is made up for', () => {
    const storedMs = slotMs + HOUR_MS;
    expect(decide({ nextSlotMs: storedMs, nowMs: storedMs })).toMatchObject({
      run: { slotMs, isLate: true },
      missed: { count: 0 },
      nextSlotMs: slotMs + DAY_MS,
    });
  });

  it('does not make up for a slot from before the plan', () => {
    const storedMs = slotMs + HOUR_MS;
    const frame = { timezone: 'UTC', anchorMs: slotMs + 1 };
    expect(decide({ nextSlotMs: storedMs, nowMs: storedMs, frame })).toMatchObject({
      run: undefined,
      missed: { count: 0 },
    });
  });
});
