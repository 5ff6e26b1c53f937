import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '../problem.ts';
import { FETCH_LIMITS, type FetchOptions } from './fetch-options.ts';
import type { Answered, Fetched, Unchanged } from './fetched.ts';
import { systemLookup } from './resolve-target.ts';
import { visit, type Trip } from './visit.ts';

/** Longer addresses are no links that a person has. */
const MAX_ADDRESS_CHARS = 8192;
const RETRY_PAUSE_MS = 250;
const MAX_RETRY_AFTER_MS = 5000;

/**
 * Asks for what stands at a link: http(s), public addresses only (`resolve-target.ts` says how and what a proxy changes), at
 * most `maxRedirects` redirects, each checked like the link itself, and one retry in all, when the connection breaks
 * off or the answer is a 503 whose `Retry-After` is short enough. A name and password in the link are never sent.
 * Rejects with the reason of `options.signal` when that ends it; everything else that goes wrong is a `Problem`.
 */
export async function fetchAnswer(address: string, options: FetchOptions): Promise<Answered> {
  options.signal.throwIfAborted();
  const url = parseLink(address);
  if (url === undefined) return { outcome: badAddress(address) };
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const deadline = AbortSignal.timeout(limits.totalMs);
  const trip: Trip = {
    limits,
    allowedPrivateHosts: options.allowedPrivateHosts ?? [],
    proxy: options.proxy ?? {},
    lookup: options.lookup ?? systemLookup,
    ask: options.ask ?? {},
    signal: AbortSignal.any([options.signal, deadline]),
  };
  try {
    return await travel(url, trip, performance.now() + limits.totalMs);
  } catch (error) {
    options.signal.throwIfAborted();
    if (!deadline.aborted) throw error;
    return failed({ code: 'too-slow', host: url.host, limitMs: limits.totalMs });
  }
}

async function travel(start: URL, trip: Trip, endsAtMs: number): Promise<Answered> {
  let url = start;
  let redirects = 0;
  let hasRetried = false;
  let permanent: URL | undefined = start;
  let movedTo: string | undefined;
  for (;;) {
    const { step, facts } = await visit(url, trip);
    const answered = (outcome: Fetched | Unchanged): Answered => ({
      outcome,
      ...(facts === undefined ? {} : { facts }),
      ...(movedTo === undefined ? {} : { movedTo }),
    });
    if (step.status === 'stumbled') {
      const pauseMs = retryPauseMs(step.retryAfter, step.date);
      if (hasRetried || pauseMs === undefined || performance.now() + pauseMs >= endsAtMs) {
        return answered(step.instead);
      }
      hasRetried = true;
      await pause(pauseMs, undefined, { signal: trip.signal });
    } else if (step.status === 'moved') {
      redirects += 1;
      const next = parseLink(step.to, url);
      if (next === undefined) return answered(badAddress(step.to));
      if (redirects > trip.limits.maxRedirects) {
        return failed({ code: 'too-many-redirects', limit: trip.limits.maxRedirects });
      }
      permanent = permanent !== undefined && step.isPermanent ? next : undefined;
      movedTo = permanent?.href ?? movedTo;
      url = next;
    } else {
      return answered(step);
    }
  }
}

function failed(problem: Problem): Answered {
  return { outcome: { status: 'failed', problem } };
}

function parseLink(address: string, base?: URL): URL | undefined {
  if (address.length > MAX_ADDRESS_CHARS) return undefined;
  const url = URL.parse(address.trim(), base?.href);
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function badAddress(address: string): Fetched {
  // What a person reads back, or a log keeps, has no password in it.
  const shown = address.slice(0, 200).replace(/\/\/[^/?#]*@/u, '//');
  return { status: 'failed', problem: { code: 'bad-address', address: shown } };
}

/**
 * How long to wait before the second try; nothing when the host asks for longer than we would. A date (RFC 9110,
 * 10.2.3) is measured against the answer's own clock.
 */
function retryPauseMs(
  retryAfter: string | undefined,
  date: string | undefined,
): number | undefined {
  if (retryAfter === undefined) return RETRY_PAUSE_MS;
  const askedMs = /^\d{1,9}$/u.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.parse(date ?? '');
  return askedMs <= MAX_RETRY_AFTER_MS ? Math.max(askedMs, RETRY_PAUSE_MS) : undefined;
}
