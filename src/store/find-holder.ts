import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's result code for what somebody else has locked (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;

/**
 * Whether a bot runs on a database, as far as can be seen from here: `holdDatabase` locks a file beside it as long as it
 * runs. A bot on another machine may not be seen. Changes nothing.
 */
export function findHolder(file: string): 'held' | 'free' | 'unknown' {
  const lock = `${file}.lock`;
  if (!existsSync(lock)) return 'free';
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lock, { readOnly: true });
    database.prepare('select count(*) from sqlite_master').get();
    return 'free';
  } catch (error) {
    // Anything but a lock means that it cannot be told, which is an answer too.
    const { errcode } = error as { readonly errcode?: number };
    return errcode !== undefined && (errcode & 0xff) === SQLITE_BUSY ? 'held' : 'unknown';
  } finally {
    database?.close();
  }
}
