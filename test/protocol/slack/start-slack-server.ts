import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerResponseUrl } from './answer-response-url.ts';
import { createAppEvents } from './app-events.ts';
import { click, shortcut, type Click, type Shortcut } from './drivers/interact.ts';
import { createMembership } from './drivers/membership.ts';
import { createSay } from './drivers/say.ts';
import { slash, type Slash } from './drivers/slash.ts';
import { closeView, submitView } from './drivers/submit-view.ts';
import type { Filled } from './drivers/view-state.ts';
import { createFaults } from './faults.ts';
import { createFileHost, storeFile, type FileFixture } from './files.ts';
import { createHttpEvents, type Forgery } from './http-events.ts';
import type { Hub } from './hub.ts';
import { identity } from './identity.ts';
import { createIds } from './ids.ts';
import { isJson } from './json.ts';
import { createRecords } from './records.ts';
import { createResponseUrls } from './response-urls.ts';
import { settingsOf, type SlackServerOptions } from './slack-options.ts';
import { createSocketMode } from './socket-mode.ts';
import { createTestClock } from './test-clock.ts';
import type { Outgoing, Retry } from './transport.ts';
import { createTriggers } from './triggers.ts';
import { createUntil } from './until.ts';
import { breakAnswer, createApi } from './web-api/answer-call.ts';
import { createWorld, messagesIn, threadOf, type OpenView } from './world.ts';

export type SlackServer = Awaited<ReturnType<typeof startSlackServer>>;

/** Starts what stands for Slack in tests, on ports of 127.0.0.1 that are free. Call `close()` at the end. */
export async function startSlackServer(options: SlackServerOptions = {}) {
  const settings = settingsOf(options);
  const clock = createTestClock();
  const ids = createIds(clock);
  const records = createRecords();
  const wait = createUntil();
  const changed = () => wait.changed();
  const server = await listen();
  const fileServer = settings.filesOnOwnPort ? await listen() : server;
  const elsewhere = await listen();
  const socket = createSocketMode({ server, settings, clock, records, changed });
  const http = createHttpEvents(settings);
  const transport = settings.mode === 'socket' ? socket : http;
  const hub: Hub = {
    settings,
    clock,
    ids,
    records,
    changed,
    world: createWorld(settings),
    faults: createFaults(),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock),
    events: createAppEvents({ settings, clock, ids, transport, changed }),
    origin: () => originOf(server),
    filesOrigin: () => originOf(fileServer),
  };
  const serveFile = createFileHost(hub);
  const api = createApi(hub, () => socket.newUrl(originOf(server)));
  server.on('request', (request, response) => serve(hub, { request, response, api, serveFile }));
  if (fileServer !== server) fileServer.on('request', serveFile);
  elsewhere.on('request', (request, response) => serveElsewhere(hub, request, response));
  const { world } = hub;

  return {
    ...identity,
    apiUrl: `${originOf(server)}/api/`,
    /** Another host altogether, to which no token may go: its address, without a slash at the end. */
    elsewhereUrl: originOf(elsewhere).replace('127.0.0.1', 'localhost'),
    clock,
    faults: hub.faults,
    world,
    calls: records.calls,
    violations: records.violations,
    pings: records.pings,
    unfurls: records.unfurls,
    leaks: records.leaks,
    statuses: records.statuses,
    deliveries: hub.events.deliveries,
    until: <T>(find: () => T | undefined | false | null, timeoutMs?: number) =>
      wait.until(find, timeoutMs),
    /** Resolves once an app is connected; in HTTP mode `useRequestUrl` does the same. */
    connected: (count = 1) =>
      wait.until(() => socket.connectedSoFar() >= count && socket.connections() > 0),
    socket,
    useRequestUrl: (url: string) => http.useRequestUrl(url),
    forge: (outgoing: Outgoing, forgery: Forgery) => http.forge(outgoing, forgery),
    redeliver: (eventId: string, mark?: Retry) => hub.events.redeliver(eventId, mark),
    settled: () => hub.events.settled(),

    ...createSay(hub),
    ...createMembership(hub),
    slash: (one: Slash) => slash(hub, one),
    shortcut: (one: Shortcut) => shortcut(hub, one),
    click: (one: Click) => click(hub, one),
    submitView: (view: OpenView, filled: Filled) => submitView(hub, view, filled),
    closeView: (view: OpenView) => closeView(hub, view),
    /** Uploads a file that nobody has shared yet. */
    upload: (owner: string, file: FileFixture) => storeFile(hub, owner, file),

    messagesIn: (channel: string) => messagesIn(world, channel),
    thread: (channel: string, ts: string) => threadOf(world, channel, ts),
    /** What only this person sees, anywhere. */
    ephemeralsFor: (user: string) => world.messages.filter((one) => one.onlyFor === user),
    /** Loads the person's Slack anew: what only they see is gone. */
    reload(user: string) {
      world.messages = world.messages.filter((one) => one.onlyFor !== user);
      changed();
    },
    /** What the app did not acknowledge within its 3 s. */
    unacknowledged: () => hub.events.deliveries.filter((one) => one.ack?.state === 'failed'),
    viewsOf: (user: string) => [...world.views.values()].filter((one) => one.user === user),
    callsOf: (method: string) => records.calls.filter((one) => one.method === method),

    async close() {
      clock.stop();
      await socket.stop();
      for (const one of new Set([server, fileServer, elsewhere])) {
        one.closeAllConnections();
        one.close();
        await once(one, 'close');
      }
      await hub.events.settled();
    },
  };
}

async function listen(): Promise<Server> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Serving {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly api: ReturnType<typeof createApi>;
  readonly serveFile: ReturnType<typeof createFileHost>;
}

function serve(hub: Hub, { request, response, api, serveFile }: Serving): void {
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

function serveElsewhere(hub: Hub, request: IncomingMessage, response: ServerResponse): void {
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
