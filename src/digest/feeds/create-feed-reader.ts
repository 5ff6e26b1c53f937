import type { FeedProblem } from '../../post/feed-problem.ts';
import { feedProblemSentence } from '../../post/feed-problem-sentence.ts';
import type { Feed, FeedItem } from '../../ports/feed.ts';
import type { FeedStore, KeptFeed } from '../../ports/feed-store.ts';
import { createFlights } from './create-flights.ts';
import { createHostTurns } from './create-host-turns.ts';
import { decideFetch } from './decide-fetch.ts';
import { hostOf, lookAt, type Look, type LookParts } from './look-at.ts';
import { keepFailed, keepRead, keepUnchanged, type Before } from './next-kept.ts';

export interface FeedReaderParts extends LookParts {
  readonly store: FeedStore;
  readonly limits?: Partial<FeedReaderLimits>;
}

export interface FeedReaderLimits {
  /** How many hosts are asked at once, each for one thing. */
  readonly atOnce: number;
  /** How many feeds may wait for their turn; the rest gives what is kept. */
  readonly maxWaiting: number;
  /** For one reading: the wait for its turn, the visit and the parsing together. */
  readonly readMs: number;
}

/** Ours. */
export const FEED_READER_LIMITS: FeedReaderLimits = {
  atOnce: 8,
  maxWaiting: 5000,
  readMs: 45_000,
};

/** Ours: after a week of failing, what was read of a feed last is no news. */
const MAX_KEPT_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const SHOWN_ITEMS = 3;

/** What there is of a source: its feed as it was read last, and why not now. */
export interface FeedReading {
  /** The feed's own address where the source is a site. */
  readonly address: string;
  readonly feed?: Feed;
  /** When `feed` was got, or known to be unchanged. */
  readonly readAtMs?: number;
  readonly problem?: FeedProblem;
  /** Since when it fails, ms since 1970. */
  readonly failingSinceMs?: number;
}

export type FoundFeed =
  | {
      readonly status: 'found';
      readonly address: string;
      readonly title?: string;
      /** The newest. */
      readonly items: readonly FeedItem[];
    }
  | {
      readonly status: 'failed';
      readonly problem: FeedProblem;
      readonly sentence: string;
      /** It is no feed; else it may be one that cannot be read just now. */
      readonly isFirm: boolean;
    };

export interface FeedReader {
  /**
   * Reads a feed, or the feed of a site, asking for it where what is kept is not new enough. Whatever fails is told in
   * the reading; rejects with the signal's reason and the store's errors only.
   */
  read(address: string, signal: AbortSignal): Promise<FeedReading>;
  /** Tells whether an address is a feed's or a site's that has one, for whoever names it now. Rejects like `read`. */
  find(address: string, signal: AbortSignal): Promise<FoundFeed>;
}

const FIRM: ReadonlySet<FeedProblem['code']> = new Set([
  'bad-address',
  'address-not-allowed',
  'not-found',
  'gone',
  'not-a-feed',
  'no-feed-found',
]);
/** A feed that a site leads to and that answers so may have another address by now. */
const LOST: ReadonlySet<FeedProblem['code']> = new Set(['not-found', 'gone', 'not-a-feed']);

export function createFeedReader(parts: FeedReaderParts): FeedReader {
  const limits = { ...FEED_READER_LIMITS, ...parts.limits };
  const turns = createHostTurns(limits);
  const flights = createFlights<FeedReading>();
  const { store, clock } = parts;

  /** `isAsked`: somebody waits who has just named it, so an earlier failure is not held against it. */
  async function read(
    address: string,
    signal: AbortSignal,
    isAsked: boolean,
  ): Promise<FeedReading> {
    const url = parseAddress(address);
    if (url === undefined)
      return { address, problem: { code: 'bad-address', host: address.slice(0, 200) } };
    const key = `${isAsked ? 'asked' : 'due'} ${url}`;
    return flights.join(key, signal, (shared) => readOne(url, shared, isAsked));
  }

  async function readOne(
    address: string,
    signal: AbortSignal,
    isAsked: boolean,
  ): Promise<FeedReading> {
    const kept = await store.findFeed(address);
    if (kept?.leadsTo !== undefined) {
      const reading = await read(kept.leadsTo, signal, isAsked);
      if (reading.problem === undefined || !LOST.has(reading.problem.code)) return reading;
    }
    const decision = decideFetch(kept, clock.now());
    if (decision.do === 'use-kept') return readingOf(address, kept);
    const isRefusing = (kept?.failing?.retryAtMs ?? 0) > clock.now();
    if (decision.do === 'wait' && (!isAsked || isRefusing)) return readingOf(address, kept);
    return inTurn(address, kept, signal);
  }

  async function inTurn(
    address: string,
    kept: KeptFeed | undefined,
    signal: AbortSignal,
  ): Promise<FeedReading> {
    const deadline = AbortSignal.timeout(limits.readMs);
    const both = AbortSignal.any([signal, deadline]);
    let giveBack: (() => void) | 'full' | undefined;
    try {
      giveBack = await turns.take(hostOf(address), both);
      if (giveBack === 'full') return tooBusy(address, kept);
      return await ask(address, kept, both);
    } catch (error) {
      signal.throwIfAborted();
      if (!deadline.aborted) throw error;
      // That it never had its turn is no fault of the feed's.
      if (giveBack === undefined) return tooBusy(address, kept);
      const host = hostOf(address);
      const problem: FeedProblem = { code: 'too-slow', host, limitMs: limits.readMs };
      const before = { address, askedAt: address, kept, nowMs: clock.now() };
      return await keep(keepFailed(before, problem));
    } finally {
      if (typeof giveBack === 'function') giveBack();
    }
  }

  async function ask(
    address: string,
    kept: KeptFeed | undefined,
    signal: AbortSignal,
  ): Promise<FeedReading> {
    const { etag, lastModified, movedTo, feed, failing } = kept ?? {};
    // Where it moved to is not believed while it fails there.
    const askedAt = failing === undefined ? (movedTo ?? address) : address;
    const validators = {
      ...(feed === undefined || etag === undefined ? {} : { etag }),
      ...(feed === undefined || lastModified === undefined ? {} : { lastModified }),
    };
    const look = await lookAt(askedAt, parts, { validators, signal });
    const before: Before = { address, askedAt, kept, nowMs: clock.now() };
    switch (look.status) {
      case 'feed':
        return keep(keepRead(before, look));
      case 'unchanged':
        if (kept?.feed !== undefined)
          return keep(keepUnchanged({ ...kept, feed: kept.feed }, look.facts, before.nowMs));
        return keep(
          keepFailed(before, { code: 'server-error', host: hostOf(address), status: 304 }),
        );
      case 'page':
        // What was a feed before is one that its server has put a page in place of.
        return feed === undefined
          ? discover(before, look, signal)
          : keep(keepFailed(before, { code: 'not-a-feed', host: hostOf(address), came: 'page' }));
      case 'failed':
        if (look.problem.code === 'too-busy') return tooBusy(address, kept);
        return keep(keepFailed(before, look.problem, look.facts));
    }
  }

  /** Tries one after the other where a site's feeds may be; the first with items is it. */
  async function discover(
    before: Before,
    page: Extract<Look, { readonly status: 'page' }>,
    signal: AbortSignal,
  ): Promise<FeedReading> {
    for (const address of page.feeds) {
      const look = await lookAt(address, parts, { signal });
      if (look.status !== 'feed' || look.feed.items.length === 0) continue;
      const kept = await store.findFeed(address);
      await store.putFeed({ address: before.address, leadsTo: address, readAtMs: clock.now() });
      return keep(keepRead({ address, askedAt: address, kept, nowMs: clock.now() }, look));
    }
    const problem: FeedProblem = { code: 'no-feed-found', host: hostOf(before.address) };
    return keep(keepFailed(before, problem));
  }

  async function keep(kept: KeptFeed): Promise<FeedReading> {
    await store.putFeed(kept);
    return readingOf(kept.address, kept);
  }

  function readingOf(address: string, kept: KeptFeed | undefined): FeedReading {
    const { feed, readAtMs = 0, failing } = kept ?? {};
    const isYoung = clock.now() - readAtMs <= MAX_KEPT_AGE_MS;
    return {
      address,
      ...(feed !== undefined && isYoung ? { feed, readAtMs } : {}),
      ...(failing === undefined
        ? {}
        : { problem: failing.problem, failingSinceMs: failing.sinceMs }),
    };
  }

  function tooBusy(address: string, kept: KeptFeed | undefined): FeedReading {
    const problem: FeedProblem = { code: 'too-busy', host: hostOf(address) };
    return { ...readingOf(address, kept), problem };
  }

  return {
    read: (address, signal) => read(address, signal, false),
    async find(address, signal) {
      const { address: found, feed, problem } = await read(address, signal, true);
      if (feed !== undefined)
        return {
          status: 'found',
          address: found,
          ...(feed.title === undefined ? {} : { title: feed.title }),
          items: feed.items.slice(0, SHOWN_ITEMS),
        };
      if (problem === undefined) throw new Error(`Nothing is known of ${found}`);
      const sentence = feedProblemSentence(problem);
      return { status: 'failed', problem, sentence, isFirm: FIRM.has(problem.code) };
    },
  };
}

function parseAddress(address: string): string | undefined {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  url.hash = '';
  return url.href;
}
