import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
import { createRecords } from './records.ts';
import { createResponseUrls } from './response-urls.ts';
import { serve, serveElsewhere } from './serve.ts';
import { settingsOf, type SlackServerOptions } from './slack-options.ts';
import { createSocketMode } from './socket-mode.ts';
import { createTestClock } from './test-clock.ts';
import type { Outgoing, Retry } from './transport.ts';
import { createTriggers } from './triggers.ts';
import { createUntil } from './until.ts';
import { createApi } from './web-api/answer-call.ts';
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
