import type { RawSource } from '../article/read-source.ts';
import type { Problem } from '../article/problem.ts';
import type { Reading } from '../article/reading.ts';
import { createSlots, type Slots } from './slots.ts';
import { startWorker, type Outcome, type WorkerProcess } from './start-worker.ts';
import { defaultWorkers } from './worker-limits.ts';

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

/** The one way to read off the event loop. */
export interface Engine {
  readonly workers: number;
  /** Starts a worker ahead of time, so that it is there when the source is. */
  warm(): void;
  /** Never rejects but with the signal's reason: every other fault is a problem. */
  read(raw: RawSource, signal: AbortSignal): Promise<Reading>;
  /** Ends every worker; reads that still run end as failed. Resolves when nothing of it is left. */
  close(): Promise<void>;
}

/** Generous: a cold machine may need a second. A worker that takes longer never will. */
const startLimitMs = 30_000;

export function createEngine(settings: EngineSettings): Engine {
  return new WorkerPool(settings);
}

class WorkerPool implements Engine {
  readonly workers: number;
  readonly #settings: EngineSettings;
  readonly #slots: Slots;
  readonly #alive = new Set<WorkerProcess>();
  readonly #idle = new Map<WorkerProcess, NodeJS.Timeout>();
  #isClosed = false;

  constructor(settings: EngineSettings) {
    this.#settings = settings;
    this.workers = settings.workers ?? defaultWorkers();
    this.#slots = createSlots({ places: this.workers, maxWaiting: settings.maxWaiting });
  }

  warm(): void {
    if (this.#alive.size === 0 && !this.#isClosed) this.#rest(this.#start());
  }

  async read(raw: RawSource, signal: AbortSignal): Promise<Reading> {
    signal.throwIfAborted();
    if ((await this.#slots.take(signal)) === 'full') return failed({ code: 'too-busy' });
    if (this.#isClosed) {
      this.#slots.give();
      return failed({ code: 'reading-failed', reason: 'the engine is closed' });
    }
    const worker = this.#wake();
    let isReusable = false;
    try {
      const outcome = await this.#ask(worker, raw, signal);
      isReusable = outcome.kind === 'reading' || outcome.kind === 'failed';
      return this.#readingOf(outcome);
    } finally {
      this.#release(worker, isReusable);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const alive = [...this.#alive];
    for (const worker of alive) {
      worker.hold(true);
      worker.end();
    }
    await Promise.all(alive.map((worker) => worker.gone));
  }

  async #ask(worker: WorkerProcess, raw: RawSource, signal: AbortSignal): Promise<Outcome | Late> {
    const start = await within(worker.ready, { limitMs: startLimitMs, signal });
    if (start.kind === 'late') return { kind: 'died', reason: 'it did not start' };
    if (start.kind !== 'ready') return start;
    return within(worker.run(raw), { limitMs: this.#settings.readingDeadlineMs, signal });
  }

  #readingOf(outcome: Outcome | Late): Reading {
    switch (outcome.kind) {
      case 'reading':
        return outcome.reading;
      case 'late':
        return failed({ code: 'reading-too-slow', limitMs: this.#settings.readingDeadlineMs });
      case 'ready':
        return failed({ code: 'reading-failed', reason: 'the worker answered out of turn' });
      default:
        return failed({ code: 'reading-failed', reason: outcome.reason });
    }
  }

  /** A place is free again when its worker rests, or is gone and its memory with it. */
  #release(worker: WorkerProcess, isReusable: boolean): void {
    if (isReusable && worker.isAlive() && !this.#isClosed) {
      this.#rest(worker);
      this.#slots.give();
      return;
    }
    worker.end();
    void worker.gone.then(() => this.#slots.give());
  }

  #wake(): WorkerProcess {
    for (const [worker, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(worker);
      if (!worker.isAlive()) continue;
      worker.hold(true);
      return worker;
    }
    return this.#start();
  }

  #rest(worker: WorkerProcess): void {
    worker.hold(false);
    const endIdle = (): void => {
      this.#idle.delete(worker);
      worker.end();
    };
    this.#idle.set(worker, setTimeout(endIdle, this.#settings.idleMs).unref());
  }

  #start(): WorkerProcess {
    const worker = startWorker();
    this.#alive.add(worker);
    void worker.gone.then(() => {
      this.#alive.delete(worker);
      clearTimeout(this.#idle.get(worker));
      this.#idle.delete(worker);
    });
    return worker;
  }
}

interface Late {
  readonly kind: 'late';
}

/** What `work` becomes, or `late` after the limit; rejects with the signal's reason when that comes first. */
function within<T>(
  work: Promise<T>,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal },
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) return stop();
    const timer = setTimeout(() => resolve({ kind: 'late' }), limitMs);
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    });
  });
}

function failed(problem: Problem): Reading {
  return { status: 'failed', problem };
}
