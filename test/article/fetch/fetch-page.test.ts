import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { fetchPage } from '../../../src/article/fetch/fetch-page.ts';
import { serve, serveBytes, serveRaw } from './local-server.ts';
import { outcomeOf, visitLocal } from './visit-local.ts';

const PAGE = '<!doctype html><title>Harbour bridge closed</title><p>The mayor spoke.</p>';

describe('a page', () => {
  it('comes with its address, type, charset and bytes', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-type', 'Text/HTML; Charset="Windows-1251"');
      response.end(PAGE);
    });
    const fetched = await visitLocal(` ${server.url}/news?id=7#part `, { open: [server] });
    expect(fetched).toEqual({
      status: 'fetched',
      page: {
        url: `${server.url}/news?id=7`,
        mediaType: 'text/html',
        charset: 'windows-1251',
        body: Buffer.from(PAGE),
        truncated: false,
      },
    });
  });

  it('is asked for by name, without cookies, referrer or credentials', async () => {
    let request: IncomingMessage | undefined;
    const server = await serve((incoming, response) => {
      request = incoming;
      response.end('text');
    });
    const link = `${server.url}/a`.replace('//', '//ann:secret@');
    const fetched = await visitLocal(link, { open: [server] });
    expect(fetched).toMatchObject({ page: { url: `${server.url}/a` } });
    expect(request?.headers).toEqual({
      host: server.hostPort,
      connection: 'close',
      'user-agent': expect.stringMatching(/^Nutgraf\/\d+\.\d+\.\d+ \([\w ]+\)$/u),
      accept: expect.stringContaining('text/html'),
      'accept-language': '*',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
  });

  it.each([
    ['<!DOCTYPE html><p>x', undefined, 'text/html'],
    ['\ufeff\n<html><p>x', 'application/octet-stream', 'text/html'],
    ['<?xml version="1.0"?><html xmlns="x">', undefined, 'text/html'],
    ['A story.\nAnother line.', undefined, 'text/plain'],
    ['%PDF-1.7 …', 'application/octet-stream', 'application/pdf'],
    ['%PDF-1.7 …', 'text/html', 'application/pdf'],
    ['{}', 'application/ld+json', 'application/ld+json'],
    ['# Title', 'text/markdown; variant=GFM', 'text/markdown'],
  ])('%j announced as %s is %s', async (body, announced, mediaType) => {
    const server = await serve((_, response) => {
      if (announced !== undefined) response.setHeader('content-type', announced);
      response.end(body);
    });
    expect(await visitLocal(server.url, { open: [server] })).toMatchObject({ page: { mediaType } });
  });

  it.each([
    ['image/png', Buffer.from('\x89PNG\r\n'), 'image/png'],
    ['video/mp4', Buffer.alloc(9), 'video/mp4'],
    ['image/svg+xml', Buffer.from('<svg/>'), 'image/svg+xml'],
    ['text/css', Buffer.from('p {}'), 'text/css'],
    ['application/octet-stream', Buffer.from('PK\x03\x04\0\0'), 'application/octet-stream'],
    ['text/plain', Buffer.from('MZ\0\0\x01\x02'), 'application/octet-stream'],
  ])('is refused as no text when announced as %s', async (announced, body, type) => {
    const server = await serve((_, response) => {
      response.setHeader('content-type', announced);
      response.end(body);
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code: 'not-text', type });
  });

  it('may be UTF-16, whose NULs are no sign of a binary', async () => {
    const body = Buffer.from('<html><p>Wide</p></html>', 'utf16le');
    const server = await serve((_, response) => void response.end(body));
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(fetched).toMatchObject({ page: { mediaType: 'text/html', body } });
  });
});

describe('an address', () => {
  it.each([
    '',
    'harbour',
    'ftp://ann:secret@news.example/a',
    'file:///etc/passwd',
    'http://[::',
    'http://a b/',
  ])('is not asked for when it is no http(s) link: %j', async (address) => {
    const fetched = await visitLocal(address);
    expect(fetched).toMatchObject({ status: 'failed', problem: { code: 'bad-address' } });
    expect(JSON.stringify(fetched)).not.toContain('secret');
  });

  it('is not asked for when it is longer than any link', async () => {
    const fetched = await visitLocal(`https://news.example/${'a'.repeat(9000)}`);
    expect(fetched).toMatchObject({ problem: { code: 'bad-address' } });
  });

  it.each(['127.0.0.1', 'localhost', '0', '[::1]', '017700000001', '0x7f.1', '[::ffff:127.0.0.1]'])(
    'is not asked for when it is not public: %s',
    async (host) => {
      let visits = 0;
      const server = await serveRaw(() => (visits += 1));
      const fetched = await visitLocal(`http://${host}:${server.port}/`);
      expect(fetched).toMatchObject({ problem: { code: 'address-not-allowed' } });
      expect(visits).toBe(0);
    },
  );

  it('is unknown when no resolver knows its name', async () => {
    const fetched = await visitLocal('https://news.example./a');
    expect(outcomeOf(fetched)).toEqual({ code: 'unknown-host', host: 'news.example' });
  });

  it('is looked up once, and what was checked is what is connected to', async () => {
    const server = await serve((_, response) => void response.end('inside'));
    const asked: string[] = [];
    // The second answer is the trap: it comes after the check, if anybody asks again.
    const lookup = (hostname: string): Promise<string[]> => {
      asked.push(hostname);
      return Promise.resolve(asked.length === 1 ? ['192.0.2.1'] : ['127.0.0.1']);
    };
    const host = `rebinding.example:${server.port}`;
    const refused = await visitLocal(`http://${host}/`, { lookup });
    expect(outcomeOf(refused)).toEqual({ code: 'address-not-allowed', host });

    asked.length = 0;
    const options = { lookup, allowedPrivateHosts: [host], limits: { connectMs: 200 } };
    const fetched = await visitLocal(`http://${host}/`, options);
    expect(fetched).toMatchObject({ status: 'failed' });
    expect(asked).toEqual(['rebinding.example']);
  });

  it('may have several addresses, of which the first that answers is taken', async () => {
    const server = await serve((request, response) => void response.end(request.headers.host));
    const host = `intranet.example:${server.port}`;
    const lookup = (): Promise<string[]> => Promise.resolve(['::1', '127.0.0.1']);
    const fetched = await visitLocal(`http://${host}/`, { lookup, allowedPrivateHosts: [host] });
    expect(outcomeOf(fetched)).toBe(host);
  });

  it('is looked up by the system when nothing else is handed in', async () => {
    const server = await serve((_, response) => void response.end('here'));
    const options = { signal: new AbortController().signal };
    const host = `localhost:${server.port}`;
    const opened = await fetchPage(`http://${host}/`, { ...options, allowedPrivateHosts: [host] });
    expect(outcomeOf(opened)).toBe('here');
    const unknown = await fetchPage('http://harbour.invalid/', options);
    expect(unknown).toMatchObject({ problem: { code: 'unknown-host' } });
  });

  it('throws on what is a fault of ours', async () => {
    const lookup = (): Promise<never> => Promise.reject(new TypeError('no such function'));
    await expect(visitLocal('http://news.example/', { lookup })).rejects.toThrow(TypeError);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with %d leads on', async (status) => {
    const server = await serve((request, response) => {
      if (request.url === '/new') return void response.end('moved');
      response.writeHead(status, { location: './new#here' }).end();
    });
    const fetched = await visitLocal(`${server.url}/old`, { open: [server] });
    expect(fetched).toMatchObject({ page: { url: `${server.url}/new` } });
  });

  it('to an address that is not public is refused', async () => {
    const inner = await serve((_, response) => void response.end('secret'));
    const server = await serve((_, response) => {
      response.writeHead(302, { location: `${inner.url}/` }).end();
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code: 'address-not-allowed', host: inner.hostPort });
  });

  it.each(['file:///etc/passwd', 'http://[', 'data:text/html,hi'])(
    'to %s is refused',
    async (location) => {
      const server = await serve((_, response) => void response.writeHead(302, { location }).end());
      const fetched = await visitLocal(server.url, { open: [server] });
      expect(outcomeOf(fetched)).toEqual({ code: 'bad-address', address: location });
    },
  );

  it('is followed five times, and no sixth time', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return void response.end('arrived');
      response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(outcomeOf(await visitLocal(`${server.url}/5`, { open: [server] }))).toBe('arrived');
    const tooMany = await visitLocal(`${server.url}/6`, { open: [server] });
    expect(outcomeOf(tooMany)).toEqual({ code: 'too-many-redirects', limit: 5 });
  });

  it('to itself ends', async () => {
    const server = await serve(
      (_, response) => void response.writeHead(301, { location: '/' }).end(),
    );
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(fetched).toMatchObject({ problem: { code: 'too-many-redirects' } });
  });

  it('without a place to go to is an error of the server', async () => {
    const server = await serve((_, response) => void response.writeHead(302).end());
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(fetched).toMatchObject({ problem: { code: 'server-error', status: 302 } });
  });
});

describe('a status', () => {
  it.each([
    [401, 'refused'],
    [402, 'refused'],
    [403, 'refused'],
    [407, 'refused'],
    [429, 'refused'],
    [451, 'refused'],
    [404, 'not-found'],
    [410, 'not-found'],
    [400, 'server-error'],
    [418, 'server-error'],
    [500, 'server-error'],
    [502, 'server-error'],
  ])('%d is %s', async (status, code) => {
    const server = await serve((_, response) => void response.writeHead(status).end(PAGE));
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code, host: server.hostPort, status });
  });

  it.each([
    [403, { 'cf-mitigated': 'challenge' }, ''],
    [202, { 'x-amzn-waf-action': 'challenge' }, ''],
    [403, {}, '<title>Just a moment...</title>'],
    [503, {}, '<p>Checking your browser before you go on.</p>'],
    [429, {}, '<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>'],
    [403, {}, '<div id="px-captcha"></div>'],
  ])('%d with %j and %j is a check for robots', async (status, headers, body) => {
    let visits = 0;
    const server = await serve((_, response) => {
      visits += 1;
      response.writeHead(status, headers).end(body);
    });
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({ code: 'bot-check' });
    expect(visits).toBe(1);
  });
});

describe('a second try', () => {
  const reset = async (visitsToReset: number) => {
    const visited = { count: 0 };
    const server = await serveBytes((socket, visit) => {
      visited.count = visit;
      if (visit <= visitsToReset) return void socket.resetAndDestroy();
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nback');
    });
    return { server, visited };
  };

  it('follows a reset connection', async () => {
    const { server } = await reset(1);
    expect(outcomeOf(await visitLocal(server.url, { open: [server] }))).toBe('back');
  });

  it('is the last', async () => {
    const { server, visited } = await reset(9);
    const fetched = await visitLocal(server.url, { open: [server] });
    expect(outcomeOf(fetched)).toEqual({
      code: 'unreachable',
      host: server.hostPort,
      reason: 'connection broken off',
    });
    expect(visited.count).toBe(2);
  });

  const busy = async (headers: Record<string, string>) => {
    const visited = { count: 0 };
    const server = await serve((_, response) => {
      visited.count += 1;
      if (visited.count === 1) response.writeHead(503, headers).end();
      else response.end('open again');
    });
    return { server, visited };
  };

  it.each([
    {},
    { 'retry-after': '0' },
    { 'retry-after': 'Mon, 06 Jan 2031 10:00:01 GMT', date: 'Mon, 06 Jan 2031 10:00:01 GMT' },
  ])('follows a 503 with %j', async (headers) => {
    const { server } = await busy(headers);
    expect(outcomeOf(await visitLocal(server.url, { open: [server] }))).toBe('open again');
  });

  it.each([
    { 'retry-after': '6' },
    { 'retry-after': '4' },
    { 'retry-after': 'soon' },
    { 'retry-after': 'Mon, 06 Jan 2031 11:00:00 GMT', date: 'Mon, 06 Jan 2031 10:00:00 GMT' },
  ])('does not follow a 503 with %j, for which there is no time', async (headers) => {
    const { server, visited } = await busy(headers);
    const fetched = await visitLocal(server.url, { open: [server], limits: { totalMs: 3000 } });
    expect(fetched).toMatchObject({ problem: { code: 'server-error', status: 503 } });
    expect(visited.count).toBe(1);
  });
});

describe('an abort', () => {
  it('before the start asks nobody', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(fetchPage('http://127.0.0.1:9/', { signal })).rejects.toThrow('stopped');
  });

  it.each([
    ['while a name is looked up', 'http://slow.example/', 0],
    ['while the answer is awaited', '/silent', 1],
    ['while the body comes', '/drip', 1],
    ['while the second try is awaited', '/busy', 1],
  ])('%s ends it at once with the reason', async (_, address, visits) => {
    const controller = new AbortController();
    let visited = 0;
    const server = await serve((request, response) => {
      visited += 1;
      if (request.url === '/drip')
        response.writeHead(200, { 'content-type': 'text/html' }).write('a');
      if (request.url === '/busy') response.writeHead(503, { 'retry-after': '3' }).end();
      setTimeout(() => controller.abort(new Error('stopped')), 50);
    });
    if (visits === 0) setTimeout(() => controller.abort(new Error('stopped')), 50);
    const link = address.startsWith('/') ? `${server.url}${address}` : address;
    const started = performance.now();
    const lookup = (): Promise<never> => new Promise(() => undefined);
    const visiting = visitLocal(link, { open: [server], signal: controller.signal, lookup });
    await expect(visiting).rejects.toThrow('stopped');
    expect(visited).toBe(visits);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
