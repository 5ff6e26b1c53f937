import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../ports/log.ts';
import { closeServer } from './close-server.ts';
import type { Metrics } from './create-metrics.ts';
import { createReadiness, type Ready } from './create-readiness.ts';
import { listenOn } from './listen-on.ts';

export interface HealthOptions {
  /** 0 leaves the choice to the system. */
  readonly port: number;
  /** All addresses of the machine where it is not said. */
  readonly host?: string;
  readonly ready: Ready;
  readonly metrics: Pick<Metrics, 'render'>;
  readonly log: Log;
  /** Answers requests to other paths; `false` where one is not for it either. */
  readonly extra?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface HealthServer {
  readonly port: number;
  /** Takes no more requests; resolves when the last is answered, or was cut off after 2 s. */
  close(): Promise<void>;
}

const CLOSING_MS = 2000;

/** Ours: whoever asks needs little, and anybody may ask. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000,
} as const;
const MAX_CONNECTIONS = 500;
const MAX_HEADERS = 100;

/**
 * Answers `/healthz` (the process lives), `/readyz` (503 with the reasons where it cannot work) and `/metrics`.
 * @throws Error in words where the port cannot be listened to
 */
export async function startHealthServer(options: HealthOptions): Promise<HealthServer> {
  const pages = pagesOf(options);
  const server = createServer(LIMITS, (request, response) => {
    void answer(request, response, { ...options, pages });
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.maxHeadersCount = MAX_HEADERS;
  await listenOn(server, { ...options, ports: [options.port] });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server, CLOSING_MS),
  };
}

interface Page {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

function pagesOf({ ready, metrics, log }: HealthOptions): Pages {
  const findReasons = createReadiness(ready, log);
  return {
    '/healthz': () => json(200, { status: 'alive' }),
    async '/readyz'() {
      const because = await findReasons();
      return because.length === 0
        ? json(200, { status: 'ready' })
        : json(503, { status: 'not ready', because });
    },
    async '/metrics'() {
      return { status: 200, ...(await metrics.render()) };
    },
  };
}

function json(status: number, content: object): Page {
  return { status, mediaType: 'application/json', text: `${JSON.stringify(content)}\n` };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { pages, extra, log }: HealthOptions & { readonly pages: Pages },
): Promise<void> {
  try {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname ?? '';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page === undefined) {
      if (extra?.(request, response) !== true) send(response, json(404, { status: 'not found' }));
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      send(response, await page());
    } else {
      response.setHeader('allow', 'GET, HEAD');
      send(response, json(405, { status: 'only GET and HEAD' }));
    }
  } catch (error) {
    log.error({ err: error }, 'a request over HTTP failed');
    if (response.headersSent) response.destroy();
    else send(response, json(500, { status: 'a fault of ours' }));
  }
}

function send(response: ServerResponse, { status, mediaType, text }: Page): void {
  response.writeHead(status, {
    'content-type': mediaType,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
