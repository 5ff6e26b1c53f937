import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../../bin/nutgraf.mjs');

/** The bot as it runs: a process of its own, started as people start it. */
export interface BotProcess {
  /** All that it has written to its log and its errors. */
  readonly output: () => string;
  /** Ends it at once, without a word. */
  kill(): Promise<void>;
  /** Tells it to end; resolves to how it did. */
  stop(): Promise<number | null>;
}

export function startBotProcess(env: Readonly<Record<string, string>>, cwd: string): BotProcess {
  const child = spawn(process.execPath, [program, 'start'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  return {
    output: () => written.join(''),
    async kill() {
      await ended(child, 'SIGKILL');
    },
    stop: () => ended(child, 'SIGTERM'),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await exit;
  return code;
}
