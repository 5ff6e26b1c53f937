import { readDate } from '../../article/head/date-line.ts';

/** Weekday and seconds may be missing; the year may have two digits (RFC 822, RFC 2822, RFC 1123). */
const RFC_822 =
  /^(?:[a-z]{3,9},?\s{1,4})?\d{1,2}\s{1,4}[a-z]{3}[a-z]{0,6}\s{1,4}\d{4}\s{1,4}\d{1,2}:\d{2}(?::\d{2})?\s{1,4}(?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)$/iu;
/** RFC 3339 with its zone. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/iu;

/** No feed is older than the web: what says so has no date (0000-00-00, 1 January 1970). */
const EARLIEST_MS = Date.UTC(1991, 0, 1);
/** A clock or a zone can be wrong by so much; what lies farther ahead is no time of publication. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;
const MAX_DATE_CHARS = 100;

/**
 * A feed's date in ms since 1970, in whatever format it is; UTC where it names no zone. Undefined for what is no date
 * or cannot be one; a little ahead of `nowMs` is now.
 */
export function parseFeedDate(raw: string, nowMs: number): number | undefined {
  const text = raw.slice(0, MAX_DATE_CHARS).trim().replace(/\bUT$/u, 'UTC');
  const atMs = isExact(text) ? Date.parse(text) : readLoosely(text);
  if (Number.isNaN(atMs) || atMs < EARLIEST_MS || atMs > nowMs + MAX_AHEAD_MS) return undefined;
  return Math.min(atMs, nowMs);
}

function isExact(text: string): boolean {
  return (RFC_822.test(text) || RFC_3339.test(text)) && !Number.isNaN(Date.parse(text));
}

function readLoosely(text: string): number {
  const iso = readDate(text) ?? '';
  const isZoned = /(?:Z|[+-]\d{2}:\d{2})$/u.test(iso.slice(10));
  return Date.parse(iso.length <= 10 || isZoned ? iso : `${iso}Z`);
}
