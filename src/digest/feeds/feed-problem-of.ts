import type { Problem } from '../../article/problem.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';

/** What a failed visit or reading means for a feed at `host`. */
export function feedProblemOf(problem: Problem, host: string): FeedProblem {
  switch (problem.code) {
    case 'bad-address':
      return { code: 'bad-address', host: problem.address };
    case 'address-not-allowed':
    case 'unknown-host':
      return { code: problem.code, host: problem.host };
    case 'unreachable':
      return { code: 'unreachable', host: problem.host, reason: problem.reason };
    case 'too-slow':
      return { code: 'too-slow', host: problem.host, limitMs: problem.limitMs };
    case 'too-many-redirects':
      return { code: 'too-many-redirects', host };
    case 'refused':
      return { code: 'refused', host: problem.host, status: problem.status };
    case 'bot-check':
      return { code: 'refused', host };
    case 'not-found':
      return { code: problem.status === 410 ? 'gone' : 'not-found', host: problem.host };
    case 'server-error':
      return { code: 'server-error', host: problem.host, status: problem.status };
    case 'too-large':
      return { code: 'too-large', host, limitBytes: problem.limitBytes };
    case 'not-text':
      return { code: 'not-a-feed', host, came: 'data' };
    case 'too-busy':
    case 'reader-not-started':
      return { code: 'too-busy', host };
    case 'reading-too-slow':
      return { code: 'unreadable', host, reason: `longer than ${problem.limitMs} ms` };
    case 'reading-failed':
      return { code: 'unreadable', host, reason: problem.reason };
    default:
      // Problems of articles, files and batches: none of them is made on the way to a feed.
      return { code: 'unreadable', host, reason: problem.code };
  }
}
