import type { FeedProblem } from '../../post/feed-problem.ts';
import { feedProblemSentence } from '../../post/feed-problem-sentence.ts';
import type { FeedStore, KeptFeed } from '../../ports/feed-store.ts';
import type { Log } from '../../ports/log.ts';
import type { FoundSource, SourceFinder } from '../plans/digest-parts.ts';
import type { FeedSource, ReadFeed } from '../runs/run-parts.ts';
import { createFeedVisitor, type Visited, type VisitorParts } from './create-feed-visitor.ts';
import { createSharedWork } from './create-shared-work.ts';
import { decideFetch, MAX_STALE_MS } from './decide-fetch.ts';
import { findSiteFeed } from './find-site-feed.ts';
import { isFirmProblem } from './is-firm-problem.ts';
import { nextKept, withoutMove, type FeedAnswer } from './next-kept.ts';

export interface FeedReaderParts extends VisitorParts {
  readonly store: FeedStore;
  readonly log: Log;
}

/** Sources of digests: feeds, and sites that have some. */
export type FeedReader = FeedSource & SourceFinder;

/** A source is written on in the store once a day at most while only its feed is asked for. */
const TOUCH_MS = 24 * 60 * 60 * 1000;
const MAX_SHOWN_CHARS = 200;

export function createFeedReader(parts: FeedReaderParts): FeedReader {
  const { store, log, clock } = parts;
  const visit = createFeedVisitor(parts);

  async function findKept(address: string): Promise<KeptFeed> {
    try {
      return (await store.findFeed(address)) ?? { address };
    } catch (error) {
      // The feed is asked for as if for the first time.
      log.error({ err: error, host: hostOf(address) }, 'a feed that is kept could not be read');
      return { address };
    }
  }

  async function keep(kept: KeptFeed): Promise<void> {
    try {
      await store.putFeed(kept);
    } catch (error) {
      // It is asked for again next time.
      log.error({ err: error, host: hostOf(kept.address) }, 'a feed could not be kept');
    }
  }

  async function settle(kept: KeptFeed, answer: FeedAnswer): Promise<ReadFeed> {
    const nowMs = clock.now();
    if (answer.status === 'failed')
      log.warn({ host: hostOf(kept.address), problem: answer.problem }, 'a feed was not read');
    const next = nextKept(kept, answer, nowMs);
    await keep(next);
    return known(next, nowMs);
  }

  /** What stands at a source; of a site the feed that it led to before. */
  async function read(address: string, isByHand: boolean, signal: AbortSignal): Promise<ReadFeed> {
    const kept = await findKept(address);
    if (kept.leadsTo === undefined) return readHere(kept, isByHand, signal);
    const beyond = await readHere(await findKept(kept.leadsTo), isByHand, signal);
    if (beyond.problem === undefined || !isFirmProblem(beyond.problem)) {
      const nowMs = clock.now();
      if (nowMs - (kept.readAtMs ?? 0) > TOUCH_MS) await keep({ ...kept, readAtMs: nowMs });
      return beyond;
    }
    // That feed is no more, but the site may have another by now.
    const anew = await readHere(kept, isByHand, signal);
    return anew.problem === undefined ? anew : beyond;
  }

  async function readHere(
    kept: KeptFeed,
    isByHand: boolean,
    signal: AbortSignal,
  ): Promise<ReadFeed> {
    const decision = decideFetch(kept, { nowMs: clock.now(), isByHand });
    if (decision.status !== 'asks') return known(kept, clock.now());
    const visited = await visit(decision.address, decision.validators, signal);
    if (decision.address === kept.address || !isLost(visited)) return readOn(kept, visited, signal);
    log.info({ host: hostOf(decision.address) }, 'a feed is no more where it had moved');
    return readOn(withoutMove(kept), await visit(kept.address, {}, signal), signal);
  }

  async function readOn(kept: KeptFeed, visited: Visited, signal: AbortSignal): Promise<ReadFeed> {
    const host = hostOf(kept.address);
    if (visited.status === 'busy')
      return { ...known(kept, clock.now()), problem: { code: 'too-busy', host } };
    if (visited.status !== 'page') return settle(kept, visited);
    // A page in place of a feed that was there is a fault; which feed it names nobody has chosen.
    if (kept.feed !== undefined)
      return settle(kept, failed({ code: 'not-a-feed', host, came: 'page' }));
    const search = await findSiteFeed(visited.feeds, visit, signal);
    if (search.status === 'busy') return { problem: { code: 'too-busy', host } };
    if (search.status === 'none') return settle(kept, failed({ code: 'no-feed-found', host }));
    const { address, answer } = search.found;
    await keep({ address: kept.address, leadsTo: address, readAtMs: clock.now() });
    return settle(await findKept(address), answer);
  }

  const guarded =
    (isByHand: boolean) =>
    async (address: string, signal: AbortSignal): Promise<ReadFeed> => {
      try {
        return await read(address, isByHand, signal);
      } catch (error) {
        signal.throwIfAborted();
        const host = hostOf(address);
        log.error({ err: error, host }, 'reading a feed failed');
        return { problem: { code: 'unreadable', host, reason: 'a fault of the reader' } };
      }
    };
  const due = createSharedWork(guarded(false));
  const byHand = createSharedWork(guarded(true));

  return {
    async read(address, signal) {
      const url = parseAddress(address);
      return url === undefined ? badAddress(address) : due.join(url, signal);
    },
    async find(address, signal) {
      const url = parseAddress(address);
      return foundSource(url === undefined ? badAddress(address) : await byHand.join(url, signal));
    },
  };
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

function foundSource({ feed, problem }: ReadFeed): FoundSource {
  if (problem === undefined || (feed !== undefined && !isFirmProblem(problem))) {
    return { status: 'found', ...(feed?.title === undefined ? {} : { title: feed.title }) };
  }
  return {
    status: 'failed',
    sentence: feedProblemSentence(problem),
    isFirm: isFirmProblem(problem),
  };
}

function parseAddress(address: string): string | undefined {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}

function badAddress(address: string): ReadFeed {
  const host = address.slice(0, MAX_SHOWN_CHARS).replace(/\/\/[^/?#]*@/u, '//');
  return { problem: { code: 'bad-address', host } };
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}
