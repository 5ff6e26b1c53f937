import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWN_HEADER } from '../../../src/platforms/playground/http/guard-request.ts';
import { actionLabel } from '../../../src/post/action-label.ts';
import { ACTIONS } from '../../../src/post/actions.ts';
import { makeFolder } from '../../cli/temp-folder.ts';
import { startBot, type BotOnPage } from './start-bot.ts';

let bot: BotOnPage;
let folder: ReturnType<typeof makeFolder>;

beforeAll(async () => {
  folder = makeFolder({ 'mine.yaml': 'files:\n  maxPdfBytes: 1000\n' });
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
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(bot.address);
    const request = httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
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
    expect(await statusAs({ host: 'a b' })).toBe(400);
    expect(await statusAs({}, '/../../package.json')).toBe(404);
    expect(await statusAs({}, '/playground.html')).toBe(404);
  });

  it('takes files up to its limit', async () => {
    const taken = await post('/files?name=quay.html', 'x'.repeat(1000));
    expect(await taken.json()).toMatchObject({ name: 'quay.html', sizeBytes: 1000 });
    expect((await post('/files?name=quay.html', 'x'.repeat(1001))).status).toBe(413);
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
