import type { FeedProblem, FeedProblemCode } from '../../post/feed-problem.ts';
import type { KeptFeed } from '../../ports/feed-store.ts';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

/** Ours: a digest that is due has what a feed had an hour ago at the oldest, whatever the feed says. */
export const MAX_FRESH_MS = HOUR_MS;
/** Ours: digests that are due in the same minute ask once; less than a minute, so that the next has news. */
export const MIN_FRESH_MS = 45 * 1000;
/** Ours: what a feed had is shown in place of what it has for so long. */
export const MAX_STALE_MS = 7 * 24 * HOUR_MS;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const MAX_PAUSE_MS = 6 * HOUR_MS;
/** Nobody is burdened by what does not reach him, and perhaps it was our own network. */
const MAX_UNREACHED_PAUSE_MS = HOUR_MS;
const UNREACHED: ReadonlySet<FeedProblemCode> = new Set([
  'unreachable',
  'unknown-host',
  'too-slow',
]);
/** What is gone is looked for once a day; less, so that a daily digest never comes a moment too early. */
const GONE_PAUSE_MS = 20 * HOUR_MS;
/** Whoever asks by hand has perhaps mended it. */
const ASKED_PAUSE_MS = 10 * 1000;

export type FetchDecision =
  /** Nobody is asked: what is kept is fresh. */
  | { readonly status: 'kept' }
  /** Nobody is asked: it failed a short while ago. */
  | { readonly status: 'waits'; readonly problem: FeedProblem }
  | { readonly status: 'asks'; readonly address: string; readonly validators: Validators };

/** By which a server tells whether what is kept still holds (RFC 9110, 13.1). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchMoment {
  readonly nowMs: number;
  /** Whether a person waits for the answer: then a feed that failed is tried again at once. */
  readonly isByHand: boolean;
}

/**
 * Whether a feed is asked for, where and how. Moments that lie ahead are a clock's that was wrong, and count for
 * nothing.
 */
export function decideFetch(kept: KeptFeed, { nowMs, isByHand }: FetchMoment): FetchDecision {
  const { feed, failing, readAtMs = 0, movedTo = kept.address } = kept;
  if (failing !== undefined && failing.lastTriedAtMs <= nowMs) {
    const pauseMs = isByHand ? ASKED_PAUSE_MS : pauseAfter(failing.problem, failing.times);
    const nextMs = Math.max(failing.lastTriedAtMs + pauseMs, failing.retryAtMs ?? 0);
    if (nowMs < nextMs) return { status: 'waits', problem: failing.problem };
  }
  if (failing === undefined && feed !== undefined && readAtMs <= nowMs) {
    const ageMs = nowMs - readAtMs;
    const isFresh = ageMs < MIN_FRESH_MS || nowMs < (kept.freshUntilMs ?? 0);
    if (isFresh && ageMs < MAX_FRESH_MS) return { status: 'kept' };
  }
  const { etag, lastModified } = kept;
  const validators = feed === undefined ? {} : given({ etag, lastModified });
  return { status: 'asks', address: movedTo, validators };
}

/** The longer the oftener it failed in a row. */
function pauseAfter({ code }: FeedProblem, times: number): number {
  if (code === 'gone') return GONE_PAUSE_MS;
  const maxMs = UNREACHED.has(code) ? MAX_UNREACHED_PAUSE_MS : MAX_PAUSE_MS;
  return Math.min(maxMs, FIRST_PAUSE_MS * 2 ** Math.min(times - 1, 20));
}

function given({
  etag,
  lastModified,
}: {
  etag?: string | undefined;
  lastModified?: string | undefined;
}): Validators {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}
