import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerResponseUrl } from './answer-response-url.ts';
import type { createFileHost } from './files.ts';
import type { Hub } from './hub.ts';
import { isJson } from './json.ts';
import { breakAnswer, type createApi } from './web-api/answer-call.ts';

interface Serving {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly api: ReturnType<typeof createApi>;
  readonly serveFile: ReturnType<typeof createFileHost>;
}

/** Leads a request that came to the API's host to where it belongs. */
export function serve(hub: Hub, { request, response, api, serveFile }: Serving): void {
  const { pathname } = new URL(request.url ?? '/', 'http://slack');
  if (pathname.startsWith('/files-pri/') && !hub.settings.filesOnOwnPort) {
    serveFile(request, response);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('error', () => response.destroy());
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    if (pathname.startsWith('/api/')) api({ request, response, body });
    else if (pathname.startsWith('/response/')) serveResponseUrl(hub, { request, response, body });
    else noSuchPage(hub, request, response);
  });
}

function serveResponseUrl(
  hub: Hub,
  { request, response, body }: Omit<Serving, 'api' | 'serveFile'> & { readonly body: string },
): void {
  noteLeak(hub, request);
  hub.records.calls.push({ method: 'response_url', args: parseObject(body), at: hub.clock.now() });
  const fault = hub.faults.take('response_url');
  const isDone = fault === undefined || ('applied' in fault && fault.applied);
  const { pathname } = new URL(request.url ?? '/', 'http://slack');
  const answer = isDone ? answerResponseUrl(hub, pathname, parseObject(body)) : undefined;
  hub.changed();
  if (fault) breakAnswer(fault, response);
  else response.writeHead(answer?.status ?? 500).end(answer?.text);
}

function parseObject(text: string) {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJson(parsed) ? parsed : {};
  } catch {
    // What is no JSON has no text either, and is refused for that.
    return {};
  }
}

/** Slack's page for whoever is not signed in: it is HTML and a success, which has fooled many an app. */
function noSuchPage(hub: Hub, request: IncomingMessage, response: ServerResponse): void {
  noteLeak(hub, request);
  const isSignIn = request.url === '/signin';
  response.writeHead(isSignIn ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Sign in</title><h1>Sign in to your workspace</h1>');
}

/** Any other host: it takes everything, and notes every token. */
export function serveElsewhere(hub: Hub, request: IncomingMessage, response: ServerResponse): void {
  noteLeak(hub, request);
  response.writeHead(200, { 'content-type': 'text/plain' }).end('You should not have come here.');
}

/** Notes a token that came where none may come: in a header or in the address. */
function noteLeak(hub: Hub, request: IncomingMessage): void {
  const said = `${request.headers.authorization ?? ''} ${request.url ?? ''}`;
  if (!/xox[bp]-|xapp-/u.test(said)) return;
  const path = new URL(request.url ?? '/', 'http://host').pathname;
  hub.records.leaks.push({ host: request.headers.host ?? '', path });
  hub.changed();
}
