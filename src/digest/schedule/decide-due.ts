import { MAX_SET_BACK_MS, nextSlot } from './next-slot.ts';
import type { Schedule, SlotFrame } from './schedule.ts';
import { DAY_MS } from './zone-clock.ts';

/** A tick comes once a minute and may come late itself; within this a slot is on time, whatever its grace. */
export const ON_TIME_MS = 2 * 60_000;
/** So many missed slots are named, the latest ones; the others are counted. */
export const MAX_MISSED_NAMED = 50;
/** Slots older than this are neither named nor counted: a machine that slept for years, a clock set to another century. */
export const MAX_COUNTED_MS = 366 * DAY_MS;

export interface DueQuestion {
  readonly schedule: Schedule;
  /** Its `anchorMs` is the plan's `sinceMs`: no slot before it counts. */
  readonly frame: SlotFrame;
  /** As the last decision gave it; for a new revision `nextSlot(schedule, frame, sinceMs)`. */
  readonly nextSlotMs: number;
  readonly nowMs: number;
  readonly graceMs: number;
  readonly missed: 'latest' | 'skip';
}

export type DueDecision =
  /** Nothing is due, the clock having gone back included: what the plan has had is never looked at again. */
  | { readonly status: 'waiting' }
  | {
      readonly status: 'due';
      readonly run: DueRun | undefined;
      readonly missed: MissedSlots;
      /** To be stored; `undefined` where no slot comes any more. */
      readonly nextSlotMs: number | undefined;
    };

export interface DueRun {
  readonly slotMs: number;
  /** Made up for: it should have been there earlier. */
  readonly isLate: boolean;
}

export interface MissedSlots {
  /** The latest, at most `MAX_MISSED_NAMED`, earliest first. */
  readonly slots: readonly number[];
  /** All of them since `sinceMs` below. */
  readonly count: number;
  /** From when on they were counted. */
  readonly sinceMs: number;
}

/**
 * What to do about a plan now. Everything follows from the next slot that is stored: each slot from it to now is either
 * run or missed, once, and the new next slot lies behind them all. So a clock that jumps back repeats nothing, and one
 * that jumps forward is like having been down.
 */
export function decideDue(question: DueQuestion): DueDecision {
  const { schedule, frame, nextSlotMs, nowMs, graceMs, missed } = question;
  if (nowMs < nextSlotMs) return { status: 'waiting' };
  const sinceMs = firstMomentCounted(question);
  let latestMs: number | undefined;
  let count = 0;
  const earlier: number[] = [];
  let slotMs = nextSlot(schedule, frame, sinceMs - 1);
  while (slotMs !== undefined && slotMs <= nowMs) {
    if (latestMs !== undefined) earlier.push(latestMs);
    if (earlier.length > MAX_MISSED_NAMED) earlier.shift();
    latestMs = slotMs;
    count += 1;
    slotMs = nextSlot(schedule, frame, slotMs);
  }
  const lateMs = nowMs - (latestMs ?? nowMs);
  const isOnTime = lateMs <= ON_TIME_MS;
  const isRun = latestMs !== undefined && (isOnTime || (missed === 'latest' && lateMs <= graceMs));
  const named = isRun || latestMs === undefined ? earlier : [...earlier, latestMs];
  return {
    status: 'due',
    run: isRun && latestMs !== undefined ? { slotMs: latestMs, isLate: !isOnTime } : undefined,
    missed: { slots: named.slice(-MAX_MISSED_NAMED), count: isRun ? count - 1 : count, sinceMs },
    nextSlotMs: slotMs,
  };
}

/**
 * From when on slots are accounted for. That is the stored slot, unless a zone changed its law and it is none any more:
 * then the slot may have moved to earlier, by no more than clocks move. Slots that the plan has had before are claimed
 * already, so meeting one again does nothing.
 */
function firstMomentCounted({ schedule, frame, nextSlotMs, nowMs }: DueQuestion): number {
  const isSlot = nextSlot(schedule, frame, nextSlotMs - 1) === nextSlotMs;
  const hasMoved = !isSlot && schedule.kind !== 'elapsed';
  const fromMs = hasMoved ? nextSlotMs - MAX_SET_BACK_MS : nextSlotMs;
  return Math.max(fromMs, frame.anchorMs, nowMs - MAX_COUNTED_MS);
}
