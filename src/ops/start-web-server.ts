import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../ports/log.ts';
import { closeServer } from './close-server.ts';
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
const MAX_CONNECTIONS = 200;

/**
 * Answers HTTP with the web's own `Request` and `Response`.
 * @throws Error in words where none of the ports can be listened to
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer(LIMITS, (request, response) => {
    void exchange(request, response, options);
  });
  server.maxConnections = MAX_CONNECTIONS;
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
    const request = readRequest(incoming, left.signal);
    const response =
      request === undefined
        ? new Response('No such address.', { status: 400 })
        : await answer(request, incoming.socket.remoteAddress ?? '');
    await send(response, outgoing);
  } catch (error) {
    // Whoever asked has gone: nobody is there to be answered.
    if (left.signal.aborted) return;
    log.error({ err: error }, 'a request over HTTP failed');
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end();
  }
}

function readRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
  const { method = 'GET', headers } = incoming;
  const url = URL.parse(`http://${headers.host ?? ''}${incoming.url ?? ''}`);
  // Such as `GET http://…` and `OPTIONS *`, which are for proxies.
  if (url === null || !(incoming.url ?? '').startsWith('/')) return undefined;
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
