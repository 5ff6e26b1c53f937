import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { HeldRun, RunOutcome } from '../../ports/digest-store.ts';
import type { Json } from '../../ports/json.ts';
import { localTime } from '../schedule/local-time.ts';
import { composeDeliveries, reportOf } from './compose-deliveries.ts';
import { deliverRun, type Delivering } from './deliver-run.ts';
import type { GatheredSource } from './gather-reports.ts';
import { makeDigest } from './make-digest.ts';
import type { RunParts } from './run-parts.ts';
import { tellMaker } from './tell-maker.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A platform that does not answer is asked again after so long … */
const RETRY_MS = 60_000;
/** … until so long after the slot, or the plan's grace if that is longer. */
const GIVE_UP_MS = 60 * 60 * 1000;

export type RunParams = Omit<Delivering, 'platform'>;

/**
 * Takes a run to its end from wherever it stands: made, written down, sent. Rejects with a signal's reason, and for
 * faults of ours; then it stays as it is, and is taken up again.
 */
export async function runDigest(
  parts: RunParts,
  params: RunParams,
): Promise<RunOutcome | 'later' | 'lost'> {
  const { run, closing } = params;
  const { platforms } = parts;
  const platform = platforms.find(({ name }) => name === run.plan.platform);
  if (platform === undefined) throw new Error(`${run.plan.platform} is not looked after here`);
  const delivering: Delivering = { ...params, platform };
  if (!run.isPicked) {
    const picked = await pick(parts, delivering);
    if (picked !== 'picked') return picked;
  }
  closing.throwIfAborted();
  return send(parts, delivering);
}

async function later({ digests, clock }: RunParts, run: HeldRun): Promise<'later'> {
  await digests.postponeRun(run.id, clock.now() + RETRY_MS);
  return 'later';
}

/** Makes the digest and writes down what is to be sent. */
async function pick(
  parts: RunParts,
  { run, platform, closing }: Delivering,
): Promise<RunOutcome | 'picked' | 'lost'> {
  const { digests, clock, newKey, holder } = parts;
  // What is only being made is made again by the next process: nothing of it has been seen.
  const signal = closing;
  const made = await makeDigest(parts, run.plan, { platform, signal });
  await tellOfSources(parts, { platform, run, sources: made.sources }, signal);
  const report = reportOf(made);
  const deliveries = composeDeliveries(run, made, { platform, newKey });
  const hasFeed = made.sources.some((source) => source.hasFeed);
  if (!hasFeed || deliveries.length === 0) {
    const outcome = hasFeed ? 'nothing' : 'failed';
    await tellAsker(parts, { platform, run, outcome }, signal);
    await digests.endRun(holder, run.id, { outcome, atMs: clock.now(), report });
    return outcome;
  }
  const fingerprints = made.stories.flatMap((story) =>
    story.fingerprints.map((one): Json => ({ ...one })),
  );
  const atMs = clock.now();
  const put = await digests.putPicked(holder, {
    runId: run.id,
    deliveries,
    fingerprints,
    report,
    atMs,
  });
  return put === 'lost' ? 'lost' : 'picked';
}

async function send(
  parts: RunParts,
  delivering: Delivering,
): Promise<RunOutcome | 'later' | 'lost'> {
  const { digests, clock, holder } = parts;
  const { run, platform, signal } = delivering;
  const delivered = await deliverRun(parts, delivering);
  const at = localTime(run.slotMs, run.plan.timezone);
  const tell = (kind: 'unknown' | 'undeliverable'): Promise<void> =>
    tellMaker(
      parts,
      { platform, plan: run.plan, what: `${kind}/${run.id}`, telling: { kind, at } },
      signal,
    );
  switch (delivered.status) {
    case 'lost':
      return 'lost';
    case 'later':
      if (clock.now() - run.slotMs <= Math.max(GIVE_UP_MS, run.plan.graceMs))
        return later(parts, run);
      await tell('unknown');
      return end(parts, run, 'unknown');
    case 'unknown':
      await tell('unknown');
      return end(parts, run, 'unknown');
    case 'undeliverable':
      await tell('undeliverable');
      return end(parts, run, 'failed');
    case 'posted':
      await digests.endRun(holder, run.id, { outcome: 'posted', atMs: clock.now() });
      return 'posted';
  }
}

async function end(
  { digests, clock, holder }: RunParts,
  run: HeldRun,
  outcome: RunOutcome,
): Promise<RunOutcome> {
  await digests.endRun(holder, run.id, { outcome, atMs: clock.now() });
  return outcome;
}

/** Whoever asked for it waits for a post that does not come. */
async function tellAsker(
  parts: RunParts,
  {
    platform,
    run: { id, plan, askedBy },
    outcome,
  }: Pick<Delivering, 'platform' | 'run'> & { readonly outcome: 'nothing' | 'failed' },
  signal: AbortSignal,
): Promise<void> {
  if (askedBy === undefined) return;
  const telling = { kind: outcome === 'nothing' ? 'nothing-new' : 'nothing-read' } as const;
  await tellMaker(
    parts,
    { platform, plan, what: `${telling.kind}/${id}`, telling, person: askedBy },
    signal,
  );
}

interface OfSources {
  readonly platform: ChatPlatform;
  readonly run: HeldRun;
  readonly sources: readonly GatheredSource[];
}

/** After days of failing the plan's maker is told once; one that is read again may fail anew. */
async function tellOfSources(
  parts: RunParts,
  { platform, run: { plan }, sources }: OfSources,
  signal: AbortSignal,
): Promise<void> {
  const nowMs = parts.clock.now();
  for (const { address, problem, failingSinceMs } of sources) {
    const what = `failing/${address}`;
    if (problem === undefined) {
      await parts.digests.forgetTelling(plan.id, what);
      continue;
    }
    const failingMs = failingSinceMs === undefined ? 0 : nowMs - failingSinceMs;
    if (failingMs < parts.habits.tellAfterMs) continue;
    const days = Math.max(1, Math.floor(failingMs / DAY_MS));
    await tellMaker(
      parts,
      { platform, plan, what, telling: { kind: 'failing-source', problem, days } },
      signal,
    );
  }
}
