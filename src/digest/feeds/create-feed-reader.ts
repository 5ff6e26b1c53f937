import { feedProblemSentence } from '../../post/feed-problem-sentence.ts';
import type { FeedStore } from '../../ports/feed-store.ts';
import type { Log } from '../../ports/log.ts';
import type { FoundSource, SourceFinder } from '../plans/digest-parts.ts';
import type { FeedSource, ReadFeed } from '../runs/run-parts.ts';
import { createFeedAsker, type FeedAsker } from './create-feed-asker.ts';
import { createFeedVisitor, type VisitorParts } from './create-feed-visitor.ts';
import { createSharedWork } from './create-shared-work.ts';
import { isFirmProblem } from './is-firm-problem.ts';
import { steadyFeedStore } from './steady-feed-store.ts';

export interface FeedReaderParts extends VisitorParts {
  readonly store: FeedStore;
  readonly log: Log;
}

/** Sources of digests: feeds, and sites that have some. */
export type FeedReader = FeedSource & SourceFinder;

/** That a site leads to its feed is written down anew so often while that is read. */
const TOUCH_MS = 24 * 60 * 60 * 1000;
const MAX_SHOWN_CHARS = 200;

/**
 * Reads feeds for digests and for people. Whoever wants the same at the same time shares one visit; one that fails
 * gives what it had within the last seven days, and why not now.
 */
export function createFeedReader(parts: FeedReaderParts): FeedReader {
  const store = steadyFeedStore(parts.store, parts.log);
  const visit = createFeedVisitor(parts);
  const readerFor = (isByHand: boolean) => {
    // A site is shared above, its feed here: the inner never waits for the outer.
    const ask = createSharedWork(createFeedAsker({ ...parts, store, visit, isByHand }));
    return createSharedWork(
      guarded(
        readThrough({ ...parts, store }, (address, signal) => ask.join(address, signal)),
        parts.log,
      ),
    );
  };
  const due = readerFor(false);
  const byHand = readerFor(true);
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

/** Reads what stands at a source, or the feed that it led to before. */
function readThrough(
  { store, clock }: Pick<FeedReaderParts, 'store' | 'clock'>,
  ask: FeedAsker,
): FeedAsker {
  return async (address, signal) => {
    const site = await store.findFeed(address);
    if (site?.leadsTo === undefined) return ask(address, signal);
    const beyond = await ask(site.leadsTo, signal);
    if (beyond.problem === undefined || !isFirmProblem(beyond.problem)) {
      const nowMs = clock.now();
      if (nowMs - (site.readAtMs ?? 0) > TOUCH_MS)
        await store.putFeed({ ...site, readAtMs: nowMs });
      return beyond;
    }
    // That feed is no more, but the site may have another by now.
    const anew = await ask(address, signal);
    return anew.problem === undefined ? anew : beyond;
  };
}

/** Rejects with the signal's reason and nothing else. */
function guarded(read: FeedAsker, log: Log): FeedAsker {
  return async (address, signal) => {
    try {
      return await read(address, signal);
    } catch (error) {
      signal.throwIfAborted();
      const host = URL.parse(address)?.host ?? '';
      log.error({ err: error, host }, 'reading a feed failed');
      return { problem: { code: 'unreadable', host, reason: 'a fault of the reader' } };
    }
  };
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
  // What a person reads back has no password in it.
  const host = address.slice(0, MAX_SHOWN_CHARS).replace(/\/\/[^/?#]*@/u, '//');
  return { problem: { code: 'bad-address', host } };
}
