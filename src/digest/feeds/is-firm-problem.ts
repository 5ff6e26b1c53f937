import type { FeedProblem, FeedProblemCode } from '../../post/feed-problem.ts';

const FIRM: ReadonlySet<FeedProblemCode> = new Set([
  'bad-address',
  'address-not-allowed',
  'unknown-host',
  'not-found',
  'gone',
  'not-a-feed',
  'no-feed-found',
]);

/** Whether there is no feed; else there may be one that cannot be read just now. */
export function isFirmProblem({ code }: FeedProblem): boolean {
  return FIRM.has(code);
}
