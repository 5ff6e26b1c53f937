import type { DigestPlan } from '../../ports/digest.ts';

/** Whether two plans of the file want the same, whenever they began. */
export function isSamePlan(one: DigestPlan, other: DigestPlan): boolean {
  return wishesOf(one) === wishesOf(other);
}

function wishesOf(plan: DigestPlan): string {
  const { origin, ...wishes } = { ...plan, revision: 0, sinceMs: 0 };
  return JSON.stringify([origin.kind, Object.entries(wishes).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
