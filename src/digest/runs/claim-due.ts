import type { Claim, KeptPlan } from '../../ports/digest-store.ts';
import { frameOf, scheduleOf } from '../plans/plan-slots.ts';
import { decideDue } from '../schedule/decide-due.ts';
import type { RunParts } from './run-parts.ts';

/** So many at a time: between them the event loop has its turn. */
const BATCH = 25;

/** Makes runs of all slots that have come. Resolves to how many there were. */
export async function claimDue(
  parts: Pick<RunParts, 'platforms' | 'digests' | 'clock' | 'newKey' | 'log'>,
  signal: AbortSignal,
): Promise<number> {
  const { digests, clock } = parts;
  const among = { platforms: parts.platforms.map(({ name }) => name), limit: BATCH };
  let count = 0;
  for (;;) {
    signal.throwIfAborted();
    const due = await digests.findDue(clock.now(), among);
    const claims = due.flatMap((kept) => claimOf(parts, kept) ?? []);
    if (claims.length > 0) await digests.claim(claims);
    count += claims.length;
    // Every claim moves its plan on, so this comes to an end.
    if (due.length < BATCH || claims.length === 0) return count;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function claimOf(
  { clock, newKey, log }: Pick<RunParts, 'clock' | 'newKey' | 'log'>,
  { plan, nextSlotMs }: KeptPlan,
): Claim | undefined {
  if (nextSlotMs === undefined) return undefined;
  try {
    const { graceMs, missed } = plan;
    const decision = decideDue({
      schedule: scheduleOf(plan),
      frame: frameOf(plan),
      nextSlotMs,
      nowMs: clock.now(),
      graceMs,
      missed,
    });
    if (decision.status === 'waiting') return undefined;
    return {
      plan,
      dueSlotMs: nextSlotMs,
      nextSlotMs: decision.nextSlotMs,
      ...(decision.run === undefined ? {} : { run: { id: newKey(), slotMs: decision.run.slotMs } }),
      missed: decision.missed.slots.map((slotMs) => ({ id: newKey(), slotMs })),
    };
  } catch (error) {
    // One plan that cannot be understood any more must not keep the others from their time.
    log.error({ err: error, digest: plan.id }, 'a digest is stopped');
    return { plan, dueSlotMs: nextSlotMs, nextSlotMs: undefined, missed: [] };
  }
}
