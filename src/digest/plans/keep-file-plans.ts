import type { DigestHabits } from '../../config/bot-config.ts';
import type { DigestFile } from '../../config/read-digest-file.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { DigestStore } from '../../ports/digest-store.ts';
import type { Log } from '../../ports/log.ts';
import { nextSlotOf } from './plan-slots.ts';
import { readFilePlans, type FilePlan } from './read-file-plans.ts';

export interface FilePlanParts {
  readonly file: WatchedFile;
  readonly platforms: readonly ChatPlatform[];
  readonly digests: DigestStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly habits: DigestHabits;
}

export interface WatchedFile {
  /** Says something else when the file has changed. */
  readonly stamp: () => string;
  readonly read: () => DigestFile;
}

const PLACE_MS = 10_000;

/**
 * Keeps the plans of the file as they stand there. The function that comes back looks whether the file has changed, and
 * is to be called again and again. A file with faults changes nothing; the log names them.
 */
export function keepFilePlans(parts: FilePlanParts): (signal: AbortSignal) => Promise<void> {
  let done: string | undefined;
  return async (signal) => {
    const stamp = parts.file.stamp();
    if (stamp === done) return;
    const file = parts.file.read();
    const read = file.status === 'read' ? readFilePlans(file.digests, parts.habits) : file;
    for (const fault of read.faults) parts.log.error({ fault }, 'a digest in the file is wrong');
    // Half of a file is not taken up: what stood in the other half would be removed.
    const isWhole =
      !('plans' in read) || read.faults.length > 0 ? true : await takeUp(parts, read.plans, signal);
    if (isWhole) done = stamp;
  };
}

/** Whether all of them are there now; what could not be placed is tried again. */
async function takeUp(
  parts: FilePlanParts,
  plans: readonly FilePlan[],
  signal: AbortSignal,
): Promise<boolean> {
  const { digests, log } = parts;
  let isWhole = true;
  for (const { plan, at } of plans) {
    const platform = parts.platforms.find(({ name }) => name === plan.platform);
    if (platform === undefined) {
      log.error({ at }, `${plan.platform} is not set up, so nothing is posted there`);
      continue;
    }
    const place = await platform.placeOf(
      plan.channel,
      AbortSignal.any([signal, AbortSignal.timeout(PLACE_MS)]),
    );
    if (place === undefined) {
      log.warn({ at, channel: plan.channel }, 'the channel of a digest cannot be seen');
      isWhole = false;
      continue;
    }
    await putFilePlan(parts, { ...plan, place }, at);
  }
  const wanted = new Set(plans.map(({ plan }) => plan.id));
  for (const { plan } of await digests.listPlans({ origin: 'file' }))
    if (!wanted.has(plan.id)) await digests.removePlan(plan.id);
  return isWhole;
}

/** A plan that is as it was goes on; a changed one begins anew and makes up for nothing. */
async function putFilePlan(
  { digests, clock, log }: FilePlanParts,
  plan: DigestPlan,
  at: string,
): Promise<void> {
  const kept = await digests.findPlanById(plan.id);
  if (kept !== undefined && isSame(kept.plan, plan)) return;
  const nowMs = clock.now();
  const next = { ...plan, revision: (kept?.plan.revision ?? 0) + 1, sinceMs: nowMs };
  const put = await digests.putPlan(next, nextSlotOf(next, nowMs));
  if (put === 'taken')
    log.error({ at }, 'a digest of that name was made in chat; nothing is posted by the file');
  // Another process has read the same file.
  if (put === 'put') log.info({ at, digest: plan.id }, 'a digest of the file is taken up');
}

function isSame(one: DigestPlan, other: DigestPlan): boolean {
  const bare = (plan: DigestPlan): string =>
    JSON.stringify({ ...plan, revision: 0, sinceMs: 0 }, Object.keys(plan).sort());
  return bare(one) === bare(other);
}
