import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store-error.ts';

/** Whoever only looks whether it is held (`findHolder`) is in the way for a moment. */
const LOOK_MS = 200;

/**
 * Keeps a database for this process: a second one would take up what the first is working on, and answer it twice. What
 * is locked is a file beside it, so that `doctor` can look meanwhile; the system lets go of it however the process ends.
 * Returns what lets go of it. Throws a `StoreError` where another process has it.
 */
export function holdDatabase(file: string): () => void {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: LOOK_MS });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new StoreError('in-use', file, { cause: error });
  }
  return () => lock.close();
}
