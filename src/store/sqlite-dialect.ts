import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';

/**
 * Kysely on `node:sqlite`. Kysely's own dialect expects another library's statements; and its plain `begin` lets two
 * processes that read before they write fail with SQLITE_BUSY, where `begin immediate` waits for its turn. SQLite itself
 * would wait within the call, and nobody would be acknowledged meanwhile: the database is opened with no time to wait, and
 * the waiting is done here, off the event loop.
 */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database),
    createIntrospector: (kysely: Kysely<never>) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** One connection, lent to one at a time: SQLite has one writer anyway. */
class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  #turn: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(database: DatabaseSync) {
    this.#connection = new SqliteConnection(database);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#turn = before.then(() => promise);
    await before;
    this.#release = () => resolve(undefined);
    return this.#connection;
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

const MAX_STATEMENTS = 100;
/** Another process may be writing for so long. */
const BUSY_MS = 5000;
const LONGEST_PAUSE_MS = 50;
/** SQLite's code for a database that another connection has locked (sqlite.org/rescode.html#busy). */
const BUSY = 5;

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await Promise.resolve();
    let waitedMs = 0;
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return this.#run<Row>(query);
      } catch (error) {
        if (!isBusy(error) || waitedMs >= BUSY_MS) throw error;
      }
      await sleep(pauseMs);
      waitedMs += pauseMs;
    }
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#database.prepare(sql);
    // The store has a few dozen; whatever else comes is not worth keeping.
    if (this.#statements.size < MAX_STATEMENTS) this.#statements.set(sql, statement);
    return statement;
  }

  #run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.#statements.get(sql) ?? this.#prepare(sql);
    const values = parameters.map(toValue);
    if (statement.columns().length > 0) return { rows: statement.all(...values) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  streamQuery(): never {
    throw new Error('nothing is streamed from this database');
  }
}

function isBusy(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: number };
  return errcode !== undefined && (errcode & 0xff) === BUSY;
}

/** An object as the first parameter would be taken for named parameters and shift all columns by one. */
function toValue(parameter: unknown): SQLInputValue {
  if (parameter === null) return null;
  if (parameter instanceof Uint8Array) return parameter;
  const kind = typeof parameter;
  if (kind === 'string' || kind === 'number' || kind === 'bigint')
    return parameter as SQLInputValue;
  throw new TypeError(`a ${kind} is no value of a column`);
}
