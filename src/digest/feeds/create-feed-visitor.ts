import type { Ask } from '../../article/fetch/fetch-options.ts';
import type { Answered, FetchedPage } from '../../article/fetch/fetched.ts';
import type { FeedOutcome } from '../../engine/create-engine.ts';
import { createSlots } from '../../engine/slots.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';
import type { Clock } from '../../ports/clock.ts';
import { createHostTurns } from './create-host-turns.ts';
import type { Validators } from './decide-fetch.ts';
import type { AnswerAbout, FeedAnswer } from './next-kept.ts';
import type { RawFeed } from './parse-feed.ts';
import { readFeedProblem } from './read-feed-problem.ts';

/** Ours: so many feeds are on their way or being read at once, and of one host one. */
const AT_ONCE = 8;
/** Ours: enough for every source of all digests that are due in one minute. */
const MAX_WAITING = 5000;
/** Ours, unpacked. Hardly a feed is larger; those that are go one after the other, so that memory is bounded. */
const USUAL_BYTES = 2 * 1024 * 1024;
const MAX_FEED_BYTES = 12 * 1024 * 1024;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1';

export interface FeedAsk extends Ask {
  readonly maxBytes: number;
}

export interface VisitorParts {
  /** Under the address guard; rejects with the signal's reason. */
  readonly ask: (address: string, ask: FeedAsk, signal: AbortSignal) => Promise<Answered>;
  /** Off the event loop; rejects with the signal's reason. */
  readonly parse: (raw: RawFeed, signal: AbortSignal) => Promise<FeedOutcome>;
  readonly clock: Pick<Clock, 'now'>;
}

export type Visited =
  | FeedAnswer
  /** A site's page, and where its feeds may be, best first. */
  | { readonly status: 'page'; readonly feeds: readonly string[] }
  /** It is our fault and tells nothing of the feed. */
  | { readonly status: 'busy' };

/** Asks for what stands at an absolute http(s) address and reads it. Rejects with the signal's reason. */
export type FeedVisitor = (
  address: string,
  validators: Validators,
  signal: AbortSignal,
) => Promise<Visited>;

export function createFeedVisitor({ ask, parse, clock }: VisitorParts): FeedVisitor {
  const turns = createHostTurns({ atOnce: AT_ONCE, maxWaiting: MAX_WAITING });
  const large = createSlots({ places: 1, maxWaiting: AT_ONCE });

  async function visit(address: string, asked: FeedAsk, signal: AbortSignal): Promise<Visited> {
    const { host } = new URL(address);
    const { outcome, facts, movedTo } = await ask(address, asked, signal);
    const about: AnswerAbout = {
      ...(facts === undefined ? {} : { facts }),
      ...(movedTo === undefined ? {} : { movedTo }),
    };
    if (outcome.status === 'unchanged') return { status: 'unchanged', ...about };
    if (outcome.status === 'failed') {
      return { status: 'failed', problem: readFeedProblem(outcome.problem, host), ...about };
    }
    return readPage(outcome.page, { host, about, signal });
  }

  async function readPage(
    page: FetchedPage,
    {
      host,
      about,
      signal,
    }: { readonly host: string; readonly about: AnswerAbout; readonly signal: AbortSignal },
  ): Promise<Visited> {
    const { body, charset, url } = page;
    const raw = {
      body,
      ...(charset === undefined ? {} : { charset }),
      address: url,
      nowMs: clock.now(),
    };
    const outcome = await parse(raw, signal);
    const failed = (problem: FeedProblem): Visited =>
      problem.code === 'too-busy' ? { status: 'busy' } : { status: 'failed', problem, ...about };
    if (outcome.status === 'failed') return failed(readFeedProblem(outcome.problem, host));
    const { parsed } = outcome;
    if (parsed.status === 'page') return parsed;
    if (parsed.status === 'failed') return failed({ code: 'not-a-feed', host, came: parsed.came });
    const { feed } = parsed;
    if (!page.truncated) return { status: 'feed', feed, ...about };
    if (feed.items.length === 0)
      return failed({ code: 'unreachable', host, reason: 'connection broken off' });
    // What follows is missing, so the server must not be told that we have it.
    return { status: 'feed', feed, ...movedOnly(about) };
  }

  return async (address, validators, signal) => {
    const end = await turns.take(new URL(address).host, signal);
    if (end === 'full') return { status: 'busy' };
    try {
      const asked = { accept: ACCEPT, anyText: true, ...validators };
      const visited = await visit(address, { ...asked, maxBytes: USUAL_BYTES }, signal);
      if (visited.status !== 'failed' || visited.problem.code !== 'too-large') return visited;
      if ((await large.take(1, signal)) === 'full') return { status: 'busy' };
      try {
        return await visit(address, { ...asked, maxBytes: MAX_FEED_BYTES }, signal);
      } finally {
        large.give(1);
      }
    } finally {
      end();
    }
  };
}

function movedOnly({ movedTo }: AnswerAbout): AnswerAbout {
  return movedTo === undefined ? {} : { movedTo };
}
