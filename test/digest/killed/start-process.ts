import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Tells, Told } from './digest-process.ts';

const file = path.resolve(import.meta.dirname, 'digest-process.ts');

export interface DigestProcess {
  /** Lets a minute begin, after so long; resolves once nothing is under way, or the process is dead. */
  tick(forwardMs?: number): Promise<void>;
  kill(): Promise<void>;
  readonly output: () => string;
}

const PATIENCE_MS = 60_000;

export async function startProcess(env: Readonly<Record<string, string>>): Promise<DigestProcess> {
  const child = fork(file, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  const written: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const output = (): string => written.join('');
  const heard = async (): Promise<Tells | undefined> => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const [message] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => [undefined]),
    ])) as [Tells | undefined];
    return message;
  };
  if ((await heard())?.kind !== 'ready') throw new Error(`It does not start:\n${output()}`);
  return {
    output,
    async tick(forwardMs = 0) {
      const told: Told = { kind: 'tick', forwardMs };
      const idle = heard();
      child.send(told);
      await idle;
    },
    async kill() {
      if (hasEnded(child)) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
