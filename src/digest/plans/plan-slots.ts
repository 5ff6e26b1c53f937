import type { DigestPlan } from '../../ports/digest.ts';
import { nextSlot } from '../schedule/next-slot.ts';
import { parseSchedule } from '../schedule/parse-schedule.ts';
import type { Schedule, SlotFrame } from '../schedule/schedule.ts';

/** A plan's schedule, understood. @throws where the plan was not made by `draftPlan` */
export function scheduleOf(plan: Pick<DigestPlan, 'id' | 'schedule'>): Schedule {
  const parsed = parseSchedule(plan.schedule);
  if (parsed.status === 'understood') return parsed.schedule;
  throw new Error(`the schedule of digest ${plan.id} is not understood: ${parsed.fault.code}`);
}

export function frameOf({
  timezone,
  sinceMs,
}: Pick<DigestPlan, 'timezone' | 'sinceMs'>): SlotFrame {
  return { timezone, anchorMs: sinceMs };
}

/** The slot that a plan waits for from a moment on; `undefined` where it is paused or none comes any more. */
export function nextSlotOf(plan: DigestPlan, afterMs: number): number | undefined {
  return plan.status === 'paused' ? undefined : nextSlot(scheduleOf(plan), frameOf(plan), afterMs);
}
