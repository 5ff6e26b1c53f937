import type { FeedProblem } from '../../post/feed-problem.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FeedStore, KeptFeed } from '../../ports/feed-store.ts';
import type { Log } from '../../ports/log.ts';
import type { ReadFeed } from '../runs/run-parts.ts';
import type { FeedVisitor, Visited } from './create-feed-visitor.ts';
import { decideFetch, MAX_STALE_MS } from './decide-fetch.ts';
import { findSiteFeed } from './find-site-feed.ts';
import { isFirmProblem } from './is-firm-problem.ts';
import { nextKept, withoutMove, type FeedAnswer } from './next-kept.ts';

export interface FeedAskerParts {
  readonly visit: FeedVisitor;
  readonly store: FeedStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Whether a person waits for the answer. */
  readonly isByHand: boolean;
}

/** What there is to be had at an address, asked for where that is due. Rejects with the signal's reason. */
export type FeedAsker = (address: string, signal: AbortSignal) => Promise<ReadFeed>;

export function createFeedAsker(parts: FeedAskerParts): FeedAsker {
  const { visit, store, clock, log, isByHand } = parts;
  return async (address, signal) => {
    const kept = (await store.findFeed(address)) ?? { address };
    const decision = decideFetch(kept, { nowMs: clock.now(), isByHand });
    if (decision.status !== 'asks') return known(kept, clock.now());
    const visited = await visit(decision.address, decision.validators, signal);
    if (decision.address === address || !isLost(visited))
      return readVisited(parts, { kept, visited }, signal);
    log.info({ host: hostOf(decision.address) }, 'a feed is no more where it had moved');
    const again = { kept: withoutMove(kept), visited: await visit(address, {}, signal) };
    return readVisited(parts, again, signal);
  };
}

async function readVisited(
  parts: FeedAskerParts,
  { kept, visited }: { readonly kept: KeptFeed; readonly visited: Visited },
  signal: AbortSignal,
): Promise<ReadFeed> {
  const { visit, store, clock } = parts;
  const host = hostOf(kept.address);
  const busy: FeedProblem = { code: 'too-busy', host };
  if (visited.status === 'busy') return { ...known(kept, clock.now()), problem: busy };
  if (visited.status !== 'page') return settle(parts, kept, visited);
  // A page in place of a feed that was there is a fault; which feed it names nobody has chosen.
  if (kept.feed !== undefined)
    return settle(parts, kept, failed({ code: 'not-a-feed', host, came: 'page' }));
  const search = await findSiteFeed(visited.feeds, visit, signal);
  if (search.status === 'busy') return { problem: busy };
  if (search.status === 'none') return settle(parts, kept, failed({ code: 'no-feed-found', host }));
  const { address, answer } = search.found;
  await store.putFeed({ address: kept.address, leadsTo: address, readAtMs: clock.now() });
  return settle(parts, (await store.findFeed(address)) ?? { address }, answer);
}

async function settle(
  { store, clock, log, isByHand }: FeedAskerParts,
  kept: KeptFeed,
  answer: FeedAnswer,
): Promise<ReadFeed> {
  const nowMs = clock.now();
  if (answer.status === 'failed')
    log.warn({ host: hostOf(kept.address), problem: answer.problem }, 'a feed was not read');
  const next = nextKept(kept, answer, nowMs);
  // Whatever people try by hand is kept only where it is a feed.
  if (!isByHand || next.feed !== undefined) await store.putFeed(next);
  return known(next, nowMs);
}

/** What there is of a feed without asking for it. */
function known({ feed, readAtMs = 0, failing }: KeptFeed, nowMs: number): ReadFeed {
  const isShown = feed !== undefined && nowMs - readAtMs <= MAX_STALE_MS;
  return {
    ...(isShown ? { feed } : {}),
    ...(failing === undefined ? {} : { problem: failing.problem, failingSinceMs: failing.sinceMs }),
  };
}

/** Whether a feed is not where it had moved: it is looked for where it was before. */
function isLost(visited: Visited): boolean {
  return (
    visited.status === 'page' || (visited.status === 'failed' && isFirmProblem(visited.problem))
  );
}

function failed(problem: FeedProblem): FeedAnswer {
  return { status: 'failed', problem };
}

/** Of an address only this is logged: what follows can be a subscriber's secret. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}
