import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWN_HEADER } from '../../../src/platforms/playground/http/guard-request.ts';
import { actionLabel } from '../../../src/post/action-label.ts';
import { ACTIONS } from '../../../src/post/actions.ts';
import { makeFolder } from '../../cli/temp-folder.ts';
import { startBot, type BotOnPage } from './start-bot.ts';

let bot: BotOnPage;
let folder: ReturnType<typeof makeFolder>;

beforeAll(async () => {
  folder = makeFolder({ 'mine.yaml': 'files:\n  maxPdfBytes: 20480\n  maxBytes: 1024\n' });
  bot = await startBot(folder.path, { NUTGRAF_CONFIG: 'mine.yaml' });
});
afterAll(async () => {
  await bot.stop();
  folder.remove();
});

function post(path: string, body: string): Promise<Response> {
  const headers = { origin: bot.address, [OWN_HEADER]: '1' };
  return fetch(`${bot.address}${path}`, { method: 'POST', headers, body });
}

/** With headers that `fetch` does not let anybody set. */
function statusAs(
  headers: Readonly<Record<string, string>>,
  path = '/',
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(bot.address);
    const place = { host: '127.0.0.1', port, path, headers, method };
    const request = httpRequest(place, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end();
  });
}

describe('the playground over HTTP', () => {
  it('lets scripts and styles come from nowhere but its own files', async () => {
    const answer = await fetch(bot.address);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=|https?:/u);
  });

  it('is for nobody who comes by another name', async () => {
    expect(await statusAs({ host: `127.0.0.1:${bot.port}` })).toBe(200);
    expect(await statusAs({ host: `rebound.example:${bot.port}` })).toBe(403);
    for (const host of ['a b', `evil.example@localhost:${bot.port}`, 'localhost#evil.example'])
      expect([host, await statusAs({ host })]).toEqual([host, 400]);
    expect(await statusAs({}, '/', 'TRACE')).toBe(405);
    expect(await statusAs({}, '/../../package.json')).toBe(404);
    expect(await statusAs({}, '/playground.html')).toBe(404);
  });

  it('takes files up to its limit', async () => {
    const taken = await post('/files?name=quay.html', 'x'.repeat(1024));
    expect(await taken.json()).toMatchObject({ name: 'quay.html', sizeBytes: 1024 });
    const page = await post('/files?name=quay.html', 'x'.repeat(1025));
    expect(page.status).toBe(413);
    expect(await page.text()).toContain('may have up to 1 KB, and only a PDF up to 20 KB');
    const pdf = `%PDF-1.7\n${'x'.repeat(20_000)}`;
    expect((await post('/files?name=quay.pdf', pdf)).status).toBe(200);
    const larger = await post('/files?name=quay.pdf', pdf + pdf);
    expect(larger.status).toBe(413);
    expect(await larger.text()).toContain('a PDF may have up to 20 KB');
  });

  it('answers at once what is too large, and takes the rest along', async () => {
    const { port } = new URL(bot.address);
    const socket = connect(Number(port), '127.0.0.1');
    const sizeBytes = 40 * 1024 * 1024;
    const head = `POST /files?name=sea.bin HTTP/1.1\r\nhost: localhost:${port}\r\norigin: ${bot.address}\r\n${OWN_HEADER}: 1\r\ncontent-length: ${sizeBytes}\r\n\r\n`;
    socket.write(head + 'x'.repeat(1024 * 1024));
    const [early] = (await once(socket, 'data')) as [Buffer];
    expect(early.toString()).toContain('HTTP/1.1 413');
    // The rest is taken, and the connection is good for what comes next.
    socket.write(Buffer.alloc(sizeBytes - 1024 * 1024));
    socket.write(`GET /favicon.svg HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`);
    let next = '';
    socket.on('data', (chunk: Buffer) => (next += chunk.toString()));
    while (!next.includes('HTTP/1.1 200')) await once(socket, 'data');
    socket.destroy();
  });

  it('sends what is asked for again only where it is another, and large data packed', async () => {
    const first = await fetch(bot.address);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(bot.address, { headers: { 'if-none-match': etag } });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
    const head = await fetch(bot.address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toContain('text/html');
    const packed = await fetch(`${bot.address}/digests`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.json()).toEqual({ digests: [] });
    const headers = { 'accept-encoding': 'gzip;q=0' };
    const plain = await fetch(`${bot.address}/digests`, { headers });
    expect(plain.headers.has('content-encoding')).toBe(false);
  });

  it('is not shut by connections on which nothing is said', async () => {
    const { port } = new URL(bot.address);
    const events = await fetch(`${bot.address}/events`);
    const idle = Array.from({ length: 260 }, () => connect(Number(port), '127.0.0.1'));
    for (const socket of idle) socket.on('error', () => undefined);
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    expect(await statusAs({})).toBe(200);
    // What is being answered goes on.
    const reader = events.body?.getReader();
    await reader?.read();
    await post('/say', JSON.stringify({ id: 'said-beside-them-all', text: '/nutgraf help' }));
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('said-beside-them-all');
    await reader?.cancel();
    for (const socket of idle) socket.destroy();
    await post('/clear', '');
  });

  it('takes nothing that its page does not send', async () => {
    const id = 'a-name-of-its-own';
    for (const body of ['', '{', '[]', '{"id":"../../x","text":"help"}', '{"id":7}'])
      expect([body, (await post('/say', body)).status]).toEqual([body, 400]);
    expect((await post('/press', JSON.stringify({ id, message: id, action: 'own' }))).status).toBe(
      400,
    );
    const gone = await post('/press', JSON.stringify({ id, message: id, action: 'shorter' }));
    expect(await gone.json()).toEqual({ status: 'gone' });
    const long = JSON.stringify({ id, text: 'x'.repeat(70_000) });
    expect((await post('/say', long)).status).toBe(413);
    expect((await fetch(`${bot.address}/say`, { method: 'POST', body: '{}' })).status).toBe(403);
    expect((await fetch(`${bot.address}/article?id=none`)).status).toBe(404);
  });

  it('tells the page what the buttons say', async () => {
    const events = await fetch(`${bot.address}/events`);
    const reader = events.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    const data = /^data: (.*)$/mu.exec(first)?.[1] ?? '';
    const { labels } = JSON.parse(data) as { readonly labels: Record<string, string> };
    expect(labels).toEqual(Object.fromEntries(ACTIONS.map((one) => [one, actionLabel(one)])));
  });

  it('says once what is sent twice', async () => {
    const said = JSON.stringify({ id: 'said-and-said-again', text: '/nutgraf help' });
    await post('/say', said);
    await post('/say', said);
    const events = await fetch(`${bot.address}/events`);
    const reader = events.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(first.match(/said-and-said-again/gu)).toHaveLength(1);
    expect(first.match(/What I can do/gu)).toHaveLength(1);
  });
});
