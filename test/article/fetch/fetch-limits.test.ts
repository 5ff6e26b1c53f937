import { describe, expect, it } from '@jest/globals';
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { serve, serveBytes, serveRaw, type LocalServer } from './local-server.ts';
import { outcomeOf, visitLocal } from './visit-local.ts';

const PAGE = `<!doctype html><p>${'The ferry left the old harbour. '.repeat(200)}</p>`;
const MIB = 1024 * 1024;

async function serveEncoded(encoding: string, body: Uint8Array): Promise<LocalServer> {
  return serve((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding })
      .end(body);
  });
}

describe('compression', () => {
  it.each([
    ['gzip', gzipSync(PAGE)],
    ['X-GZIP', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['zstd', zstdCompressSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['gzip', Buffer.concat([gzipSync(PAGE.slice(0, 50)), gzipSync(PAGE.slice(50))])],
  ])('%s is undone', async (encoding, body) => {
    const server = await serveEncoded(encoding, body);
    expect(outcomeOf(await visitLocal(server.url, { open: [server] }))).toBe(PAGE);
  });

  it.each([
    ['gzip', Buffer.from('<p>not packed at all')],
    ['br', Buffer.from('<p>not packed at all')],
    ['zstd', Buffer.from('<p>not packed at all')],
    ['compress', Buffer.from('an encoding that nobody asked for')],
    ['gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync(PAGE))))],
    [
      'zstd',
      zstdCompressSync(Buffer.alloc(20 * MIB, PAGE), {
        params: { [constants.ZSTD_c_windowLog]: 25 },
      }),
    ],
  ])('%s that cannot be undone is a problem', async (encoding, body) => {
    const server = await serveEncoded(encoding, body);
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(fetched).toMatchObject({
      problem: { code: 'unreachable', reason: 'broken compression' },
    });
  });

  it('that breaks off gives what is there', async () => {
    // Told apart from a small change by being a text that does not compress into one block.
    const text = `<p>${Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 9973).toString(36)).join(' ')}`;
    for (const [encoding, body] of [
      ['gzip', gzipSync(text)],
      ['br', brotliCompressSync(text)],
    ] as const) {
      const server = await serveEncoded(encoding, body.subarray(0, body.length / 2));
      const fetched = await visitLocal(server.url, { open: [server] });
      expect(fetched).toMatchObject({ page: { truncated: true } });
      expect(text.startsWith(String(outcomeOf(fetched)))).toBe(true);
      expect(String(outcomeOf(fetched)).length).toBeGreaterThan(10_000);
    }
  });
});

describe('a bomb', () => {
  const zeros = gzipSync(Buffer.alloc(16 * MIB));
  const nothing = gzipSync('');
  const manyNothings = Buffer.alloc(
    Math.floor((4 * MIB) / nothing.length) * nothing.length,
    nothing,
  );

  it.each([
    ['a gigabyte of zeros in a megabyte', 'gzip', Buffer.alloc(64 * zeros.length, zeros)],
    ['packed twice', 'gzip, gzip', gzipSync(Buffer.alloc(64 * zeros.length, zeros))],
    ['brotli', 'br', brotliCompressSync(Buffer.alloc(64 * MIB))],
    [
      'zstd',
      'zstd',
      zstdCompressSync(Buffer.alloc(64 * MIB), { params: { [constants.ZSTD_c_windowLog]: 20 } }),
    ],
  ])('stops at the limit, with flat memory: %s', async (_, encoding, body) => {
    const server = await serveEncoded(encoding, body);
    const before = process.memoryUsage().rss;
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code: 'too-large', limitBytes: 5 * MIB });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
  });

  it('of packed nothing is nothing, soon', async () => {
    const server = await serveEncoded('gzip', manyNothings);
    expect(outcomeOf(await visitLocal(server.url, { open: [server] }))).toBe('');
  });
});

describe('size', () => {
  it('is judged by what is announced, before the body is read', async () => {
    const server = await serveBytes((socket) => {
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${5 * MIB + 1}\r\n\r\n`,
      );
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code: 'too-large', limitBytes: 5 * MIB });
  });

  it('is judged by what comes, of a stream without end too', async () => {
    let isOpen = true;
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'endless ');
      const pour = (): void => {
        while (isOpen && response.write(chunk));
      };
      response.on('drain', pour).on('close', () => (isOpen = false));
      response.writeHead(200, { 'content-type': 'text/html' });
      pour();
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code: 'too-large', limitBytes: 5 * MIB });
  });

  it('may be exactly the limit', async () => {
    const server = await serve((_, response) => void response.end('x'.repeat(1000)));
    const open = [server];
    expect(await visitLocal(server.url, { open, limits: { maxBytes: 1000 } })).toMatchObject({
      status: 'fetched',
    });
    expect(await visitLocal(server.url, { open, limits: { maxBytes: 999 } })).toMatchObject({
      status: 'failed',
    });
  });

  it('of headers has a bound', async () => {
    const server = await serveBytes((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`);
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(fetched).toMatchObject({
      problem: { code: 'unreachable', reason: 'headers too large' },
    });
  });

  it('that is announced too large for what comes leaves a page that broke off', async () => {
    let visits = 0;
    const server = await serveBytes((socket, visit) => {
      visits = visit;
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>Half a st',
      );
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(fetched).toMatchObject({ page: { truncated: true, body: Buffer.from('<p>Half a st') } });
    expect(visits).toBe(2);
  });

  it('that is announced too small cuts what comes', async () => {
    const server = await serveBytes((socket) => {
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<p>Abc and more',
      );
    });
    expect(outcomeOf(await visitLocal(server.url, { open: [server] }))).toBe('<p>Abc');
  });
});

describe('time', () => {
  const limits = { connectMs: 150, totalMs: 400 };

  it.each(['headers', 'body', 'refusal', 'nothing'])('runs out while %s drips', async (part) => {
    const server = await serveRaw((socket) => {
      if (part === 'body') socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n');
      if (part === 'headers') socket.write('HTTP/1.1 200 OK\r\n');
      if (part === 'refusal') socket.write('HTTP/1.1 403 Forbidden\r\n\r\n');
      const drip = setInterval(
        () => part !== 'nothing' && socket.write(part === 'headers' ? 'a: b\r\n' : 'a'),
        20,
      );
      socket.on('close', () => clearInterval(drip));
    });
    const started = performance.now();
    const fetched = await visitLocal(server.url, { open: [server], limits });
    expect(outcomeOf(fetched)).toEqual({ code: 'too-slow', host: server.hostPort, limitMs: 400 });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('runs over all redirects together', async () => {
    const server = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120);
    });
    const fetched = await visitLocal(server.url, { open: [server], limits });
    expect(fetched).toMatchObject({ problem: { code: 'too-slow', limitMs: 400 } });
  });

  it('to connect has its own limit, over the name too', async () => {
    const lookup = (): Promise<never> => new Promise(() => undefined);
    const fetched = await visitLocal('http://slow.example/', { lookup, limits });
    expect(outcomeOf(fetched)).toEqual({ code: 'too-slow', host: 'slow.example', limitMs: 150 });
  });

  it('to connect has its own limit, over TLS too', async () => {
    const server = await serveRaw((socket) => void socket.resume());
    const fetched = await visitLocal(server.url.replace('http:', 'https:'), {
      open: [server],
      limits,
    });
    expect(outcomeOf(fetched)).toEqual({ code: 'too-slow', host: server.hostPort, limitMs: 150 });
  });
});

describe('what is no HTTP', () => {
  it.each(['SSH-2.0-harbour\r\n', 'HTTP/1.1 two hundred\r\n\r\n', '<html>hello</html>'])(
    '%j is a problem',
    async (bytes) => {
      const server = await serveBytes((socket) => void socket.end(bytes));
      const fetched = await visitLocal(server.url, { open: [server] });
      expect(fetched).toMatchObject({
        problem: { code: 'unreachable', reason: 'answer is not HTTP' },
      });
    },
  );

  it('is nobody there', async () => {
    const server = await serveRaw(() => undefined);
    const gone = { ...server, hostPort: '127.0.0.1:1' };
    const fetched = await visitLocal('http://127.0.0.1:1/', { open: [gone] });
    expect(outcomeOf(fetched)).toEqual({
      code: 'unreachable',
      host: '127.0.0.1:1',
      reason: 'connection refused',
    });
  });
});
