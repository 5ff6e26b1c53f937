import type { FeedProblemCode } from '../../post/feed-problem.ts';
import type { FeedVisitor } from './create-feed-visitor.ts';
import type { FeedAnswer } from './next-kept.ts';

/** After these a host is not tried at its other addresses. */
const HOST_IS_LOST: ReadonlySet<FeedProblemCode> = new Set([
  'address-not-allowed',
  'unknown-host',
  'unreachable',
  'too-slow',
]);

/** A feed of a site, where it was asked for. */
export interface SiteFeed {
  readonly address: string;
  readonly answer: Extract<FeedAnswer, { status: 'feed' }>;
}

export type SiteFeedSearch =
  | { readonly status: 'found'; readonly found: SiteFeed }
  | { readonly status: 'none' }
  | { readonly status: 'busy' };

/**
 * The first of the addresses, best first, at which there is a feed with something in it; else an empty one. Rejects
 * with the signal's reason.
 */
export async function findSiteFeed(
  addresses: readonly string[],
  visit: FeedVisitor,
  signal: AbortSignal,
): Promise<SiteFeedSearch> {
  const lost = new Set<string>();
  let empty: SiteFeed | undefined;
  for (const address of addresses) {
    const { host } = new URL(address);
    if (lost.has(host)) continue;
    const answer = await visit(address, {}, signal);
    if (answer.status === 'busy') return { status: 'busy' };
    if (answer.status === 'feed') {
      if (answer.feed.items.length > 0) return { status: 'found', found: { address, answer } };
      empty ??= { address, answer };
    }
    if (answer.status === 'failed' && HOST_IS_LOST.has(answer.problem.code)) lost.add(host);
  }
  return empty === undefined ? { status: 'none' } : { status: 'found', found: empty };
}
