import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { harbourPage } from '../cli/harbour-page.ts';
import { makeFolder } from '../cli/temp-folder.ts';

const bin = resolve(import.meta.dirname, '../../bin/nutgraf.mjs');
const root = resolve(import.meta.dirname, '../..');

interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, out: out.join(''), err: err.join('') };
}

function nutgraf(
  argv: readonly string[],
  { node = process.execPath, stdin = '' } = {},
): Promise<Ended> {
  const child = spawn(node, [bin, ...argv]);
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return ended(child);
}

/** A Node that cannot run TypeScript, where the machine has one. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node', '/bin/node'].find((path) => {
  if (!existsSync(path)) return false;
  const version = spawnSync(path, ['-p', 'process.versions.node']).stdout.toString();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 18 && (major < 24 || (major === 24 && minor < 15));
});
const itWithOldNode = oldNode === undefined ? it.skip : it;

describe('bin/nutgraf.mjs', () => {
  it('reads standard input and prints the article without a warning', async () => {
    const { exitCode, out, err } = await nutgraf(['read', '-'], { stdin: harbourPage });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/^Harbour opens again\n/u);
  });

  it('summarizes standard input without a warning', async () => {
    const { exitCode, out, err } = await nutgraf(['summarize', '-'], { stdin: harbourPage });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/^Harbour opens again\n[^]*\n•/u);
  });

  it.each([
    [['summarize', 'absent.html'], 1],
    [['summarize', 'x', '--length', 'long'], 2],
    [['read', 'absent.html'], 1],
    [['read'], 2],
    [['--version'], 0],
  ])('exits after %j with %i', async (argv, exitCode) => {
    expect((await nutgraf(argv)).exitCode).toBe(exitCode);
  });

  it('is quiet when whoever reads its output has gone', async () => {
    const line = JSON.stringify({ id: 1, text: `${'A line of some length. '.repeat(500)}\n` });
    const batch = spawn(process.execPath, [bin, 'batch', '--as-text']);
    batch.stdin.on('error', () => undefined);
    batch.stdin.end(`${line}\n`.repeat(200));
    batch.stdout.once('data', () => batch.stdout.destroy());
    const { exitCode, err } = await ended(batch);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops at once on %s while a page is on its way', async (signal, exitCode) => {
    const server = createServer();
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { ...process.env, NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
    const child = spawn(process.execPath, [bin, 'read', `http://${host}/`], { env });
    await once(server, 'request');
    const stoppedAt = performance.now();
    child.kill(signal);
    expect(await ended(child)).toEqual({ exitCode, out: '', err: '' });
    expect(performance.now() - stoppedAt).toBeLessThan(3000);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  itWithOldNode('falls back from an old Node to the one of the project', async () => {
    const { exitCode, out, err } = await nutgraf(['read', '-', '--json'], {
      ...(oldNode === undefined ? {} : { node: oldNode }),
      stdin: harbourPage,
    });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toContain('"title":"Harbour opens again"');
  });

  itWithOldNode('passes exit codes and signals on through an old Node', async () => {
    const node = oldNode ?? '';
    expect((await nutgraf(['read', 'absent.html'], { node })).exitCode).toBe(1);
    const waiting = spawn(node, [bin, 'batch']);
    waiting.stdin.write(`${JSON.stringify({ id: 1, text: 'x' })}\n`);
    await once(waiting.stdout, 'data');
    waiting.kill('SIGINT');
    expect((await ended(waiting)).exitCode).toBe(130);
  });

  itWithOldNode(
    'says in a sentence what to install where there is no Node to fall back to',
    async () => {
      const folder = makeFolder({});
      mkdirSync(join(folder.path, 'bin'));
      copyFileSync(bin, join(folder.path, 'bin/nutgraf.mjs'));
      const child = spawn(oldNode ?? '', [join(folder.path, 'bin/nutgraf.mjs'), 'read', 'x']);
      const { exitCode, out, err } = await ended(child);
      folder.remove();
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      expect(err).toMatch(
        /^Nutgraf needs Node\.js 24\.15 or newer and this is [\d.]+: .*npm ci.*\.\n$/u,
      );
    },
  );

  it('runs from any folder', async () => {
    const folder = makeFolder({ 'page.html': harbourPage });
    const child = spawn(process.execPath, [bin, 'read', 'page.html'], { cwd: folder.path });
    const { out } = await ended(child);
    folder.remove();
    expect(out).toMatch(/^Harbour opens again\n/u);
    expect(folder.path.startsWith(root)).toBe(false);
  });
});
