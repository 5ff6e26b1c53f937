import { createHash } from 'node:crypto';
import type { DigestHabits } from '../../config/bot-config.ts';
import type { FileDigest } from '../../config/read-digest-file.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import { draftPlan } from './draft-plan.ts';
import { usualPlan } from './new-plan.ts';

export interface FilePlans {
  readonly plans: readonly FilePlan[];
  /** With the line where each stands. */
  readonly faults: readonly string[];
}

/** A plan as the file has it; the place that its channel is in, the platform knows. */
export interface FilePlan {
  readonly plan: DigestPlan;
  /** Where it stands in the file. */
  readonly at: string;
}

/** The plans of a file of digests, and all that is wrong with it. */
export function readFilePlans(
  digests: readonly FileDigest[],
  habits: Pick<DigestHabits, 'timezone' | 'graceMs'>,
): FilePlans {
  const plans: FilePlan[] = [];
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const { platform, channel, fields, placeOf } of digests) {
    const base = {
      ...usualPlan(habits),
      id: '',
      origin: { kind: 'file' },
      platform,
      place: '',
      channel,
      timezone: habits.timezone,
    } as const;
    const drafted = draftPlan(fields, base);
    if (drafted.status === 'faulty') {
      faults.push(...drafted.faults.map(({ field, sentence }) => `${placeOf(field)}: ${sentence}`));
      continue;
    }
    const id = idOf({ platform, channel, name: drafted.plan.name });
    const at = placeOf('name');
    if (ids.has(id)) faults.push(`${at}: “${drafted.plan.name}” is there twice for that channel.`);
    else plans.push({ plan: { ...drafted.plan, id }, at });
    ids.add(id);
  }
  return { plans, faults };
}

/** The same as long as it is called so and posted there. */
function idOf(of: Pick<DigestPlan, 'platform' | 'channel' | 'name'>): string {
  const text = JSON.stringify([of.platform, of.channel, of.name.toLowerCase()]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
