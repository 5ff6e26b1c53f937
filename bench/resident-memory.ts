import { readFileSync, readdirSync } from 'node:fs';

/** What a process and the processes that it started hold in memory, in megabytes, as Linux counts it. */
export interface ResidentMemory {
  readonly mainMb: number;
  readonly workersMb: number;
}

const BYTES_A_KB = 1024;
const BYTES_A_MB = 1_000_000;

/** Nothing where there is no `/proc` to look into, or the process has ended. */
export function readResidentMemory(pid: number): ResidentMemory | undefined {
  const mainMb = residentMb(pid);
  if (mainMb === undefined) return undefined;
  const workers = childrenOf(pid).map((child) => residentMb(child) ?? 0);
  return { mainMb, workersMb: workers.reduce((sum, one) => sum + one, 0) };
}

function residentMb(pid: number): number | undefined {
  const kb = /^VmRSS:\s+(\d+) kB$/mu.exec(read(`/proc/${pid}/status`))?.[1];
  return kb === undefined ? undefined : (Number(kb) * BYTES_A_KB) / BYTES_A_MB;
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
