import type { AnswerFacts } from '../../article/fetch/answer-facts.ts';
import type { Ask } from '../../article/fetch/fetch-options.ts';
import type { Answered } from '../../article/fetch/fetched.ts';
import type { FeedOutcome } from '../../engine/create-engine.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Feed } from '../../ports/feed.ts';
import { feedProblemOf } from './feed-problem-of.ts';
import type { RawFeed } from './parse-feed.ts';

/** How feeds are got and read. */
export interface LookParts {
  /** Through the guards of `fetchAnswer`; rejects with the signal's reason only. */
  readonly fetch: (address: string, ask: Ask, signal: AbortSignal) => Promise<Answered>;
  /** Off the event loop; rejects with the signal's reason only. */
  readonly parse: (raw: RawFeed, signal: AbortSignal) => Promise<FeedOutcome>;
  readonly clock: Clock;
}

/** What stands at an address. */
export type Look = LookedAt & {
  readonly facts?: AnswerFacts;
  readonly movedTo?: string;
};

type LookedAt =
  | { readonly status: 'feed'; readonly feed: Feed; readonly isWhole: boolean }
  | { readonly status: 'unchanged' }
  | { readonly status: 'page'; readonly feeds: readonly string[] }
  | { readonly status: 'failed'; readonly problem: FeedProblem };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.5';

/** Asks for what stands at an address and reads it. Rejects with the signal's reason only. */
export async function lookAt(
  address: string,
  { fetch, parse, clock }: LookParts,
  { validators = {}, signal }: { readonly validators?: Ask; readonly signal: AbortSignal },
): Promise<Look> {
  const host = hostOf(address);
  const { outcome, ...about } = await fetch(
    address,
    { ...validators, accept: ACCEPT, anyText: true },
    signal,
  );
  if (outcome.status === 'unchanged') return { status: 'unchanged', ...about };
  if (outcome.status === 'failed')
    return { status: 'failed', problem: feedProblemOf(outcome.problem, host), ...about };
  const { url, body, charset, truncated } = outcome.page;
  const raw = {
    body,
    ...(charset === undefined ? {} : { charset }),
    address: url,
    nowMs: clock.now(),
  };
  const read = await parse(raw, signal);
  if (read.status === 'failed')
    return { status: 'failed', problem: feedProblemOf(read.problem, host), ...about };
  const { parsed } = read;
  if (parsed.status === 'feed') return { ...parsed, isWhole: !truncated, ...about };
  if (parsed.status === 'page') return { ...parsed, ...about };
  const problem: FeedProblem = { code: 'not-a-feed', host, came: parsed.came };
  return { status: 'failed', problem, ...about };
}

export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address.slice(0, 100);
}
