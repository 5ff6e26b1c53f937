import type { DigestHabits } from '../../config/bot-config.ts';
import type { DigestFile } from '../../config/read-digest-file.ts';
import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import type { DigestStore } from '../../ports/digest-store.ts';
import type { Log } from '../../ports/log.ts';
import { isSamePlan } from './is-same-plan.ts';
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
 * is to be called again and again. A file with faults changes nothing; the log names them. It rejects with the signal's
 * reason, and where the database fails.
 */
export function keepFilePlans(parts: FilePlanParts): (signal: AbortSignal) => Promise<void> {
  let done: string | undefined;
  let last: { readonly stamp: string; readonly plans: readonly FilePlan[] } | undefined;
  let looks = 0;
  return async (signal) => {
    const stamp = parts.file.stamp();
    if (stamp === done) return;
    if (stamp !== last?.stamp) {
      looks = 0;
      const file = parts.file.read();
      const read = file.status === 'read' ? readFilePlans(file.digests, parts.habits) : file;
      for (const fault of read.faults) parts.log.error({ fault }, 'a digest in the file is wrong');
      // Half of a file is not taken up: what stood in the other half would be removed.
      if (!('plans' in read) || read.faults.length > 0) {
        done = stamp;
        return;
      }
      last = { stamp, plans: read.plans };
    }
    if (await takeUp({ ...parts, looks }, last.plans, signal)) done = stamp;
    looks += 1;
  };
}

interface TakingUp extends FilePlanParts {
  /** How often the file was the same before. */
  readonly looks: number;
}

/** Whether all of them are there now, and no others; else it is to be called again. */
async function takeUp(
  parts: TakingUp,
  plans: readonly FilePlan[],
  signal: AbortSignal,
): Promise<boolean> {
  const { digests, looks } = parts;
  const kept = new Map(
    (await digests.listPlans({ origin: 'file' })).map(({ plan }) => [plan.id, plan]),
  );
  const wanted = new Set(plans.map(({ plan }) => plan.id));
  const gone = [...kept.keys()].filter((id) => !wanted.has(id));
  // A file that is just being written may lack its end: what is gone from it is gone when it is so the next time too.
  const isTooSoon = gone.length > 0 && looks === 0;
  if (!isTooSoon) for (const id of gone) await digests.removePlan(id);
  let isWhole = !isTooSoon;
  for (const one of plans) {
    const before = kept.get(one.plan.id);
    // Of one that is there the place is known: its channel is in its id.
    const place = before?.place ?? (await findPlace(parts, one, signal));
    if (place === NOWHERE) continue;
    const isThere =
      place !== undefined && (await putFilePlan(parts, { ...one.plan, place }, { before, ...one }));
    if (!isThere) isWhole = false;
  }
  return isWhole;
}

/** Of a plan for a platform that is not set up. */
const NOWHERE = '';

/** The server or workspace of a plan's channel; `undefined` where it may be seen another time. */
async function findPlace(
  { platforms, log, looks }: TakingUp,
  { plan, at }: FilePlan,
  signal: AbortSignal,
): Promise<string | undefined> {
  const platform = platforms.find(({ name }) => name === plan.platform);
  if (platform === undefined) {
    log.error({ at }, `${plan.platform} is not set up, so nothing is posted there`);
    return NOWHERE;
  }
  const until = AbortSignal.any([signal, AbortSignal.timeout(PLACE_MS)]);
  try {
    const place = await platform.placeOf(plan.channel, until);
    // Once, and not every minute.
    if (place === undefined && looks === 0)
      log.warn({ at, channel: plan.channel }, 'the channel of a digest cannot be seen');
    return place;
  } catch (error) {
    signal.throwIfAborted();
    // The other digests do not wait for this one; it is tried again with the next minute.
    log.warn({ err: error, at }, 'the channel of a digest could not be looked at');
    return undefined;
  }
}

/** A plan that is as it was goes on; a changed one begins anew and makes up for nothing. Whether it is there now. */
async function putFilePlan(
  { digests, clock, log, looks }: TakingUp,
  plan: DigestPlan,
  { before, at }: { readonly before: DigestPlan | undefined; readonly at: string },
): Promise<boolean> {
  if (before !== undefined && isSamePlan(before, plan)) return true;
  const nowMs = clock.now();
  const next = { ...plan, revision: (before?.revision ?? 0) + 1, sinceMs: nowMs };
  const put = await digests.putPlan(next, nextSlotOf(next, nowMs));
  if (put === 'put') log.info({ at, digest: plan.id }, 'a digest of the file is taken up');
  // The first time it may be the one that it was before it moved to another channel.
  if (put === 'taken' && looks === 1)
    log.error({ at }, 'another digest there has that name, so this one is not posted');
  // `outdated`: another process has read the same file.
  return put !== 'taken';
}
