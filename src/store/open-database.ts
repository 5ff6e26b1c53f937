import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError, type StoreErrorCode } from './store-error.ts';

/** Another process may be writing for so long while this one starts. */
const BUSY_MS = 5000;
const KEPT_COPIES = 3;

/** Opens the file, with its folder, and brings its tables up to date. Throws a `StoreError`. */
export function openDatabase(
  file: string,
  migrations: readonly (readonly string[])[],
): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file, { timeout: BUSY_MS });
    // `full`: what was written is on the disk before it is relied on, so that a power cut loses nothing (sqlite.org/pragma.html).
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on',
    );
    migrate(database, { file, migrations });
    // A file that may only be read opens all the same.
    database.exec('begin immediate; rollback');
    // From here on whoever asks waits, and not the whole process.
    database.exec('pragma busy_timeout = 0');
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StoreError
      ? error
      : new StoreError(codeOf(error), file, { cause: error });
  }
}

interface Target {
  readonly file: string;
  readonly migrations: readonly (readonly string[])[];
}

function migrate(database: DatabaseSync, { file, migrations }: Target): void {
  const before = versionOf(database);
  if (before > migrations.length) throw new StoreError('newer', file);
  if (before === migrations.length) return;
  if (before > 0) keepCopy(database, file, before);
  database.exec('begin immediate');
  try {
    // Another process may have been first.
    for (const [at, statements] of migrations.entries())
      if (at >= versionOf(database)) {
        for (const statement of statements) database.exec(statement);
        database.exec(`pragma user_version = ${at + 1}`);
      }
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  const row = database.prepare('pragma user_version').get();
  return Number(row?.['user_version'] ?? 0);
}

/** A copy as it was, beside the database; the oldest ones go. */
function keepCopy(database: DatabaseSync, file: string, version: number): void {
  const copy = `${file}.before-${version + 1}`;
  if (existsSync(copy)) rmSync(copy);
  database.prepare('vacuum into ?').run(copy);
  for (const old of findCopies(file).slice(0, -KEPT_COPIES)) rmSync(old);
}

/** The copies that were made before changes of the tables, oldest first. */
export function findCopies(file: string): readonly string[] {
  const start = `${basename(file)}.before-`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start))
    .sort((a, b) => Number(a.slice(start.length)) - Number(b.slice(start.length)))
    .map((name) => join(dirname(file), name));
}

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const CODES: Readonly<Record<number, StoreErrorCode>> = {
  5: 'busy',
  8: 'not-writable',
  11: 'damaged',
  13: 'full',
  14: 'not-writable',
  26: 'no-database',
};

function codeOf(error: unknown): StoreErrorCode {
  const { errcode, code } = error as { readonly errcode?: number; readonly code?: string };
  if (errcode !== undefined) return CODES[errcode & 0xff] ?? 'failed';
  return code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST'
    ? 'not-writable'
    : 'failed';
}
