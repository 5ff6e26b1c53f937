import { isHeaderValue, type AnswerFacts } from '../../article/fetch/answer-facts.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';
import type { Feed } from '../../ports/feed.ts';
import type { KeptFeed } from '../../ports/feed-store.ts';
import { readFreshness, readRetryAt } from './read-freshness.ts';

/** What came of asking for a feed. */
export type FeedAnswer =
  | (AnswerAbout & { readonly status: 'feed'; readonly feed: Feed })
  | (AnswerAbout & { readonly status: 'unchanged' })
  | (AnswerAbout & { readonly status: 'failed'; readonly problem: FeedProblem });

export interface AnswerAbout {
  readonly facts?: AnswerFacts;
  /** Where the address has moved for good. */
  readonly movedTo?: string;
}

/** What is known of a feed after it was asked for. */
export function nextKept(kept: KeptFeed, answer: FeedAnswer, nowMs: number): KeptFeed {
  switch (answer.status) {
    case 'feed':
      return keptAnew(kept, answer, nowMs);
    case 'unchanged':
      return keptOn(kept, answer, nowMs);
    case 'failed':
      return keptFailing(kept, answer, nowMs);
  }
}

function keptAnew(
  kept: KeptFeed,
  { feed, facts, movedTo }: Extract<FeedAnswer, { status: 'feed' }>,
  nowMs: number,
): KeptFeed {
  return {
    ...placeOf(kept, movedTo),
    feed: withFirstSeen(feed, kept.feed, nowMs),
    readAtMs: nowMs,
    freshUntilMs: nowMs + readFreshness(facts ?? {}, feed.ttlMs),
    ...validatorsOf(facts),
  };
}

function keptOn(
  kept: KeptFeed,
  { facts, movedTo }: Extract<FeedAnswer, { status: 'unchanged' }>,
  nowMs: number,
): KeptFeed {
  const { feed, etag, lastModified } = kept;
  return {
    ...placeOf(kept, movedTo),
    ...(feed === undefined ? {} : { feed }),
    readAtMs: nowMs,
    freshUntilMs: nowMs + readFreshness(facts ?? {}, feed?.ttlMs),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    // A 304 names them anew where they have changed (RFC 9110, 15.4.5).
    ...validatorsOf(facts),
  };
}

function keptFailing(
  kept: KeptFeed,
  { problem, facts }: Extract<FeedAnswer, { status: 'failed' }>,
  nowMs: number,
): KeptFeed {
  const { times = 0, sinceMs = nowMs } = kept.failing ?? {};
  const retryAtMs = readRetryAt(facts ?? {}, nowMs);
  const failing = {
    problem,
    times: times + 1,
    sinceMs: Math.min(sinceMs, nowMs),
    lastTriedAtMs: nowMs,
    ...(retryAtMs === undefined ? {} : { retryAtMs }),
  };
  return { ...kept, failing };
}

const OF_THE_MOVE: ReadonlySet<string> = new Set(['movedTo', 'etag', 'lastModified']);

/** A feed that is no more where it had moved: what its server there said counts no longer. */
export function withoutMove(kept: KeptFeed): KeptFeed {
  const rest = Object.entries(kept).filter(([key]) => !OF_THE_MOVE.has(key));
  return { ...(Object.fromEntries(rest) as Partial<KeptFeed>), address: kept.address };
}

function placeOf(
  { address, movedTo: before }: KeptFeed,
  now: string | undefined,
): Pick<KeptFeed, 'address' | 'movedTo'> {
  const movedTo = now ?? before;
  return movedTo === undefined || movedTo === address ? { address } : { address, movedTo };
}

function validatorsOf(facts: AnswerFacts | undefined): Pick<KeptFeed, 'etag' | 'lastModified'> {
  const { etag, lastModified } = facts ?? {};
  return {
    ...(etag === undefined || !isHeaderValue(etag) ? {} : { etag }),
    ...(lastModified === undefined || !isHeaderValue(lastModified) ? {} : { lastModified }),
  };
}

/** What was not there at the last reading is first seen now; at the first reading of all nobody can say. */
function withFirstSeen(feed: Feed, before: Feed | undefined, nowMs: number): Feed {
  if (before === undefined) return feed;
  const known = new Map(before.items.map((item) => [item.id, item.firstSeenAtMs]));
  const items = feed.items.map((item) => {
    const firstSeenAtMs = known.has(item.id) ? known.get(item.id) : nowMs;
    return firstSeenAtMs === undefined ? item : { ...item, firstSeenAtMs };
  });
  return { ...feed, items };
}
