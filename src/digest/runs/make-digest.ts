import type { ChatPlatform } from '../../ports/chat-platform.ts';
import type { DigestPlan } from '../../ports/digest.ts';
import { nextSlot } from '../schedule/next-slot.ts';
import { frameOf, scheduleOf } from '../plans/plan-slots.ts';
import { gatherInSteps, type Story } from '../stories/gather-stories.ts';
import { parseFingerprint } from '../stories/parse-fingerprint.ts';
import { pickStories, type Picks } from '../stories/pick-stories.ts';
import type { Report } from '../stories/report.ts';
import { gatherReports, SOURCE_DEADLINE_MS, type GatheredSource } from './gather-reports.ts';
import { readStories, type DroppedStory, type ReadStory } from './read-stories.ts';
import type { MakingParts } from './run-parts.ts';

/** What a digest is made of. */
export interface MadeDigest {
  readonly stories: readonly ReadStory[];
  readonly sources: readonly GatheredSource[];
  /** What was picked and is not told. */
  readonly dropped: readonly DroppedStory[];
  /** So many reports were too old to be looked at. */
  readonly olderReports: number;
  /** Why these and not others. */
  readonly picks: Picks;
}

/** More in case some cannot be read, or turn out to be told already. */
const RESERVE = 5;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** What was posted in the channel is looked at so far back: no feed shows much that is older. */
const POSTED_MS = 45 * DAY_MS;
const MAX_POSTED = 1500;

export interface Making {
  readonly platform: Pick<ChatPlatform, 'download'>;
  readonly signal: AbortSignal;
}

/**
 * Makes a digest: reads the sources, gathers what they tell to stories, chooses, reads the articles. What is slow is left
 * out at the deadline. Rejects with the signal's reason, and for faults of ours.
 */
export async function makeDigest(
  parts: MakingParts,
  plan: DigestPlan,
  { platform, signal }: Making,
): Promise<MadeDigest> {
  const { clock, habits, digests } = parts;
  const timer = new AbortController();
  const deadline = deadlineAfter(parts, habits.deadlineMs, timer.signal);
  const ofSources = deadlineAfter(
    parts,
    Math.min(SOURCE_DEADLINE_MS, habits.deadlineMs / 2),
    timer.signal,
  );
  try {
    const gathered = await gatherReports(parts, plan, { signal, deadline: ofSources });
    const nowMs = clock.now();
    const where = { platform: plan.platform, channel: plan.channel };
    const since = { sinceMs: nowMs - POSTED_MS, limit: MAX_POSTED };
    const kept = await digests.listPosted({ ...where, ...since });
    const posted = kept.flatMap((one) => parseFingerprint(one) ?? []);
    const maxAgeMs = newsAgeMs(plan, nowMs);
    // Older ones could only be told apart, and never told.
    const isNews = ({ publishedAtMs = nowMs }: Report): boolean =>
      nowMs - publishedAtMs <= maxAgeMs + DAY_MS;
    const news = gathered.reports.filter(isNews);
    const picks = pickStories(await gather(news), posted, {
      count: plan.stories,
      reserve: RESERVE,
      include: plan.include,
      exclude: plan.exclude,
      nowMs,
      maxAgeMs,
    });
    const { stories, dropped } = await readStories(parts, picks, {
      platform,
      length: plan.length,
      count: plan.stories,
      posted,
      signal,
      deadline,
    });
    const olderReports = gathered.reports.length - news.length;
    return { stories, dropped, olderReports, sources: gathered.sources, picks };
  } finally {
    timer.abort();
  }
}

/** Between its steps the event loop has its turn. */
async function gather(reports: readonly Report[]): Promise<readonly Story[]> {
  const steps = gatherInSteps(reports);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function deadlineAfter({ clock }: MakingParts, ms: number, ended: AbortSignal): AbortSignal {
  const controller = new AbortController();
  clock.wait(ms, ended).then(
    () => controller.abort(new Error('the deadline of the digest is over')),
    () => undefined, // It was made in time.
  );
  return controller.signal;
}

/** How old news may be: as long as the plan's people waited for it and a half, at least two days. */
function newsAgeMs(plan: DigestPlan, nowMs: number): number {
  const schedule = scheduleOf(plan);
  const next = nextSlot(schedule, frameOf(plan), nowMs);
  const after = next === undefined ? undefined : nextSlot(schedule, frameOf(plan), next);
  const gapMs = next === undefined || after === undefined ? DAY_MS : after - next;
  return Math.min(Math.max(1.5 * gapMs, 2 * DAY_MS), POSTED_MS);
}
