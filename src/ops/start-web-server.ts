import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../ports/log.ts';
import { closeServer } from './close-server.ts';
import { limitConnections } from './limit-connections.ts';
import { listenOn } from './listen-on.ts';

export interface WebServerOptions {
  readonly host: string;
  /** Tried in their order until one is free; 0 leaves the choice to the system. */
  readonly ports: readonly number[];
  /** `caller` is the address that the request comes from; a proxy's where there is one. */
  readonly answer: (request: Request, caller: string) => Promise<Response>;
  readonly log: Log;
}

export interface WebServer {
  readonly port: number;
  /** Takes no more; what is still being answered after a second is cut off. */
  close(): Promise<void>;
}

const CLOSING_MS = 1000;
/** Ours: it serves a few people. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 5000,
} as const;
/** Ours. */
const MAX_CONNECTIONS = 200;
/** What a request may be named by: nothing that a URL would read as a name for signing in, a path or a fragment. */
const HOST = /^(?:[a-z\d_.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/iu;
/** The web's `Request` cannot be made of these. */
const UNHEARD = new Set(['CONNECT', 'TRACE', 'TRACK']);
/** Ours: of what is not wanted so much is taken, so that whoever sends it comes to read the answer. */
const DRAINED = { bytes: 256 * 1024 * 1024, ms: 20_000 } as const;

/**
 * Answers HTTP with the web's own `Request` and `Response`.
 * @throws Error in words where none of the ports can be listened to
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer(LIMITS, (request, response) => {
    void exchange(request, response, options);
  });
  limitConnections(server, MAX_CONNECTIONS);
  await listenOn(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server, CLOSING_MS),
  };
}

async function exchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { answer, log }: WebServerOptions,
): Promise<void> {
  const left = new AbortController();
  outgoing.on('close', () => left.abort());
  try {
    const response = await answerTo(incoming, { answer, signal: left.signal });
    await send(response, outgoing);
    if (!incoming.complete) drain(incoming);
  } catch (error) {
    // Whoever asked has gone: nobody is there to be answered.
    if (left.signal.aborted) return;
    log.error({ err: error }, 'a request over HTTP failed');
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end();
  }
}

function answerTo(
  incoming: IncomingMessage,
  { answer, signal }: Pick<WebServerOptions, 'answer'> & { readonly signal: AbortSignal },
): Response | Promise<Response> {
  if (UNHEARD.has(incoming.method ?? ''))
    return new Response('Not here.', { status: 405, headers: { allow: 'GET, HEAD, POST' } });
  const request = readRequest(incoming, signal);
  return request === undefined
    ? new Response('No such address.', { status: 400 })
    : answer(request, incoming.socket.remoteAddress ?? '');
}

/** Takes what is still coming and forgets it: cut off at once, whoever sends it would not see the answer. */
function drain(incoming: IncomingMessage): void {
  const { socket } = incoming;
  let bytes = 0;
  const timer = setTimeout(() => socket.destroy(), DRAINED.ms).unref();
  socket.once('close', () => clearTimeout(timer));
  incoming.removeAllListeners('data');
  incoming.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > DRAINED.bytes) socket.destroy();
  });
  incoming.resume();
}

function readRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
  const { method = 'GET', headers } = incoming;
  const host = headers.host ?? '';
  // Such as `GET http://…` and `OPTIONS *`, which are for proxies.
  if (!HOST.test(host) || !(incoming.url ?? '').startsWith('/')) return undefined;
  const url = URL.parse(`http://${host}${incoming.url ?? ''}`);
  if (url === null) return undefined;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing);
}
