import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { downloadFile } from '../../../src/platforms/discord/read/download-file.ts';
import { mayFetchFile } from '../../../src/platforms/discord/read/may-fetch-file.ts';

const signal = new AbortController().signal;
const maxBytes = 1000;
let server: Server;
let apiUrl: string;
let asked: { path: string; authorization: string | undefined }[];

beforeEach(async () => {
  asked = [];
  server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, authorization: headers.authorization });
    if (url === '/moved') response.writeHead(302, { location: '/page' }).end();
    else if (url === '/gone') response.writeHead(404).end();
    else if (url === '/endless') response.write('x'.repeat(2000));
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Mill</p>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function download(url: string, sizeBytes?: number) {
  const file = {
    name: 'page.html',
    address: { url },
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  };
  return downloadFile({ fetch, apiUrl, maxBytes }, file, signal);
}
const at = (path: string): string => new URL(path, apiUrl).href;

describe('a file', () => {
  it('is fetched without any token', async () => {
    const downloaded = await download(at('/page'));
    expect(downloaded).toMatchObject({
      status: 'downloaded',
      mediaType: 'text/html; charset=utf-8',
    });
    expect(asked).toEqual([{ path: '/page', authorization: undefined }]);
  });

  it.each([
    ['/moved', 'file-not-readable'],
    ['/gone', 'file-not-readable'],
    ['/endless', 'too-large'],
  ])('at %s is a problem: %s', async (path, code) => {
    expect(await download(at(path))).toMatchObject({ status: 'failed', problem: { code } });
    expect(asked).toHaveLength(1);
  });

  it('that says itself to be too large is not asked for', async () => {
    const problem = { code: 'too-large', limitBytes: maxBytes };
    expect(await download(at('/page'), 5000)).toEqual({ status: 'failed', problem });
    expect(asked).toEqual([]);
  });

  it.each([
    'https://evil.example/page',
    'http://cdn.discordapp.com.evil.example/x',
    'file:///etc/hosts',
    'page',
  ])('at %s is not asked for', async (url) => {
    expect(await download(url)).toMatchObject({ problem: { code: 'address-not-allowed' } });
  });
});

describe('where files may be fetched from', () => {
  it.each([
    ['https://cdn.discordapp.com/attachments/1/2/a.txt', undefined, true],
    ['https://media.discordapp.net/attachments/1/2/a.txt', undefined, true],
    ['http://cdn.discordapp.com/attachments/1/2/a.txt', undefined, false],
    ['https://cdn.discordapp.com:8443/a.txt', undefined, false],
    ['http://127.0.0.1:9/a.txt', undefined, false],
    ['http://127.0.0.1:9/a.txt', 'http://127.0.0.1:8/api', true],
    ['http://10.0.0.1/a.txt', 'http://127.0.0.1:8/api', false],
  ])('%s, with the API at %s: %s', (url, api, may) => {
    expect(mayFetchFile(new URL(url), api)).toBe(may);
  });
});
