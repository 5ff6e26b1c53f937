import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { fetchAnswer } from '../../../src/article/fetch/fetch-answer.ts';
import type { Ask } from '../../../src/article/fetch/fetch-options.ts';
import type { Answered } from '../../../src/article/fetch/fetched.ts';
import { serve, type LocalServer } from './local-server.ts';

const FEED = '<rss version="2.0"><channel><title>Harbour</title></channel></rss>';

function ask(server: LocalServer, path = '/', more: Ask = {}): Promise<Answered> {
  return fetchAnswer(`${server.url}${path}`, {
    signal: new AbortController().signal,
    allowedPrivateHosts: [server.hostPort],
    limits: { connectMs: 2000, totalMs: 5000 },
    ask: more,
  });
}

describe('asking with validators', () => {
  it('sends them, and what is accepted, and nothing else', async () => {
    let headers: IncomingMessage['headers'] = {};
    const server = await serve((request, response) => {
      headers = request.headers;
      response.end(FEED);
    });
    await ask(server, '/', {
      accept: 'application/rss+xml',
      etag: 'W/"a1"',
      lastModified: 'Tue, 01 Apr 2031 09:00:00 GMT',
    });
    expect(headers).toMatchObject({
      accept: 'application/rss+xml',
      'if-none-match': 'W/"a1"',
      'if-modified-since': 'Tue, 01 Apr 2031 09:00:00 GMT',
      'user-agent': expect.stringContaining('Nutgraf'),
    });
  });

  it('is told that nothing has changed', async () => {
    const server = await serve((_, response) => {
      response.writeHead(304, { etag: '"a1"', 'cache-control': 'max-age=60' }).end();
    });
    expect(await ask(server, '/', { etag: '"a1"' })).toMatchObject({
      outcome: { status: 'unchanged' },
      facts: { status: 304, etag: '"a1"', cacheControl: 'max-age=60' },
    });
  });

  it('takes an answer that nothing has changed for an error where nobody said what from', async () => {
    const server = await serve((_, response) => response.writeHead(304).end());
    expect(await ask(server)).toMatchObject({
      outcome: { status: 'failed', problem: { code: 'server-error', status: 304 } },
    });
  });

  it.each(['"a"\r\nx-evil: 1', '"é"', 'x'.repeat(600), ''])(
    'does not send what is no header value: %j',
    async (etag) => {
      let headers: IncomingMessage['headers'] = {};
      const server = await serve((request, response) => {
        headers = request.headers;
        response.end(FEED);
      });
      expect(await ask(server, '/', { etag })).toMatchObject({ outcome: { status: 'fetched' } });
      expect(headers).not.toHaveProperty('if-none-match');
      expect(headers).not.toHaveProperty('x-evil');
    },
  );
});

describe('an answer', () => {
  it('tells what its headers say, and leaves out what cannot be sent back', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, {
        etag: 'x'.repeat(900),
        'last-modified': 'Tue, 01 Apr 2031 09:00:00 GMT',
        expires: '0',
        'retry-after': '30',
        date: 'Wed, 02 Apr 2031 09:00:00 GMT',
      });
      response.end(FEED);
    });
    expect((await ask(server)).facts).toEqual({
      status: 200,
      lastModified: 'Tue, 01 Apr 2031 09:00:00 GMT',
      expires: '0',
      retryAfter: '30',
      date: 'Wed, 02 Apr 2031 09:00:00 GMT',
    });
  });

  it('tells them of a refusal too', async () => {
    const server = await serve((_, response) =>
      response.writeHead(429, { 'retry-after': '120' }).end(),
    );
    expect(await ask(server)).toMatchObject({
      outcome: { problem: { code: 'refused', status: 429 } },
      facts: { status: 429, retryAfter: '120' },
    });
  });

  it.each(['application/rss', 'text/css', 'image/jpeg'])(
    'is taken as text whatever it is called, where any text will do: %s',
    async (type) => {
      const server = await serve((_, response) => {
        response.setHeader('content-type', `${type}; charset=utf-8`);
        response.end(FEED);
      });
      expect(await ask(server)).toMatchObject({ outcome: { problem: { code: 'not-text', type } } });
      expect(await ask(server, '/', { anyText: true })).toMatchObject({
        outcome: { status: 'fetched', page: { charset: 'utf-8' } },
      });
    },
  );

  it('is refused all the same when its bytes are no text', async () => {
    const server = await serve((_, response) => response.end(Buffer.from('\x89PNG\0\0\x01')));
    expect(await ask(server, '/', { anyText: true })).toMatchObject({
      outcome: { problem: { code: 'not-text' } },
    });
  });
});

describe('redirects', () => {
  const statuses: Readonly<Record<string, readonly [number, string]>> = {
    '/for-good': [301, '/also-for-good'],
    '/also-for-good': [308, '/feed'],
    '/for-now': [302, '/feed'],
    '/for-good-then-now': [301, '/for-now'],
    '/now-then-for-good': [307, '/also-for-good'],
  };

  it.each([
    ['/for-good', '/feed'],
    ['/for-now', undefined],
    ['/for-good-then-now', '/for-now'],
    ['/now-then-for-good', undefined],
    ['/feed', undefined],
  ])('from %s tell that it has moved for good to %p', async (path, to) => {
    const server = await serve((request, response) => {
      const [status, location] = statuses[request.url ?? ''] ?? [200, ''];
      response.writeHead(status, status === 200 ? {} : { location }).end(FEED);
    });
    const answered = await ask(server, path);
    expect(answered.outcome).toMatchObject({
      status: 'fetched',
      page: { url: `${server.url}/feed` },
    });
    expect(answered.movedTo).toBe(to === undefined ? undefined : `${server.url}${to}`);
  });

  it('to an address that is not public are refused with validators as without', async () => {
    const server = await serve((_, response) =>
      response.writeHead(301, { location: 'http://127.0.0.1:1/feed' }).end(),
    );
    expect(await ask(server, '/', { etag: '"a"' })).toMatchObject({
      outcome: { problem: { code: 'address-not-allowed' } },
    });
  });
});
