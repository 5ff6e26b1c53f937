import { REST, RequestMethod } from 'discord.js';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { SentKeys } from './sent-keys.ts';
import { toPlatformError } from './to-platform-error.ts';

/** Discord's HTTP API, by discord.js' client for it: rate limits are waited for, what failed is tried again. */
export interface DiscordApi {
  /** @throws PlatformError, or the signal's reason */
  call(call: ApiCall, signal: AbortSignal): Promise<unknown>;
}

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the address itself gives the right: an interaction's token. */
  readonly isTokenInPath?: boolean;
  /** Whether a second time would do it twice: then a failure is never tried again. */
  readonly isOnce?: boolean;
}

export interface ApiOptions {
  readonly token: string;
  readonly apiUrl?: string;
}

/** Ours: for one attempt. discord.js waits 15 s. */
const ATTEMPT_MS = 8000;
const RETRIES = 2;

export function createDiscordApi({ token, apiUrl }: ApiOptions): DiscordApi {
  const where = apiUrl === undefined ? {} : { api: apiUrl };
  const rest = new REST({ ...where, timeout: ATTEMPT_MS, retries: RETRIES }).setToken(token);
  const once = new REST({ ...where, timeout: ATTEMPT_MS, retries: 0 }).setToken(token);
  return {
    async call({ method, path, query, body, isTokenInPath = false, isOnce = false }, signal) {
      signal.throwIfAborted();
      const client = isOnce ? once : rest;
      try {
        return await abortable(
          client.request({
            method: RequestMethod[METHODS[method]],
            fullRoute: path,
            auth: !isTokenInPath,
            signal,
            ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
            ...(body === undefined ? {} : { body }),
          }),
          signal,
        );
      } catch (error) {
        signal.throwIfAborted();
        throw toPlatformError(error, isTokenInPath);
      }
    },
  };
}

const METHODS = {
  GET: 'Get',
  POST: 'Post',
  PUT: 'Put',
  PATCH: 'Patch',
  DELETE: 'Delete',
} as const;

/** The library looks at the signal while it asks, and not while it waits between two attempts. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** What the parts that send and look share. */
export interface DiscordLine {
  readonly api: DiscordApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly keys: SentKeys;
  /** Resolves when an interaction has been acknowledged; at once for those of an earlier process. */
  readonly acknowledged: (interaction: string, signal: AbortSignal) => Promise<void>;
}
