import type { Clock } from '../../../ports/clock.ts';
import { PlatformError } from '../../../ports/platform-error.ts';
import { SlackRefusal } from './to-platform-error.ts';

export interface Responder {
  /**
   * Posts to a response URL, which takes no token and tells no `ts`. Waits where Slack asks for it and repeats nothing.
   * @throws PlatformError, or the signal's reason
   */
  respond(url: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<void>;
}

export interface ResponderParts {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const MAX_TURNS = 5;
/** Slack says `Retry-After`; where it does not, this. */
const WAIT_SEC = 1;

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function createResponder({
  fetch,
  clock,
  timeoutMs = TIMEOUT_MS,
}: ResponderParts): Responder {
  const post = async (url: string, body: object, signal: AbortSignal) => {
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      throw new PlatformError('unclear', 'response_url: no answer', { cause });
    }
  };
  return {
    async respond(url, body, signal) {
      for (let turn = 1; ; turn += 1) {
        const answer = await post(url, body, signal);
        const said = await readWord(answer);
        if (answer.ok && !said.includes('"ok":false')) return;
        if (answer.status !== 429 || turn >= MAX_TURNS) throw refusal(answer.status, said);
        const waitSec = Number(answer.headers.get('retry-after') ?? WAIT_SEC);
        await clock.wait((Number.isFinite(waitSec) ? waitSec : WAIT_SEC) * 1000, signal);
      }
    },
  };
}

async function readWord(answer: Response): Promise<string> {
  try {
    return (await answer.text()).slice(0, 500);
  } catch {
    // The status has said what became of it; the word is only more exact.
    return '';
  }
}

/** Slack answers a used or expired URL with 404, and what it does not take with a word about it. */
function refusal(status: number, said: string): PlatformError {
  const word = /"error":"([\w-]{1,100})"/u.exec(said)?.[1] ?? /^[\w-]{1,100}$/u.exec(said)?.[0];
  if (status === 404 || status === 410) return new SlackRefusal('response_url', 'expired_url');
  if (status >= 500 && word !== 'no_text')
    return new PlatformError('unclear', `response_url: ${status}`);
  return new SlackRefusal('response_url', word ?? String(status));
}
