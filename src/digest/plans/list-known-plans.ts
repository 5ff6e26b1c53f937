import type { DigestPlan } from '../../ports/digest.ts';
import type { KeptPlan } from '../../ports/digest-store.ts';
import { isSamePlan } from './is-same-plan.ts';
import { nextSlotOf } from './plan-slots.ts';
import type { FilePlan, FilePlans } from './read-file-plans.ts';

/** A plan of the database or of the file. */
export interface KnownPlan extends KeptPlan {
  /** Where it stands in the file; absent where it was made in chat, or is in the file no more. */
  readonly at?: string;
  /** Whether the database has it as it is here. */
  readonly isTakenUp: boolean;
}

/**
 * The plans of the database and of the file together, as they are once a bot has taken up the file. Beside faults what
 * the database has of the file stays.
 */
export function listKnownPlans(
  kept: readonly KeptPlan[],
  { plans, faults }: FilePlans,
  nowMs: number,
): readonly KnownPlan[] {
  const inFile = new Set(plans.map(({ plan }) => plan.id));
  const others = kept.filter(
    ({ plan: { id, origin } }) => !inFile.has(id) && (origin.kind === 'chat' || faults.length > 0),
  );
  const byId = new Map(kept.map((one) => [one.plan.id, one]));
  const known = [
    ...others.map((one): KnownPlan => ({ ...one, isTakenUp: true })),
    ...plans.map((one) => knownOf(one, byId.get(one.plan.id), nowMs)),
  ];
  return known.sort((one, other) => compare(keyOf(one.plan), keyOf(other.plan)));
}

function knownOf({ plan, at }: FilePlan, kept: KeptPlan | undefined, nowMs: number): KnownPlan {
  const placed = { ...plan, place: kept?.plan.place ?? plan.place };
  if (kept !== undefined && isSamePlan(kept.plan, placed)) return { ...kept, at, isTakenUp: true };
  // As if it were taken up now.
  const next = { ...placed, revision: kept?.plan.revision ?? 1, sinceMs: nowMs };
  const nextSlotMs = nextSlotOf(next, nowMs);
  return {
    plan: next,
    ...(nextSlotMs === undefined ? {} : { nextSlotMs }),
    at,
    isTakenUp: false,
  };
}

function keyOf({ name, platform, channel }: DigestPlan): string {
  return [name.toLowerCase(), platform, channel].join('\n');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
