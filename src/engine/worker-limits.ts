import { availableParallelism } from 'node:os';

/** How far one worker's JavaScript heap may grow before it is ended. Ours. */
export const WORKER_HEAP_MB = 96;

/** Young generation of a worker: small, since a page's document lives as long as its task. */
export const WORKER_YOUNG_HEAP_MB = 4;

/** What a worker holds beside its heap at most: code, the page's bytes. Node's program is shared. Measured. */
const WORKER_OVERHEAD_MB = 70;

/**
 * A source from this size on counts for two workers, and its worker is not kept: its bytes are held several times, as
 * bytes, as text and on their way between processes.
 */
export const HEAVY_BYTES = 1024 * 1024;

/** What the main process holds at most: Node's program, itself, bodies on their way, articles that wait for their turn. Measured. */
const MAIN_PROCESS_MB = 160;

/** What the whole of Nutgraf may hold resident on default settings. */
const RESIDENT_LIMIT_MB = 512;

/** As many workers as there are cores, and never so many that all of them together could break the resident limit. */
export function defaultWorkers(): number {
  const perWorkerMb = WORKER_HEAP_MB + WORKER_OVERHEAD_MB;
  const fitting = Math.floor((RESIDENT_LIMIT_MB - MAIN_PROCESS_MB) / perWorkerMb);
  return Math.max(1, Math.min(availableParallelism(), fitting));
}
