import { createHmac } from 'node:crypto';
import { request } from 'node:http';

export interface AppRequest {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
  readonly timeoutMs: number;
  readonly secret: string;
  /** Seconds since 1970 for the signature; now unless a test forges it. */
  readonly timestampSec?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly afterMs: number;
}

/**
 * Sends a signed request to the app: https://docs.slack.dev/authentication/verifying-requests-from-slack
 * @throws where no connection comes about or it breaks
 */
export function postToApp(one: AppRequest): Promise<AppAnswer | 'timeout'> {
  const timestamp = String(one.timestampSec ?? Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', one.secret);
  const signature = `v0=${hash.update(`v0:${timestamp}:${one.body}`).digest('hex')}`;
  const from = Date.now();
  return new Promise((resolve, reject) => {
    const sending = request(one.url, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': one.contentType,
        'content-length': Buffer.byteLength(one.body),
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
        ...one.headers,
      },
    });
    const timer = setTimeout(() => {
      resolve('timeout');
      sending.destroy();
    }, one.timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    sending.on('error', fail);
    sending.on('response', (response) => {
      const afterMs = Date.now() - from;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
          afterMs,
        });
      });
    });
    sending.end(one.body);
  });
}
