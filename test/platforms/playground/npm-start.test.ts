import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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

it('says in one sentence that its port is taken', async () => {
  const folder = makeFolder({});
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const { port } = other.address() as AddressInfo;
  const started = spawn(process.execPath, [program, 'start'], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], PLAYGROUND_PORT: String(port) },
  });
  let said = '';
  started.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(started, 'close');
  other.close();
  folder.remove();
  expect(said.split('\n')[0]).toBe(
    `Nutgraf does not start: port ${port} cannot be listened to: another program has it`,
  );
});

it('says where it is found where it listens on all addresses', async () => {
  const folder = makeFolder({});
  const started = spawn(process.execPath, [program, 'start'], {
    cwd: folder.path,
    env: {
      PATH: process.env['PATH'],
      PLAYGROUND_PORT: '0',
      PLAYGROUND_HOST: '0.0.0.0',
      PLAYGROUND_PASSWORD: 'tide and mooring',
    },
  });
  const ended = once(started, 'exit');
  const [line] = (await once(started.stderr, 'data')) as [Buffer];
  started.kill('SIGTERM');
  await ended;
  folder.remove();
  expect(line.toString()).toMatch(/^Playground on http:\/\/localhost:\d+, and for others at/u);
});
