import { waitInWords } from '../../post/in-words.ts';
import type { ShownPlan } from '../../post/digest/plan-post.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import { localTime } from '../schedule/local-time.ts';
import { slotsBetween } from '../schedule/slots-between.ts';
import { bareAddress } from './bare-address.ts';
import { frameOf, scheduleOf } from './plan-slots.ts';

const NEXT_TIMES = 5;

/** A plan as people read it. */
export function shownPlan(plan: DigestPlan, nowMs: number): ShownPlan {
  return {
    name: plan.name,
    channel: plan.channelName ?? plan.channel,
    sources: plan.sources.map(bareAddress),
    schedule: plan.schedule,
    timezone: plan.timezone,
    stories: plan.stories,
    length: plan.length,
    include: plan.include,
    exclude: plan.exclude,
    missed: plan.missed,
    grace: waitInWords(plan.graceMs),
    whenNothing: plan.whenNothing,
    isPaused: plan.status === 'paused',
    isOfFile: plan.origin.kind === 'file',
    next: nextTimes(plan, nowMs),
  };
}

/** The next five times in the plan's zone. */
function nextTimes(plan: DigestPlan, nowMs: number): readonly string[] {
  const range = { afterMs: nowMs, untilMs: Infinity, maxCount: NEXT_TIMES };
  return slotsBetween(scheduleOf(plan), frameOf(plan), range).map((slotMs) =>
    localTime(slotMs, plan.timezone),
  );
}
