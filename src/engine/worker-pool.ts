import type { Article } from '../article/article.ts';
import { createSlots, type Slots } from './slots.ts';
import type { Outcome, WorkerProcess } from './start-worker.ts';
import type { Task } from './task.ts';
import { within, type Late } from './within.ts';
import { HEAVY_BYTES } from './worker-limits.ts';

export interface PoolSettings {
  readonly workers: number;
  /** From the moment a worker has the task. */
  readonly deadlineMs: number;
  readonly maxWaiting: number;
  /** A worker without work is ended after this time. */
  readonly idleMs: number;
  readonly start: () => WorkerProcess;
}

/** Generous: a cold machine may need a second. A worker that takes longer never will. */
const START_LIMIT_MS = 30_000;

/** What came of a task: what its worker did, or why it never got one. */
export type PoolOutcome = Outcome | Late | { readonly kind: 'full' | 'closed' | 'unstarted' };

/** Workers that are started when there is work, replaced when they die and ended when they idle. */
export class WorkerPool {
  readonly #settings: PoolSettings;
  readonly #slots: Slots;
  readonly #alive = new Set<WorkerProcess>();
  readonly #idle = new Map<WorkerProcess, NodeJS.Timeout>();
  #isClosed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#slots = createSlots({ places: settings.workers, maxWaiting: settings.maxWaiting });
  }

  warm(): void {
    if (this.#alive.size === 0 && !this.#isClosed) this.#rest(this.#start());
  }

  /** Has a task done. Rejects with the signal's reason when that comes first; its worker is ended then. */
  async run(task: Task, signal: AbortSignal): Promise<PoolOutcome> {
    signal.throwIfAborted();
    const isHeavy = sizeBytes(task) >= HEAVY_BYTES;
    const places = isHeavy ? Math.min(2, this.#settings.workers) : 1;
    if ((await this.#slots.take(places, signal)) === 'full') return { kind: 'full' };
    if (this.#isClosed) {
      this.#slots.give(places);
      return { kind: 'closed' };
    }
    const worker = this.#wake();
    let isSound = false;
    try {
      const outcome = await this.#ask(worker, task, signal);
      isSound = SOUND.has(outcome.kind);
      return outcome;
    } finally {
      this.#release(worker, places, isSound && !isHeavy);
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

  async #ask(worker: WorkerProcess, task: Task, signal: AbortSignal): Promise<PoolOutcome> {
    const start = await within(worker.ready, { limitMs: START_LIMIT_MS, signal });
    if (start.kind !== 'ready') return { kind: 'unstarted' };
    return within(worker.run(task), { limitMs: this.#settings.deadlineMs, signal });
  }

  /** Places are free again when its worker rests, or is gone and its memory with it. */
  #release(worker: WorkerProcess, places: number, isReusable: boolean): void {
    if (isReusable && worker.isAlive() && !this.#isClosed) {
      this.#rest(worker);
      this.#slots.give(places);
      return;
    }
    worker.end();
    void worker.gone.then(() => this.#slots.give(places));
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
    const worker = this.#settings.start();
    this.#alive.add(worker);
    void worker.gone.then(() => {
      this.#alive.delete(worker);
      clearTimeout(this.#idle.get(worker));
      this.#idle.delete(worker);
    });
    return worker;
  }
}

/** A worker that answered like this can take the next task. */
const SOUND: ReadonlySet<PoolOutcome['kind']> = new Set([
  'done',
  'line',
  'places',
  'feed',
  'failed',
]);

function sizeBytes(task: Task): number {
  switch (task.kind) {
    case 'source':
      return task.raw.body.length;
    case 'line':
      return task.line.byteLength;
    case 'feed':
      return task.raw.body.byteLength;
    case 'kept':
      return sizeOf(task.kept.article);
    case 'question':
      return sizeOf(task.article);
  }
}

function sizeOf({ paragraphs }: Article): number {
  return paragraphs.reduce((sum, text) => sum + text.length, 0);
}
