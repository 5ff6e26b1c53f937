import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { makeFolder } from '../../cli/temp-folder.ts';

const program = path.resolve(import.meta.dirname, '../../../bin/nutgraf.mjs');

it('with nothing set up the program says one line, where the playground is, and is it', async () => {
  const folder = makeFolder({});
  const started = spawn(process.execPath, [program, 'start'], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], PLAYGROUND_PORT: '0' },
  });
  const ended = once(started, 'exit');
  let said = '';
  started.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    while (!said.includes('\n')) await Promise.race([once(started.stderr, 'data'), ended]);
    expect(said).toMatch(/^Playground on http:\/\/localhost:\d+\n$/u);
    const page = await fetch(said.trim().split(' ').at(-1) ?? '');
    expect(await page.text()).toContain('<title>Nutgraf playground</title>');
  } finally {
    started.kill('SIGTERM');
    const [exitCode] = (await ended) as [number | null];
    folder.remove();
    expect(exitCode).toBe(0);
  }
  expect(said.trim().split('\n')).toHaveLength(2);
});
