import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Client } from 'undici';
import manifest from '../../../package.json' with { type: 'json' };
import { isHeaderValue } from './answer-facts.ts';
import type { Route } from './dial.ts';
import type { Ask } from './fetch-options.ts';
import { proxyAuthorization } from './find-proxy.ts';

/** Some newspapers send 20 KiB of policies and cookies; Node stops at 16. */
const MAX_HEADER_BYTES = 64 * 1024;

const REQUEST_HEADERS = {
  'user-agent': `Nutgraf/${manifest.version} (reads one article at a time and summarizes it)`,
  accept:
    'text/html,application/xhtml+xml,text/markdown;q=0.9,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5',
  'accept-language': '*',
  'accept-encoding': 'gzip, deflate, br, zstd',
};

export interface Answer {
  readonly status: number;
  /** A header by its lower-case name; of several, the first. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
}

interface Line {
  readonly socket: Socket;
  readonly route: Route;
  readonly ask: Ask;
  readonly signal: AbortSignal;
}

/**
 * Asks for `route.url` over an open connection and hands the answer to `use`; the connection is closed when that is
 * done, read to its end or not. Throws undici's and the socket's errors, and the signal's reason.
 */
export async function exchange<T>(
  { socket, route, ask, signal }: Line,
  use: (answer: Answer) => Promise<T>,
): Promise<T> {
  const client = new Client(route.url.origin, {
    // undici speaks over the connection that was dialed and never dials; a callback in the same turn it would not hear.
    connect: (_, callback) => queueMicrotask(() => callback(null, socket)),
    maxHeaderSize: MAX_HEADER_BYTES,
    // The visit has its own clock.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const { statusCode, headers, body } = await client.request({
      method: 'GET',
      path: requestTarget(route),
      headers: requestHeaders(route, ask),
      reset: true,
      signal,
    });
    // Closing the connection below errors a body that nobody reads.
    body.on('error', () => undefined);
    const header = (name: string): string | undefined => [headers[name]].flat()[0];
    return await use({ status: statusCode, header, body });
  } finally {
    await client.destroy();
    socket.destroy();
  }
}

/** A proxy for plain http is told the whole address (RFC 9112, 3.2.2). */
function requestTarget({ url, proxy }: Route): string {
  const path = `${url.pathname}${url.search}`;
  return proxy !== undefined && url.protocol === 'http:' ? `${url.origin}${path}` : path;
}

function requestHeaders({ url, proxy }: Route, ask: Ask): Record<string, string> {
  const authorization =
    proxy !== undefined && url.protocol === 'http:' ? proxyAuthorization(proxy) : undefined;
  const { accept, etag, lastModified } = ask;
  const extra = {
    ...(accept === undefined ? {} : { accept }),
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
  return {
    ...REQUEST_HEADERS,
    // Validators were a server's words once, and kept since.
    ...Object.fromEntries(Object.entries(extra).filter(([, value]) => isHeaderValue(value))),
    ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
  };
}
