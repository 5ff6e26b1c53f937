import type { Article, Span } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { RawSource } from '../article/read-source.ts';
import type { ParsedFeed, RawFeed } from '../digest/feeds/parse-feed.ts';
import { parseLine } from './parse-line.ts';
import { startWorker } from './start-worker.ts';
import type { Summarized } from './summarized.ts';
import type { KeptArticle, LineAnswer, LineOptions, SummaryForm, Task } from './task.ts';
import type { Wanted } from './wanted.ts';
import { defaultWorkers } from './worker-limits.ts';
import { WorkerPool, type PoolOutcome } from './worker-pool.ts';

export interface EngineSettings {
  /** How many sources are read at once; as many as there are cores, within the memory limit, when it is not said. */
  readonly workers?: number;
  /** From the moment a worker has the source, all that is wanted of it included. */
  readonly readingDeadlineMs: number;
  /** How many may wait for a worker; whoever comes then is told that it is too much. */
  readonly maxWaiting: number;
  /** A worker without work is ended after this time. */
  readonly idleMs: number;
}

/** Where an article answers a question, or why that could not be looked for. */
export type FoundPlaces =
  | { readonly status: 'done'; readonly places: readonly Span[] }
  | { readonly status: 'failed'; readonly problem: Problem };

/** What stands at a feed's address, or why that could not be looked at. */
export type FeedOutcome =
  | { readonly status: 'done'; readonly parsed: ParsedFeed }
  | { readonly status: 'failed'; readonly problem: Problem };

/** The one way to read and summarize off the event loop. Work rejects with the signal's reason only; every other fault is a problem. */
export interface Engine {
  readonly workers: number;
  /** Starts a worker ahead of time, so that it is there when the source is. */
  warm(): void;
  workOn(raw: RawSource, wanted: Wanted, signal: AbortSignal): Promise<Summarized>;
  /** Takes a line of a batch as its bytes: their JSON never burdens this process. */
  workOnLine(line: Uint8Array, options: LineOptions, signal: AbortSignal): Promise<LineAnswer>;
  /** The summary of an article that was read before. */
  summarizeKept(kept: KeptArticle, form: SummaryForm, signal: AbortSignal): Promise<Summarized>;
  /** The places of an article that answer a question, best first; none where it does not say. */
  findPlaces(article: Article, question: string, signal: AbortSignal): Promise<FoundPlaces>;
  readFeed(raw: RawFeed, signal: AbortSignal): Promise<FeedOutcome>;
  /** Ends every worker; work that still runs ends as failed. Resolves when nothing of it is left. */
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
    async workOn(raw, wanted, signal) {
      const outcome = await twice(
        (isFrugal) => ({ kind: 'source', raw: { ...raw, isFrugal }, wanted }),
        signal,
      );
      return outcome.kind === 'done' ? outcome.result : failed(problemOf(outcome, deadlineMs));
    },
    async workOnLine(line, options, signal) {
      const outcome = await twice(
        (isFrugal) => ({ kind: 'line', line, options: { ...options, isFrugal } }),
        signal,
      );
      if (outcome.kind === 'line') return outcome.answer;
      // The worker took the id with it.
      const parsed = parseLine(line);
      if (parsed.status === 'bad') return parsed;
      return { status: 'done', id: parsed.id, result: failed(problemOf(outcome, deadlineMs)) };
    },
    async summarizeKept(kept, form, signal) {
      const outcome = await pool.run({ kind: 'kept', kept, form }, signal);
      return outcome.kind === 'done' ? outcome.result : failed(problemOf(outcome, deadlineMs));
    },
    async findPlaces(article, question, signal) {
      const outcome = await pool.run({ kind: 'question', article, question }, signal);
      return outcome.kind === 'places'
        ? { status: 'done', places: outcome.places }
        : { status: 'failed', problem: problemOf(outcome, deadlineMs) };
    },
    async readFeed(raw, signal) {
      const outcome = await pool.run({ kind: 'feed', raw }, signal);
      return outcome.kind === 'feed'
        ? { status: 'done', parsed: outcome.parsed }
        : { status: 'failed', problem: problemOf(outcome, deadlineMs) };
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
    case 'done':
    case 'line':
    case 'places':
    case 'feed':
      return { code: 'reading-failed', reason: 'the worker answered out of turn' };
  }
}

function failed(problem: Problem): Summarized {
  return { status: 'failed', problem };
}
