import { monitorEventLoopDelay } from 'node:perf_hooks';
import { composeFeeds } from '../src/compose-feeds.ts';
import { claimDue } from '../src/digest/runs/claim-due.ts';
import { systemClock } from '../src/ops/system-clock.ts';
import type { DigestPlan } from '../src/ports/digest.ts';
import { silentLog } from '../test/bot/silent-log.ts';
import { startDigestRig, type Feeds } from './digest-rig.ts';
import { startFeedSite } from './feed-site.ts';
import type { Measured, Row } from './measure.ts';

const MINUTE_MS = 60_000;
const PLANS = 10_000;
const DUE = 1000;
const REQUESTS = 50;
const FEEDS = 50;
const ITEMS = 20;
const STORIES = 10;

/** Digests under load: a minute in which a thousand are due, and one of many feeds from its feeds to its last message. */
export async function measureDigests(): Promise<Measured> {
  return { status: 'measured', rows: [...(await measureTick()), ...(await measureFifty())] };
}

/** A thousand of ten thousand are due in one minute, while people ask for summaries. */
async function measureTick(): Promise<readonly Row[]> {
  const none: Feeds = {
    read: () => Promise.resolve({ feed: { items: [] } }),
    find: () => Promise.resolve({ status: 'found' }),
  };
  const rig = await startDigestRig(() => none);
  try {
    const before = rssMb();
    const sinceMs = Date.now() - 60 * MINUTE_MS;
    for (let at = 0; at < PLANS; at += 1) {
      const dueMs = at < DUE ? latestSlot() : latestSlot() + 60 * MINUTE_MS;
      await rig.store.digests.putPlan(planOf(at, [`http://127.0.0.1/${at}`], sinceMs), dueMs);
    }
    const delay = monitorEventLoopDelay({ resolution: 1 });
    // Alone, as the minute begins.
    delay.enable();
    const claimStart = performance.now();
    const parts = {
      platforms: [rig.platform],
      digests: rig.store.digests,
      clock: systemClock,
      newKey: rig.newKey,
      log: silentLog,
    };
    await claimDue(parts, new AbortController().signal);
    const claimMs = performance.now() - claimStart;
    delay.disable();
    const claimDelayMs = delay.max / 1e6;
    delay.reset();
    // And all of them run, with people asking.
    delay.enable();
    const start = performance.now();
    rig.digests.runner.wake();
    const times: number[] = [];
    for (let at = 0; at < REQUESTS; at += 1) {
      const asked = performance.now();
      await rig.accept(`request-${at}`);
      times.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await rig.digests.runner.idle();
    const runMs = performance.now() - start;
    delay.disable();
    times.sort((a, b) => a - b);
    const p99 = times.at(-1) ?? 0;
    return [
      row(`digests, ${DUE} of ${PLANS} due at once: all claimed`, `${claimMs.toFixed(0)} ms`),
      row(
        'digests, longest turn of the event loop while they are claimed',
        `${claimDelayMs.toFixed(0)} ms`,
        {
          reach: '50 ms',
          reached: claimDelayMs < 50,
        },
      ),
      row(`digests, ${DUE} runs without news`, `${(runMs / 1000).toFixed(1)} s`),
      row(
        'digests, longest turn of the event loop meanwhile',
        `${(delay.max / 1e6).toFixed(0)} ms`,
      ),
      row(`digests, ${REQUESTS} requests accepted meanwhile, slowest`, `${p99.toFixed(0)} ms`, {
        reach: '1000 ms',
        reached: p99 < 1000,
      }),
      row(`digests, memory with ${PLANS} plans, before and after`, `${before}, ${rssMb()} MB`),
    ];
  } finally {
    await rig.close();
  }
}

/** One digest of fifty feeds: read, told apart, chosen, its articles read and posted. */
async function measureFifty(): Promise<readonly Row[]> {
  const site = await startFeedSite({ feeds: FEEDS, items: ITEMS });
  const rig = await startDigestRig(
    (desk, store, config) =>
      composeFeeds(config, { desk, store: store.feeds, clock: systemClock, log: silentLog }),
    site.host,
  );
  try {
    const feeds = Array.from({ length: FEEDS }, (_, at) => `http://${site.host}/feed/${at}`);
    await rig.store.digests.putPlan(planOf(0, feeds, Date.now() - 60 * MINUTE_MS), latestSlot());
    const start = performance.now();
    rig.digests.runner.wake();
    await rig.digests.runner.idle();
    const took = performance.now() - start;
    const posted = rig.platform.messages.length;
    const articles = posted - 1;
    return [
      row(
        `digests, ${FEEDS} feeds of ${ITEMS} items to ${posted} messages`,
        `${(took / 1000).toFixed(1)} s`,
      ),
      row('digests, articles a second', (articles / (took / 1000)).toFixed(1)),
    ];
  } finally {
    await rig.close();
    await site.close();
  }
}

/** The quarter of an hour that has begun last. */
function latestSlot(): number {
  return Math.floor(Date.now() / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
}

function planOf(at: number, sources: readonly string[], sinceMs: number): DigestPlan {
  return {
    id: String(at).padStart(22, 'p'),
    revision: 1,
    origin: { kind: 'chat', maker: 'tilde' },
    name: `Digest ${at}`,
    platform: 'memory',
    place: 'ostvik',
    channel: `channel ${at}`,
    sources,
    schedule: 'every 15 minutes',
    timezone: 'UTC',
    stories: STORIES,
    length: 'standard',
    include: [],
    exclude: [],
    missed: 'latest',
    graceMs: 4 * 24 * 60 * MINUTE_MS,
    whenNothing: 'silence',
    status: 'active',
    sinceMs,
  };
}

function rssMb(): number {
  return Math.round(process.memoryUsage.rss() / 1024 / 1024);
}

function row(measure: string, here: string, mark: Partial<Row> = {}): Row {
  return { measure, here, bestElsewhere: '', reach: '', ...mark };
}
