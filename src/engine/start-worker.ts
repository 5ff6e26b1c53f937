import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromWorker, Task } from './task.ts';
import { WORKER_HEAP_MB, WORKER_YOUNG_HEAP_MB } from './worker-limits.ts';

/** What came of a task: the worker's answer, or that the worker died over it. */
export type Outcome = FromWorker | { readonly kind: 'died'; readonly reason: string };

/** A process that does one task at a time. */
export interface WorkerProcess {
  /** Resolves when it can take a task, or has died trying to start. */
  readonly ready: Promise<Outcome>;
  /** Resolves when the process is gone and its memory with it. */
  readonly gone: Promise<void>;
  isAlive(): boolean;
  run(task: Task): Promise<Outcome>;
  /** Whether it keeps the program from ending by itself. */
  hold(isHeld: boolean): void;
  end(): void;
}

const workerFile = new URL('worker.ts', import.meta.url);

/**
 * Starts a worker: a process and not a thread, because V8 ends the whole process, limits of the thread or not, when
 * a single step (a `split`, a spread) asks for more memory than its heap may have, and because a thread is ended
 * only between two steps. It gets no environment: hostile pages are read where no secret is.
 */
export function startWorker(file: URL = workerFile): WorkerProcess {
  const child = fork(fileURLToPath(file), [], {
    execArgv: [
      `--max-old-space-size=${WORKER_HEAP_MB}`,
      `--max-semi-space-size=${WORKER_YOUNG_HEAP_MB}`,
      '--no-warnings',
    ],
    env: workerEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener an error event would end this process; `exit`, or a start that never was, tells the rest.
  child.on('error', () => undefined);
  const gone = whenGone(child);
  return {
    ready: nextOutcome(child),
    gone,
    isAlive: () => child.exitCode === null && child.signalCode === null && child.connected,
    run(task) {
      const outcome = nextOutcome(child);
      child.send(task, (error) => {
        // The channel broke: the worker is dead or will be; `exit` makes the outcome.
        if (error !== null) child.kill('SIGKILL');
      });
      return outcome;
    },
    hold(isHeld) {
      if (isHeld) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
    end: () => void child.kill('SIGKILL'),
  };
}

function workerEnvironment(): Record<string, string> {
  const cacheOfThisNode = getCompileCacheDir();
  // The variable names the folder above, in which each version of Node has one of its own.
  return cacheOfThisNode === undefined ? {} : { NODE_COMPILE_CACHE: dirname(cacheOfThisNode) };
}

async function whenGone(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  await once(child, 'exit');
}

/** The next thing that happens to a worker: it speaks or it dies. */
function nextOutcome(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onError);
      resolve(outcome);
    };
    const onMessage = (message: unknown): void => settle(message as FromWorker);
    const onExit = (code: number | null, signal: string | null): void =>
      settle({ kind: 'died', reason: signal ?? `exit code ${String(code)}` });
    const onError = (error: Error): void => settle({ kind: 'died', reason: error.message });
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.on('error', onError);
  });
}
