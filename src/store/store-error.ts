/** Why the database cannot be used; `file` is where it is or should be. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly file: string;

  constructor(code: StoreErrorCode, file: string, options?: ErrorOptions) {
    super(SENTENCES[code](file), options);
    this.name = 'StoreError';
    this.code = code;
    this.file = file;
  }
}

export type StoreErrorCode =
  | 'unknown-kind'
  | 'in-memory'
  | 'not-writable'
  | 'no-database'
  | 'damaged'
  | 'newer'
  | 'busy'
  | 'full'
  | 'in-use'
  | 'failed';

const SENTENCES: Readonly<Record<StoreErrorCode, (file: string) => string>> = {
  'unknown-kind': (url) =>
    `DATABASE_URL begins with “${url}”; Nutgraf keeps its data in an SQLite file: give it a path, or sqlite:path.`,
  'in-memory': () =>
    'DATABASE_URL names a database in memory, which would lose what it promised: give it a path.',
  'not-writable': (file) =>
    `The database ${file} cannot be written: see that the folder is there and belongs to the user that runs Nutgraf.`,
  'no-database': (file) => `${file} is no SQLite database: give DATABASE_URL another path.`,
  damaged: (file) =>
    `The database ${file} is damaged: put back a copy (${file}.before-… are some), or move it away to begin anew.`,
  newer: (file) =>
    `The database ${file} was written by a newer Nutgraf: run that version, or put back the copy from before it.`,
  busy: (file) =>
    `Another program is writing to the database ${file} and does not end: wait for it, or end it.`,
  full: (file) => `There is no room left on the disk of the database ${file}: make some.`,
  'in-use': (file) =>
    `Another Nutgraf runs on the database ${file}, and two would answer everything twice: stop it, or give this one another DATABASE_URL.`,
  failed: (file) => `The database ${file} cannot be opened.`,
};
