import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../../bin/nutgraf.mjs');

/** The bot as it runs: a process of its own, started as people start it. */
export interface BotProcess {
  /** All that it has written to its log and its errors. */
  readonly output: () => string;
  readonly pid: number;
  /**
   * Waits for something to be so, looking again whenever it writes a line; for half a minute unless told otherwise.
   * @throws where it ends before
   */
  until(isSo: () => boolean, patienceMs?: number): Promise<void>;
  /** Resolves once it says that it takes what people ask. */
  ready(): Promise<void>;
  /** Ends it at once, without a word. */
  kill(): Promise<void>;
  /** Tells it to end; resolves to how it did. */
  stop(): Promise<number | null>;
}

const PATIENCE_MS = 30_000;

export function startBotProcess(env: Readonly<Record<string, string>>, cwd: string): BotProcess {
  const child = spawn(process.execPath, [program, 'start'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: string[] = [];
  const heard = new EventEmitter();
  const output = (): string => written.join('');
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      written.push(chunk.toString());
      heard.emit('more');
    });
  child.on('exit', () => heard.emit('more'));
  const until = async (isSo: () => boolean, patienceMs = PATIENCE_MS): Promise<void> => {
    const signal = AbortSignal.timeout(patienceMs);
    while (!isSo()) {
      if (hasEnded(child)) throw new Error(`It has ended:\n${output()}`);
      await once(heard, 'more', { signal });
    }
  };
  return {
    output,
    pid: child.pid ?? 0,
    until,
    ready: () => until(() => output().includes('Ctrl-C stops it')),
    async kill() {
      await ended(child, 'SIGKILL');
    },
    stop: () => ended(child, 'SIGTERM'),
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (hasEnded(child)) return child.exitCode;
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await exit;
  return code;
}
