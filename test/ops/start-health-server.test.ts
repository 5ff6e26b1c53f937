import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/ops/create-log.ts';
import { createMetrics } from '../../src/ops/create-metrics.ts';
import {
  startHealthServer,
  type HealthOptions,
  type HealthServer,
} from '../../src/ops/start-health-server.ts';
import { systemClock } from '../../src/ops/system-clock.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Started {
  readonly port: number;
  readonly server: HealthServer;
  readonly lines: readonly string[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
}

async function start(options: Partial<HealthOptions> = {}): Promise<Started> {
  const lines: string[] = [];
  const server = await startHealthServer({
    port: 0,
    host: '127.0.0.1',
    ready: () => Promise.resolve([]),
    metrics: createMetrics(),
    log: createLog({
      level: 'info',
      secrets: [],
      clock: systemClock,
      stream: { write: (line: string) => lines.push(line) },
    }),
    ...options,
  });
  closing.push(() => server.close());
  return {
    port: server.port,
    server,
    lines,
    ask: (path, init) => fetch(`http://127.0.0.1:${server.port}${path}`, init),
  };
}

/** Sends these bytes and resolves to all that comes back until the other side closes. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(parts).toString();
}

describe('startHealthServer', () => {
  it('says that the process lives', async () => {
    const { ask } = await start({ ready: () => Promise.reject(new Error('not asked')) });
    const response = await ask('/healthz?from=probe');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'alive' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('says whether the bot can work, and why not', async () => {
    let reasons: readonly string[] = [];
    const { ask } = await start({ ready: () => Promise.resolve(reasons) });
    const good = await ask('/readyz');
    expect([good.status, await good.json()]).toEqual([200, { status: 'ready' }]);
    reasons = ['database: it is locked', 'slack: not connected'];
    const bad = await ask('/readyz');
    expect([bad.status, await bad.json()]).toEqual([
      503,
      { status: 'not ready', because: reasons },
    ]);
  });

  it('says that it is not ready where nobody can tell, and logs why', async () => {
    const { ask, lines } = await start({ ready: () => Promise.reject(new Error('no disk')) });
    const response = await ask('/readyz');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('no disk');
    expect(lines.join('')).toContain('no disk');
  });

  it('says that it is not ready when the answer takes too long', async () => {
    const { ask } = await start({ ready: () => new Promise(() => undefined) });
    const response = await ask('/readyz');
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'not ready', because: ['no answer within 2 s'] },
    ]);
  });

  it('gives metrics as Prometheus reads them', async () => {
    const metrics = createMetrics();
    metrics.queue({ waiting: 3, running: 1 });
    const { ask } = await start({ metrics });
    const response = await ask('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('nutgraf_queue_waiting 3\n');
  });

  it.each(['/', '/other', '/healthz/', '/constructor', '//quay.example/x'])(
    'has no page at %s',
    async (path) => {
      const { ask } = await start();
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('takes no other methods than GET and HEAD', async () => {
    const { ask } = await start();
    const posted = await ask('/metrics', { method: 'POST', body: 'x' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await ask('/healthz', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('hands other paths on, with their bodies', async () => {
    const { ask } = await start({
      extra(request, response) {
        if (request.url !== '/slack/events') return false;
        request.pipe(response);
        return true;
      },
    });
    const echoed = await ask('/slack/events', { method: 'POST', body: 'ahoy' });
    expect(await echoed.text()).toBe('ahoy');
    expect((await ask('/slack/other')).status).toBe(404);
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('answers and logs when what it hands on to fails', async () => {
    const { ask, lines } = await start({
      extra: () => {
        throw new Error('adrift');
      },
    });
    const response = await ask('/slack/events', { method: 'POST' });
    expect([response.status, await response.text()]).toEqual([
      500,
      '{"status":"a fault of ours"}\n',
    ]);
    expect(lines.join('')).toContain('adrift');
  });

  it('refuses headers beyond 16 KB', async () => {
    const { port } = await start();
    const answer = await sendRaw(
      port,
      `GET /healthz HTTP/1.1\r\nhost: a\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /u);
  });

  it('refuses what is no HTTP', async () => {
    const { port } = await start();
    expect(await sendRaw(port, 'AHOY\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /u);
  });

  it('lets what runs end before it is closed', async () => {
    const asked = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<readonly string[]>();
    const { ask, server } = await start({
      ready: () => {
        asked.resolve(undefined);
        return gate.promise;
      },
    });
    const asking = ask('/readyz');
    await asked.promise;
    const closed = server.close();
    gate.resolve([]);
    expect((await asking).status).toBe(200);
    await closed;
    await expect(ask('/healthz')).rejects.toThrow();
  });

  it('is closed although a connection that says nothing stays open', async () => {
    const { port, server } = await start();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\n');
    const ended = once(socket, 'close');
    await server.close();
    await ended;
  });

  it('says in words that its port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    closing.push(async () => {
      other.close();
      await once(other, 'close');
    });
    const { port } = other.address() as AddressInfo;
    await expect(start({ port })).rejects.toThrow(
      `port ${port} cannot be listened to: another program has it`,
    );
  });
});
