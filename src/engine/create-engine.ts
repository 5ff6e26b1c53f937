import type { Problem } from '../article/problem.ts';
import type { RawSource } from '../article/read-source.ts';
import type { Reading } from '../article/reading.ts';
import { parseLine } from './parse-line.ts';
import { startWorker } from './start-worker.ts';
import type { LineAnswer, LineOptions, Task } from './task.ts';
import { defaultWorkers } from './worker-limits.ts';
import { WorkerPool, type PoolOutcome } from './worker-pool.ts';

export interface EngineSettings {
  /** How many sources are read at once; as many as there are cores, within the memory limit, when it is not said. */
  readonly workers?: number;
  /** From the moment a worker has the source. */
  readonly readingDeadlineMs: number;
  /** How many may wait for a worker; whoever comes then is told that it is too much. */
  readonly maxWaiting: number;
  /** A worker without work is ended after this time. */
  readonly idleMs: number;
}

/** The one way to read off the event loop. Its reads reject with the signal's reason only; every other fault is a problem. */
export interface Engine {
  readonly workers: number;
  /** Starts a worker ahead of time, so that it is there when the source is. */
  warm(): void;
  read(raw: RawSource, signal: AbortSignal): Promise<Reading>;
  /** Reads a line of a batch as its bytes: their JSON never burdens this process. */
  readLine(line: Uint8Array, options: LineOptions, signal: AbortSignal): Promise<LineAnswer>;
  /** Ends every worker; reads that still run end as failed. Resolves when nothing of it is left. */
  close(): Promise<void>;
}

export function createEngine(settings: EngineSettings): Engine {
  const workers = settings.workers ?? defaultWorkers();
  const deadlineMs = settings.readingDeadlineMs;
  const pool = new WorkerPool({ ...settings, workers, deadlineMs, start: () => startWorker() });
  /** A source that its worker died over gets a second worker and less memory to die of. */
  const twice = async (
    task: (isFrugal: boolean) => Task,
    signal: AbortSignal,
  ): Promise<PoolOutcome> => {
    const outcome = await pool.run(task(false), signal);
    return outcome.kind === 'died' ? pool.run(task(true), signal) : outcome;
  };
  return {
    workers,
    warm: () => pool.warm(),
    async read(raw, signal) {
      const outcome = await twice(
        (isFrugal) => ({ kind: 'source', raw: { ...raw, isFrugal } }),
        signal,
      );
      return outcome.kind === 'reading' ? outcome.reading : failed(problemOf(outcome, deadlineMs));
    },
    async readLine(line, options, signal) {
      const outcome = await twice(
        (isFrugal) => ({ kind: 'line', line, options: { ...options, isFrugal } }),
        signal,
      );
      if (outcome.kind === 'line') return outcome.answer;
      // The worker took the id with it.
      const parsed = parseLine(line);
      if (parsed.status === 'bad') return parsed;
      return { status: 'done', id: parsed.id, reading: failed(problemOf(outcome, deadlineMs)) };
    },
    close: () => pool.close(),
  };
}

function problemOf(outcome: PoolOutcome, limitMs: number): Problem {
  switch (outcome.kind) {
    case 'full':
      return { code: 'too-busy' };
    case 'unstarted':
      return { code: 'reader-not-started' };
    case 'late':
      return { code: 'reading-too-slow', limitMs };
    case 'closed':
      return { code: 'reading-failed', reason: 'the engine is closed' };
    case 'died':
    case 'failed':
      return { code: 'reading-failed', reason: outcome.reason };
    case 'ready':
    case 'reading':
    case 'line':
      return { code: 'reading-failed', reason: 'the worker answered out of turn' };
  }
}

function failed(problem: Problem): Reading {
  return { status: 'failed', problem };
}
