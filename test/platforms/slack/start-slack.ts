import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSlack, EVENTS_PATH } from '../../../src/platforms/slack/create-slack.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Accepted, Core, Scope } from '../../../src/ports/core.ts';
import type { Facts, Log } from '../../../src/ports/log.ts';
import type { Request } from '../../../src/ports/request.ts';
import type { SlackServerOptions } from '../../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../../protocol/slack/start-slack-server.ts';

/** Writes down what it gets and answers as it is told; knows what it has had before, as the real one does. */
export interface FakeCore extends Core {
  readonly requests: Request[];
  readonly scopes: Scope[];
  /** What the next new requests are answered with; `never` until the signal ends. */
  answer: Accepted | 'never';
}

export function createFakeCore(): FakeCore {
  const known = new Set<string>();
  const core: FakeCore = {
    requests: [],
    scopes: [],
    answer: { status: 'accepted' },
    async accept(request, signal) {
      if (core.answer === 'never') {
        await once(signal, 'abort');
        throw signal.reason;
      }
      if (known.has(request.id)) return { status: 'repeated' };
      known.add(request.id);
      core.requests.push(request);
      return Promise.resolve(core.answer);
    },
    left(scope) {
      core.scopes.push(scope);
      return Promise.resolve();
    },
  };
  return core;
}

/** All lines, as text, with their facts. */
export function createFakeLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const logWith = (base: Facts): Log & { readonly lines: string[] } => {
    const line = (level: string) => (facts: Facts, what: string) =>
      void lines.push(`${level} ${what} ${JSON.stringify({ ...base, ...facts })}`);
    return {
      lines,
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
      with: (facts) => logWith({ ...base, ...facts }),
    };
  };
  return logWith({});
}

export async function startSlack(options: SlackServerOptions = {}) {
  const server = await startSlackServer({ messageEvents: true, ...options });
  const core = createFakeCore();
  const log = createFakeLog();
  const slack = createTestSlack(server, { log, mode: options.mode ?? 'socket' });
  await slack.start(core);
  const web = options.mode === 'http' ? await serve(server, slack) : undefined;
  return {
    server,
    slack,
    core,
    log,
    async stop() {
      await server.settled();
      await slack.stop();
      await web?.close();
      await server.close();
    },
  };
}

export type Started = Awaited<ReturnType<typeof startSlack>>;

/** Waits shortly whatever it is asked for, up to what a test can bear; the time is the server's. */
export function clockOf(server: SlackServer): Clock {
  return {
    now: () => server.clock.now(),
    wait: async (ms, signal) => {
      await sleep(Math.min(ms, 1000), undefined, { signal });
    },
  };
}

export function createTestSlack(
  server: SlackServer,
  {
    log,
    mode,
    token,
  }: { readonly log: Log; readonly mode: 'socket' | 'http'; readonly token?: string },
) {
  return createSlack({
    botToken: token ?? server.botToken,
    via:
      mode === 'http'
        ? { kind: 'http', signingSecret: server.signingSecret }
        : { kind: 'socket', appToken: server.appToken },
    apiUrl: server.apiUrl,
    log,
    clock: clockOf(server),
    maxFileBytes: 100_000,
  });
}

/** A server of the bot's own, where others answer too. */
async function serve(server: SlackServer, slack: ReturnType<typeof createTestSlack>) {
  const web = createServer((request, response) => {
    if (!slack.handle(request, response)) response.writeHead(200).end('somebody else');
  });
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address() as AddressInfo;
  await server.useRequestUrl(`http://127.0.0.1:${port}${EVENTS_PATH}`);
  return {
    async close() {
      web.closeAllConnections();
      web.close();
      await once(web, 'close');
    },
  };
}
