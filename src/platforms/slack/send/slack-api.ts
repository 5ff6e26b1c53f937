import { webApi } from '@slack/bolt';
import type { Clock } from '../../../ports/clock.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import type { BoltLogger } from '../connect/bolt-logger.ts';
import { toPlatformError } from './to-platform-error.ts';

export interface SlackApi {
  /**
   * Calls a method of the Web API. Waits as long as Slack asks for where there are too many calls. What may be done
   * twice without harm is tried again when the answer fails to come; a post never is.
   * @throws PlatformError, or the signal's reason
   */
  call(method: string, args: CallArguments, options: CallOptions): Promise<SlackAnswer>;
}

export type CallArguments = Readonly<Record<string, unknown>>;
export type SlackAnswer = Readonly<Record<string, unknown>>;

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Whether doing it twice is no harm: reading, changing to the same, deleting. */
  readonly isRepeatable: boolean;
}

export interface SlackApiParts {
  readonly token: string;
  readonly apiUrl?: string;
  readonly clock: Clock;
  readonly logger: BoltLogger;
  /** How long Slack may take for one answer. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** How often a call waits for its turn; the signal ends it before that. */
const MAX_TURNS = 10;
const REPEAT_AFTER_MS = [300, 2000] as const;

export function createSlackApi(parts: SlackApiParts): SlackApi {
  const { token, clock, logger, timeoutMs = TIMEOUT_MS } = parts;
  const client = new webApi.WebClient(token, {
    ...clientOptionsOf(parts),
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger,
  });

  const callInTurn = async (
    method: string,
    args: CallArguments,
    signal: AbortSignal,
  ): Promise<SlackAnswer> => {
    for (let turn = 1; ; turn += 1) {
      signal.throwIfAborted();
      try {
        return { ...(await abortable(client.apiCall(method, { ...args }), signal)) };
      } catch (error) {
        const isBusy = error instanceof webApi.WebAPIRateLimitedError;
        if (!isBusy || turn >= MAX_TURNS) throw error;
        await clock.wait(error.retryAfter * 1000, signal);
      }
    }
  };

  return {
    async call(method, args, { signal, isRepeatable }) {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await callInTurn(method, args, signal);
        } catch (cause) {
          if (signal.aborted) throw signal.reason;
          const error = toPlatformError(method, cause);
          const waitMs =
            isRepeatable && error.code === 'unclear' ? REPEAT_AFTER_MS[attempt] : undefined;
          if (waitMs === undefined) throw error;
          await clock.wait(waitMs, signal);
        }
      }
    },
  };
}

/** Options of its own for every client, because Bolt changes those that it is given; no client retries by itself. */
export function clientOptionsOf({ apiUrl }: { readonly apiUrl?: string }): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** The library's calls take no signal: what goes on in the background ends at its timeout. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new PlatformError('unclear', 'given up', { cause: signal.reason }));
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
