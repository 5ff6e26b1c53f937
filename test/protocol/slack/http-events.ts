import { identity } from './identity.ts';
import type { Json } from './json.ts';
import { postToApp, type AppAnswer } from './post-to-app.ts';
import type { Settings } from './slack-options.ts';
import type { Ack, Outgoing, Transport } from './transport.ts';

export interface Forgery {
  readonly secret?: string;
  readonly timestampSec?: number;
}

export interface HttpEvents extends Transport {
  /**
   * Enters the app's request URL as the settings page does: the app must give the challenge back within 3 s.
   * @throws where it does not
   */
  useRequestUrl(url: string): Promise<void>;
  /** Sends what somebody else than Slack might send and says which status it got. */
  forge(outgoing: Outgoing, forgery: Forgery): Promise<number | 'timeout'>;
}

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/** https://docs.slack.dev/apis/events-api/using-http-request-urls */
export function createHttpEvents(settings: Settings): HttpEvents {
  let requestUrl: string | undefined;
  const post = (outgoing: Outgoing, forgery: Forgery = {}) => {
    if (requestUrl === undefined) return Promise.reject(new Error('no request URL was entered'));
    return postToApp({
      url: requestUrl,
      timeoutMs: settings.ackTimeoutMs,
      secret: identity.signingSecret,
      ...encode(outgoing),
      ...forgery,
    });
  };
  return {
    async useRequestUrl(url) {
      const challenge = `3eZbrw1aBm2rZgRNFdxV2595${Date.now()}`;
      const body = { token: identity.verificationToken, challenge, type: 'url_verification' };
      const secret = identity.signingSecret;
      const timeoutMs = settings.ackTimeoutMs;
      const sent = { url, contentType: json, body: JSON.stringify(body), secret, timeoutMs };
      const answer = await postToApp(sent);
      const isRight = answer !== 'timeout' && answer.status === 200;
      if (!isRight || !answer.text.includes(challenge)) {
        const status = answer === 'timeout' ? answer : answer.status;
        throw new Error(`the request URL did not give the challenge back: ${status}`);
      }
      requestUrl = url;
    },
    async forge(outgoing, forgery) {
      const answer = await post(outgoing, forgery);
      return answer === 'timeout' ? answer : answer.status;
    },
    async send(outgoing) {
      const from = Date.now();
      const afterMs = () => Date.now() - from;
      try {
        const answer = await post(outgoing);
        if (answer !== 'timeout') return readAck(answer);
        return { state: 'failed', afterMs: afterMs(), because: 'timeout' };
      } catch {
        // An app that is not there is what this server is to see, not a fault of its own.
        return { state: 'failed', afterMs: afterMs(), because: 'connection-failed' };
      }
    },
    retryReason(ack) {
      if (ack.state === 'acknowledged') return '';
      return {
        timeout: 'http_timeout',
        'http-error': 'http_error',
        'connection-failed': 'connection_failed',
      }[ack.because];
    },
  };
}

function encode({ kind, payload, retry }: Outgoing) {
  if (kind === 'events_api') {
    const headers: Record<string, string> = retry
      ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
      : {};
    return { contentType: json, body: JSON.stringify(payload), headers };
  }
  const fields =
    kind === 'slash_commands'
      ? Object.entries(payload as Readonly<Record<string, string>>)
      : [['payload', JSON.stringify(payload)]];
  return { contentType: form, body: new URLSearchParams(fields).toString() };
}

function readAck({ status, headers, text, afterMs }: AppAnswer): Ack {
  if (status < 200 || status >= 300) {
    const noRetry = headers['x-slack-no-retry'] === '1';
    return { state: 'failed', afterMs, because: 'http-error', status, noRetry };
  }
  return { state: 'acknowledged', afterMs, body: text === '' ? undefined : parseBody(text) };
}

function parseBody(text: string): Json | string {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Slash commands may be answered with bare text.
    return text;
  }
}
