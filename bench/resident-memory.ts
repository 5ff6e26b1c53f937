import { readFileSync, readdirSync } from 'node:fs';

/** What a process and the processes that it started hold in memory, in megabytes, as Linux counts it. */
export interface ResidentMemory {
  readonly mainMb: number;
  readonly workersMb: number;
  /** Of all of them, what they share (Node's program) counted once. */
  readonly togetherMb: number;
}

const BYTES_A_KB = 1024;
const BYTES_A_MB = 1_000_000;

/** Nothing where there is no `/proc` to look into, or the process has ended. */
export function readResidentMemory(pid: number): ResidentMemory | undefined {
  const mainMb = residentMb(pid);
  if (mainMb === undefined) return undefined;
  const workers = childrenOf(pid);
  return {
    mainMb,
    workersMb: sumOf(workers.map((child) => residentMb(child) ?? 0)),
    togetherMb: sumOf([pid, ...workers].map(proportionalMb)),
  };
}

function residentMb(pid: number): number | undefined {
  return megabytes(/^VmRSS:\s+(\d+) kB$/mu.exec(read(`/proc/${pid}/status`))?.[1]);
}

/** A page of memory that three processes share is a third of a page to each. */
function proportionalMb(pid: number): number {
  return megabytes(/^Pss:\s+(\d+) kB$/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]) ?? 0;
}

function megabytes(kb: string | undefined): number | undefined {
  return kb === undefined ? undefined : (Number(kb) * BYTES_A_KB) / BYTES_A_MB;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

/** Each thread has children of its own. */
function childrenOf(pid: number): readonly number[] {
  return threadsOf(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended meanwhile, or this is another system: there is nothing to be seen.
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // As above.
    return '';
  }
}
