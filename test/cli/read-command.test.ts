import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { harbourPage } from './harbour-page.ts';
import { run } from './run.ts';
import { makeFolder } from './temp-folder.ts';

const about = 'The Quay Post · Mara Lindqvist · 2 April 2031, 09:30 (UTC+2) · 1 min read';
const folder = makeFolder({
  'harbour.html': harbourPage,
  'hostile.html': harbourPage.replace('horn', 'horn\u001B[31m\u009B2J\u202E\u0007'),
  'picture.html': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'large.txt': 'x'.repeat(5 * 1024 * 1024 + 1),
  'empty.txt': '',
});
const cwd = folder.path;
afterAll(() => folder.remove());

describe('nutgraf read', () => {
  it('prints title, site, authors, date, minutes and the text plainly into a pipe', async () => {
    const { exitCode, out, err } = await run(['read', 'harbour.html'], { cwd });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const [title, line, ...rest] = out.split('\n');
    expect([title, line, rest[0]]).toEqual(['Harbour opens again', about, '']);
    expect(rest.filter((text) => text !== '').map((text) => text.slice(0, 19))).toEqual([
      'The harbour of Ostv',
      '“We had almost forg',
      'What comes next',
      'The town council wi',
    ]);
    expect(out).not.toContain('\u001B');
  });

  it('wraps to the width of a terminal and sets the title bold', async () => {
    const { out } = await run(['read', 'harbour.html'], { cwd, columns: 40 });
    const lines = out.split('\n');
    expect(lines[0]).toBe('\u001B[1mHarbour opens again\u001B[22m');
    const widths = lines.map((line) => line.replaceAll(/\u001B\[\d+m/gu, '').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(40);
    expect(lines).toContain('\u001B[1mWhat comes next\u001B[22m');
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('uses no styles with %o', async (env) => {
    const { out } = await run(['read', 'harbour.html'], { cwd, columns: 60, env });
    expect(out).not.toContain('\u001B');
  });

  it.each([[[]], [['--markdown']], [['--json']], [['--explain']]])(
    'lets no control character of a page through with %j',
    async (flags) => {
      const { out } = await run(['read', 'hostile.html', ...flags], {
        cwd,
        env: { NO_COLOR: '1' },
        columns: 80,
      });
      expect(out).toContain('horn');
      expect(out).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E]/u);
    },
  );

  it('prints JSON with its keys in order', async () => {
    const { out } = await run(['read', 'harbour.html', '--json'], { cwd });
    const { article } = JSON.parse(out) as { article: Record<string, unknown> };
    expect(Object.keys(article)).toEqual([
      'title',
      'byline',
      'publishedAt',
      'siteName',
      'language',
      'paragraphs',
      'subheads',
      'notes',
    ]);
    expect(article['byline']).toEqual(['Mara Lindqvist']);
    expect(out.trimEnd()).not.toContain('\n');
  });

  it('prints Markdown', async () => {
    const { out } = await run(['read', 'harbour.html', '--markdown'], { cwd });
    expect(out).toMatch(/^# Harbour opens again\n\nThe Quay Post · .*\n\nThe harbour of Ostvik/u);
    expect(out).toContain('\n\n## What comes next\n\nThe town council');
  });

  it('tells with --explain what was cut', async () => {
    const { out } = await run(['read', 'harbour.html', '--explain'], { cwd });
    expect(out).toMatch(/\n\n(?:Cut from the page:\n[a-z-]+: |Nothing was cut from the page\.)/u);
    const onTerminal = await run(['read', 'harbour.html', '--explain'], { cwd, columns: 30 });
    const cuts = onTerminal.out.split('\n').filter((line) => line.startsWith('\u001B[2m'));
    expect(cuts.every((line) => line.length <= 30 + 9)).toBe(true);
    const json = await run(['read', 'harbour.html', '--explain', '--json'], { cwd });
    expect(Object.keys(JSON.parse(json.out) as object)).toEqual(['article', 'cuts']);
  });

  it('reads standard input', async () => {
    const { out } = await run(['read', '-'], { stdin: harbourPage });
    expect(out).toMatch(/^Harbour opens again\n/u);
  });

  it.each([
    ['absent.html', 'There is no file “absent.html”; if it is a link, begin it with https://.'],
    ['.', 'I cannot read the file “.” (it is a folder).'],
    [
      'picture.html',
      'That is no article but image/png; I read web pages, PDF, Markdown and plain text.',
    ],
    [
      'large.txt',
      'That is larger than the 5 MB that I read; give me the text of the article alone.',
    ],
    [
      'ftp://quay.example/x',
      '“ftp://quay.example/x” is no link that I can open; give me one that begins with https:// or http://.',
    ],
  ])('says in one sentence why it cannot read %s', async (source, sentence) => {
    const ran = await run(['read', source], { cwd });
    expect(ran).toEqual({ exitCode: 1, out: '', err: `${sentence}\n` });
  });

  it('opens nothing that may wait for ever', async () => {
    const { exitCode, err } = await run(['read', '/dev/null'], { cwd });
    expect(exitCode).toBe(1);
    expect(err).toContain('it is no ordinary file');
  });

  it('prints a problem as JSON too', async () => {
    const { exitCode, out, err } = await run(['read', 'empty.txt', '--json'], { cwd });
    expect(exitCode).toBe(1);
    const { problem } = JSON.parse(out) as { problem: Record<string, string> };
    expect(Object.keys(problem)).toEqual(['code', 'message']);
    expect(problem['code']).toBe('not-an-article');
    expect(err).toBe(`${problem['message'] ?? ''}\n`);
  });

  it('stops at once when it is interrupted', async () => {
    const stop = new AbortController();
    const reading = run(['read', '-'], { stdin: new PassThrough(), signal: stop.signal });
    stop.abort();
    expect(await reading).toEqual({ exitCode: 130, out: '', err: '' });
  });
});

describe('nutgraf read with a link', () => {
  const server = createServer((request, response) => {
    if (request.url === '/slow') return;
    if (request.url === '/broken') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 99_999 });
      response.write(harbourPage, () => response.destroy());
      return;
    }
    if (request.url === '/harbour') response.setHeader('content-type', 'text/html; charset=utf-8');
    else response.statusCode = 403;
    response.end(request.url === '/harbour' ? harbourPage : '');
  });
  let host = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('reads a page of an allowed private host', async () => {
    const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
    const { out } = await run(['read', `http://${host}/harbour`, '--json'], { env });
    expect(JSON.parse(out)).toMatchObject({
      article: { url: `http://${host}/harbour`, title: 'Harbour opens again' },
    });
  });

  it('says that a page broke off', async () => {
    const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
    const { out } = await run(['read', `http://${host}/broken`, '--json'], { env });
    expect(JSON.parse(out)).toMatchObject({ article: { notes: ['truncated'] } });
  });

  it('opens no private host that is not allowed', async () => {
    const { exitCode, err } = await run(['read', `http://${host}/harbour`]);
    expect(exitCode).toBe(1);
    expect(err).toContain('is not on the public internet');
  });

  it('says what helps when the site refuses', async () => {
    const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
    const { exitCode, err } = await run(['read', `http://${host}/refused`], { env });
    expect(exitCode).toBe(1);
    expect(err).toContain('(403); open it in your browser, select all, copy');
  });

  it('spins on a terminal while it works and leaves nothing of it', async () => {
    const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
    const stop = new AbortController();
    const reading = run(['read', `http://${host}/slow`], {
      env,
      isErrTty: true,
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 400);
    const { exitCode, err } = await reading;
    expect(exitCode).toBe(130);
    expect(err).toContain(`Reading http://${host}/slow`);
    expect(err).toMatch(/\r\u001B\[K$/u);
  });
});
