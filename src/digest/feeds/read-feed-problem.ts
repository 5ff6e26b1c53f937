import type { Problem } from '../../article/problem.ts';
import type { FeedProblem } from '../../post/feed-problem.ts';

const GONE = 410;

/** Why a feed at a host could not be read, of why a page could not be. */
export function readFeedProblem(problem: Problem, host: string): FeedProblem {
  switch (problem.code) {
    case 'bad-address':
      return { code: 'bad-address', host: problem.address };
    case 'address-not-allowed':
    case 'unknown-host':
    case 'unreachable':
    case 'too-slow':
    case 'refused':
    case 'server-error':
      return problem;
    case 'bot-check':
      return { code: 'refused', host };
    case 'not-found':
      return { code: problem.status === GONE ? 'gone' : 'not-found', host: problem.host };
    case 'too-many-redirects':
      return { code: 'too-many-redirects', host };
    case 'too-large':
      return { code: 'too-large', host, limitBytes: problem.limitBytes };
    case 'not-text':
      return { code: 'not-a-feed', host, came: 'data' };
    case 'too-busy':
    case 'reader-not-started':
      return { code: 'too-busy', host };
    case 'reading-too-slow':
      return { code: 'unreadable', host, reason: `${problem.limitMs} ms were not enough` };
    case 'reading-failed':
      return { code: 'unreadable', host, reason: problem.reason };
    default:
      return { code: 'unreadable', host, reason: problem.code };
  }
}
