import { nextSlot } from './next-slot.ts';
import type { Schedule, SlotFrame } from './schedule.ts';

/** The slots after `afterMs` up to and with `untilMs`, earliest first, at most `maxCount`. */
export function slotsBetween(
  schedule: Schedule,
  frame: SlotFrame,
  { afterMs, untilMs, maxCount }: SlotRange,
): readonly number[] {
  const slots: number[] = [];
  let slotMs = nextSlot(schedule, frame, afterMs);
  while (slotMs !== undefined && slotMs <= untilMs && slots.length < maxCount) {
    slots.push(slotMs);
    slotMs = nextSlot(schedule, frame, slotMs);
  }
  return slots;
}

export interface SlotRange {
  readonly afterMs: number;
  readonly untilMs: number;
  readonly maxCount: number;
}
