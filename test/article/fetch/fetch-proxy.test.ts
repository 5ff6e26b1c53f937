import { connect } from 'node:net';
import http from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { findProxy } from '../../../src/article/fetch/find-proxy.ts';
import { listen, serve, serveRaw, type LocalServer } from './local-server.ts';
import { outcomeOf, visitLocal } from './visit-local.ts';

interface TinyProxy extends LocalServer {
  /** First lines of what it was asked, and the credentials that came along. */
  readonly asked: string[];
}

/** A proxy that sends everything, whatever its name, to one server. */
async function serveProxy(target: LocalServer, status = 200): Promise<TinyProxy> {
  const asked: string[] = [];
  const note = ({ method, url, headers }: http.IncomingMessage): void => {
    asked.push(`${method ?? ''} ${url ?? ''} ${headers['proxy-authorization'] ?? '-'}`);
  };
  const server = http.createServer((request, response) => {
    note(request);
    const path = new URL(request.url ?? '').pathname;
    http.get(`${target.url}${path}`, (answer) => answer.pipe(response));
  });
  server.on('connect', (request, socket) => {
    note(request);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const upstream = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  return { ...(await listen(server)), asked };
}

const publicLookup = (): Promise<string[]> => Promise.resolve(['8.8.8.8']);

describe('a proxy', () => {
  it('is asked for the whole address of an http link', async () => {
    const target = await serve((_, response) => void response.end('through'));
    const proxy = await serveProxy(target);
    const fetched = await visitLocal('http://news.example/a', {
      lookup: publicLookup,
      proxy: { http: proxy.url.replace('//', '//ann:p%40ss@') },
    });
    expect(outcomeOf(fetched)).toBe('through');
    const credentials = Buffer.from('ann:p@ss').toString('base64');
    expect(proxy.asked).toEqual([`GET http://news.example/a Basic ${credentials}`]);
  });

  it('may be named without a scheme, and knows names that are unknown here', async () => {
    const target = await serve((_, response) => void response.end('through'));
    const proxy = await serveProxy(target);
    const fetched = await visitLocal('http://news.example/a', { proxy: { http: proxy.hostPort } });
    expect(outcomeOf(fetched)).toBe('through');
  });

  it.each([
    [407, { code: 'refused', host: 'news.example', status: 407 }],
    [403, { code: 'unreachable', host: 'news.example', reason: 'the proxy answered 403' }],
  ])('that refuses a way with %d is a problem', async (status, problem) => {
    const proxy = await serveProxy(await serveRaw(() => undefined), status);
    const fetched = await visitLocal('https://news.example/a', {
      lookup: publicLookup,
      proxy: { https: proxy.url },
    });
    expect(outcomeOf(fetched)).toEqual(problem);
    expect(proxy.asked).toEqual(['CONNECT news.example:443 -']);
  });

  it('that is not there, not HTTP or silent is a problem', async () => {
    const visitThrough = async (https: string, connectMs = 10_000) =>
      visitLocal('https://news.example/', {
        lookup: publicLookup,
        proxy: { https },
        limits: { connectMs },
      });
    const rude = await serveRaw((socket) => void socket.end('SSH-2.0-harbour\r\n'));
    const silent = await serveRaw((socket) => void socket.resume());
    expect(await visitThrough('http://127.0.0.1:1')).toMatchObject({
      problem: { reason: 'connection refused' },
    });
    expect(await visitThrough(rude.url)).toMatchObject({
      problem: { code: 'unreachable', reason: 'answer is not HTTP' },
    });
    expect(await visitThrough(silent.url, 200)).toMatchObject({
      problem: { code: 'too-slow', limitMs: 200 },
    });
    expect(await visitThrough('socks5://127.0.0.1:1')).toMatchObject({
      problem: { reason: 'proxy setting not usable' },
    });
  });

  it('is not asked for what is not public, at once or after a redirect', async () => {
    const target = await serve((_, response) => void response.end('inside'));
    const proxy = await serveProxy(target);
    const options = { proxy: { http: proxy.url, https: proxy.url } };
    for (const link of ['http://127.0.0.1/', 'https://169.254.169.254/', 'http://localhost/']) {
      expect(await visitLocal(link, options)).toMatchObject({
        problem: { code: 'address-not-allowed' },
      });
    }
    const lookup = (): Promise<string[]> => Promise.resolve(['8.8.8.8', '10.0.0.1']);
    expect(await visitLocal('http://a.example/', { ...options, lookup })).toMatchObject({
      status: 'failed',
    });
    expect(proxy.asked).toEqual([]);
  });

  it('is passed by for the hosts that are excepted', async () => {
    const target = await serve((_, response) => void response.end('direct'));
    const proxy = { http: 'http://127.0.0.1:1', except: 'wiki.example, 127.0.0.0/8' };
    expect(outcomeOf(await visitLocal(target.url, { open: [target], proxy }))).toBe('direct');
  });
});

describe('the list of hosts without a proxy', () => {
  const isDirect = (link: string, except: string): boolean =>
    findProxy(new URL(link), { http: 'http://p:1', https: 'http://p:1', except }) === 'direct';

  it.each([
    ['http://news.example/', '*'],
    ['http://news.example/', 'news.example'],
    ['http://NEWS.example./', ' other.example News.Example '],
    ['http://a.news.example/', 'news.example'],
    ['http://a.news.example/', '.news.example'],
    ['http://a.news.example/', '*.news.example'],
    ['https://news.example/', 'news.example:443'],
    ['http://10.1.2.3/', '10.0.0.0/8'],
    ['http://10.1.2.3:81/', '10.1.2.3'],
    ['http://[fd00::1]/', 'fd00::/8'],
    ['http://[::1]:81/', '[::1]:81'],
    ['http://[::1]/', '::1'],
  ])('has %s in %j', (link, except) => {
    expect(isDirect(link, except)).toBe(true);
  });

  it.each([
    ['http://news.example/', ''],
    ['http://news.example/', 'example.news, s.example'],
    ['http://fakenews.example/', 'news.example'],
    ['http://news.example/', 'news.example:443'],
    ['http://11.1.2.3/', '10.0.0.0/8'],
    ['http://news.example/', '10.0.0.0/8'],
    ['http://10.1.2.3/', 'fd00::/8'],
    ['http://news.example/', '. , *.'],
  ])('does not have %s in %j', (link, except) => {
    expect(isDirect(link, except)).toBe(false);
  });
});
