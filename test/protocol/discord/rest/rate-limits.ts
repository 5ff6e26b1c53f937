import { createHash } from 'node:crypto';
import type { MatchedRoute } from './route.ts';

export interface BucketSize {
  readonly limit: number;
  readonly windowMs: number;
}

export interface Allowance {
  readonly isAllowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs: number;
}

interface Bucket {
  used: number;
  resetAtMs: number;
}

/** https://discord.com/developers/docs/topics/rate-limits#rate-limits: per route and major parameter. */
export function createRateLimits(size: BucketSize): (matched: MatchedRoute) => Allowance {
  const buckets = new Map<string, Bucket>();
  return ({ route, params }) => {
    const name = `${route.method} ${route.path}`;
    const major = params['channel'] ?? params['guild'] ?? params['token'] ?? '';
    const nowMs = Date.now();
    const known = buckets.get(`${name} ${major}`);
    const bucket =
      known === undefined || known.resetAtMs <= nowMs
        ? { used: 0, resetAtMs: nowMs + size.windowMs }
        : known;
    buckets.set(`${name} ${major}`, bucket);
    const isAllowed = bucket.used < size.limit;
    if (isAllowed) bucket.used += 1;
    const retryAfterMs = bucket.resetAtMs - nowMs;
    const headers = {
      'x-ratelimit-limit': String(size.limit),
      'x-ratelimit-remaining': String(size.limit - bucket.used),
      'x-ratelimit-reset': (bucket.resetAtMs / 1000).toFixed(3),
      'x-ratelimit-reset-after': (retryAfterMs / 1000).toFixed(3),
      'x-ratelimit-bucket': createHash('md5').update(name).digest('hex'),
    };
    return { isAllowed, headers, retryAfterMs };
  };
}
