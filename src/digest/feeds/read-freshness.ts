import type { AnswerFacts } from '../../article/fetch/answer-facts.ts';
import { MAX_FRESH_MS } from './decide-fetch.ts';

/** Ours: no server keeps us away for longer. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

type Freshness = Pick<AnswerFacts, 'cacheControl' | 'expires' | 'date'>;

/**
 * For how long an answer need not be asked for again (RFC 9111, 4.2.1: `max-age` before `Expires`), or the feed itself
 * says so, the longer of the two; 0 where neither does, an hour at most.
 */
export function readFreshness(
  { cacheControl = '', expires, date }: Freshness,
  ttlMs: number | undefined,
): number {
  const directives = cacheControl.toLowerCase();
  if (/(?:^|[\s,])no-(?:store|cache)(?:$|[\s,])/u.test(directives)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/u.exec(directives)?.[1];
  const saidMs =
    maxAge === undefined
      ? Date.parse(expires ?? '') - Date.parse(date ?? '')
      : Number(maxAge) * 1000;
  return Math.min(MAX_FRESH_MS, Math.max(0, ttlMs ?? 0, Number.isNaN(saidMs) ? 0 : saidMs));
}

/**
 * Until when a server asks not to be asked again (RFC 9110, 10.2.3), in ms since 1970, a day at most. A date counts
 * from the server's own clock.
 */
export function readRetryAt(
  { retryAfter, date }: Pick<AnswerFacts, 'retryAfter' | 'date'>,
  nowMs: number,
): number | undefined {
  if (retryAfter === undefined) return undefined;
  const serverNow = Date.parse(date ?? '');
  const pauseMs = /^\d{1,9}$/u.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - (Number.isNaN(serverNow) ? nowMs : serverNow);
  return pauseMs > 0 ? nowMs + Math.min(pauseMs, MAX_RETRY_AFTER_MS) : undefined;
}
