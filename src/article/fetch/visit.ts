import type { Problem } from '../problem.ts';
import { readAnswerFacts, type AnswerFacts } from './answer-facts.ts';
import { collectBody, type Collected } from './collect-body.ts';
import { decompress } from './decompress.ts';
import { dial, type Route } from './dial.ts';
import { exchange, type Answer } from './exchange.ts';
import type { Ask, FetchLimits, Lookup, ProxySettings } from './fetch-options.ts';
import type { Fetched, FetchedPage, Unchanged } from './fetched.ts';
import { findProxy } from './find-proxy.ts';
import { isBotCheckBody, isBotCheckByHeader, mayBeBotCheck } from './is-bot-check.ts';
import { isReadableType, parseMediaType, sniffMediaType } from './media-type.ts';
import { findNetworkProblem, isReset } from './network-failure.ts';
import { resolveTarget } from './resolve-target.ts';

/** Enough of a refusal to see what it asks for. */
const BOT_CHECK_BYTES = 64 * 1024;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** RFC 9110, 15.4.2 and 15.4.9. */
const PERMANENT_REDIRECTS = new Set([301, 308]);
const REFUSALS = new Set([401, 402, 403, 407, 429, 451]);
const ABSENCES = new Set([404, 410]);

/** What holds for all visits on the way from a link to its page. */
export interface Trip {
  readonly limits: FetchLimits;
  readonly allowedPrivateHosts: readonly string[];
  readonly proxy: ProxySettings;
  readonly lookup: Lookup;
  readonly ask: Ask;
  /** Of the caller and of the deadline together. */
  readonly signal: AbortSignal;
}

/** One request: the page, the next address, what went wrong, or a stumble that may not happen again. */
export type Step =
  | Fetched
  | Unchanged
  | { readonly status: 'moved'; readonly to: string; readonly isPermanent: boolean }
  /** `retryAfter` and `date` are the answer's headers; `instead` is what this visit gives when it stays the last. */
  | {
      readonly status: 'stumbled';
      readonly instead: Fetched;
      readonly retryAfter?: string | undefined;
      readonly date?: string | undefined;
    };

export interface Visit {
  readonly step: Step;
  /** Absent where nobody answered. */
  readonly facts?: AnswerFacts;
}

/** Thrown through `dial` when connecting takes too long, so that it is not taken for another end. */
class ConnectTimeout extends Error {}

/** Asks once for `url`, which holds no credentials. Throws the signal's reason when that ends it. */
export async function visit(url: URL, trip: Trip): Promise<Visit> {
  try {
    const proxy = findProxy(url, trip.proxy);
    if (proxy === 'invalid') {
      const reason = 'proxy setting not usable';
      return { step: failed({ code: 'unreachable', host: url.host, reason }) };
    }
    const connection = await connect(url, proxy === 'direct' ? undefined : proxy, trip);
    if (connection.status === 'failed') return { step: connection };
    const line = { ...connection, ask: trip.ask, signal: trip.signal };
    return await exchange(line, async (answer) => ({
      step: await readAnswer(answer, url, trip),
      facts: readAnswerFacts(answer),
    }));
  } catch (error) {
    trip.signal.throwIfAborted();
    if (error instanceof ConnectTimeout) {
      const { connectMs: limitMs } = trip.limits;
      return { step: failed({ code: 'too-slow', host: url.host, limitMs }) };
    }
    const problem = findNetworkProblem(error, url.host);
    if (problem === undefined) throw error;
    const instead = failed(problem);
    return { step: isReset(error) ? { status: 'stumbled', instead } : instead };
  }
}

/** Checks the host and connects to what was checked, all within `connectMs`. */
async function connect(url: URL, proxy: URL | undefined, trip: Trip) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(new ConnectTimeout()), trip.limits.connectMs);
  const signal = AbortSignal.any([trip.signal, clock.signal]);
  try {
    const guard = { ...trip, behindProxy: proxy !== undefined };
    const target = await orAbort(resolveTarget(url, guard), signal);
    if (target.status === 'failed') return target;
    const route: Route = {
      url,
      addresses: target.addresses,
      ...(proxy === undefined ? {} : { proxy }),
    };
    return { status: 'connected' as const, route, socket: await dial(route, signal) };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** For what cannot be stopped, like the system's resolver: stops waiting for it. */
async function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason as Error);
  signal.throwIfAborted();
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function readAnswer(answer: Answer, url: URL, trip: Trip): Promise<Step> {
  const { status, header } = answer;
  const location = header('location');
  if (REDIRECTS.has(status) && location !== undefined) {
    return { status: 'moved', to: location, isPermanent: PERMANENT_REDIRECTS.has(status) };
  }
  if (status === 304 && isConditional(trip.ask)) return { status: 'unchanged' };
  if (isBotCheckByHeader(header) || (await hasBotCheckBody(answer, trip.signal))) {
    return failed({ code: 'bot-check' });
  }
  if (status < 200 || status > 299) {
    const instead = failed(problemOfStatus(status, url.host));
    if (status !== 503) return instead;
    return { status: 'stumbled', instead, retryAfter: header('retry-after'), date: header('date') };
  }
  return readPage(answer, url, trip);
}

function isConditional({ etag, lastModified }: Ask): boolean {
  return etag !== undefined || lastModified !== undefined;
}

function problemOfStatus(status: number, host: string): Problem {
  if (REFUSALS.has(status)) return { code: 'refused', host, status };
  return { code: ABSENCES.has(status) ? 'not-found' : 'server-error', host, status };
}

async function hasBotCheckBody(
  { status, header, body }: Answer,
  signal: AbortSignal,
): Promise<boolean> {
  if (!mayBeBotCheck(status) || status === 202) return false;
  const { bytes } = await collectBody(body, BOT_CHECK_BYTES, signal);
  const unpacked = await decompress(bytes, header('content-encoding') ?? '', 16 * BOT_CHECK_BYTES);
  return unpacked.status === 'done' && isBotCheckBody(unpacked.bytes.toString('utf8'));
}

async function readPage({ header, body }: Answer, url: URL, trip: Trip): Promise<Step> {
  const { maxBytes } = trip.limits;
  const tooLarge = failed({ code: 'too-large', limitBytes: maxBytes });
  const announced = parseMediaType(header('content-type'));
  const believed = trip.ask.anyText === true ? undefined : announced.mediaType;
  if (!isReadableType(believed)) {
    return failed({ code: 'not-text', type: believed ?? '' });
  }
  if (Number(header('content-length') ?? 0) > maxBytes) return tooLarge;
  const collected = await collectBody(body, maxBytes, trip.signal);
  if (collected.ended === 'limit') return tooLarge;
  const unpacked = await decompress(collected.bytes, header('content-encoding') ?? '', maxBytes);
  if (unpacked.status === 'too-large') return tooLarge;
  if (unpacked.status === 'broken') {
    return failed({ code: 'unreachable', host: url.host, reason: 'broken compression' });
  }
  const mediaType = sniffMediaType(unpacked.bytes, believed);
  if (!isReadableType(mediaType) || mediaType === 'application/octet-stream') {
    return failed({ code: 'not-text', type: mediaType });
  }
  const truncated = collected.ended === 'broken' || !unpacked.isWhole;
  const page: FetchedPage = {
    url: url.href,
    ...announced,
    mediaType,
    body: unpacked.bytes,
    truncated,
  };
  return whatCame(page, collected, url.host);
}

/** A page that broke off is worth another try, and then better than none. */
function whatCame(page: FetchedPage, { ended }: Collected, host: string): Step {
  const fetched: Fetched = { status: 'fetched', page };
  if (ended !== 'broken') return fetched;
  const nothing = failed({ code: 'unreachable', host, reason: 'connection broken off' });
  return { status: 'stumbled', instead: page.body.length > 0 ? fetched : nothing };
}

function failed(problem: Problem): { readonly status: 'failed'; readonly problem: Problem } {
  return { status: 'failed', problem };
}
