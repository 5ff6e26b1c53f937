import type { AnswerFacts } from '../../article/fetch/answer-facts.ts';
import { MAX_FRESH_MS } from './decide-fetch.ts';

/** Ours: digests that are due in the same minute share one reading, whatever the feed says. */
const MIN_FRESH_MS = 60_000;
/** Ours: nobody keeps a digest waiting for longer. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** Until when a feed need not be asked for again, by its answer's headers (RFC 9111, 5.2.2 and 5.3) and its own `ttl`. */
export function freshUntilMs(
  facts: AnswerFacts | undefined,
  ttlMs: number | undefined,
  nowMs: number,
): number {
  const wantedMs = Math.max(headersMs(facts), ttlMs ?? 0, MIN_FRESH_MS);
  return nowMs + Math.min(wantedMs, MAX_FRESH_MS);
}

function headersMs(facts: AnswerFacts | undefined): number {
  const cacheControl = facts?.cacheControl?.toLowerCase() ?? '';
  if (/\bno-(?:cache|store)\b/u.test(cacheControl)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/u.exec(cacheControl)?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  // Both are the server's clock, which may be wrong; their difference is not.
  const lifeMs = Date.parse(facts?.expires ?? '') - Date.parse(facts?.date ?? '');
  return Number.isNaN(lifeMs) ? 0 : Math.max(0, lifeMs);
}

/** Before when a server wants no other request, by `Retry-After` (RFC 9110, 10.2.3); a date is by the server's clock. */
export function retryAtMs(facts: AnswerFacts | undefined, nowMs: number): number | undefined {
  const asked = facts?.retryAfter;
  if (asked === undefined) return undefined;
  const waitMs = /^\d{1,9}$/u.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - (Date.parse(facts?.date ?? '') || nowMs);
  return waitMs > 0 ? nowMs + Math.min(waitMs, MAX_RETRY_AFTER_MS) : undefined;
}
