import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Cut } from '../article/article.ts';
import type { DigestStore } from '../ports/digest-store.ts';
import type { FeedStore } from '../ports/feed-store.ts';
import type { Store } from '../ports/store.ts';
import {
  findAnswer,
  findAnswerByMessage,
  findLatestAnswer,
  putAnswer,
  endWithChange,
} from './answer-rows.ts';
import { findArticle, findArticleByLink, findCuts, putArticle, putLink } from './article-rows.ts';
import { databasePath } from './database-path.ts';
import { eraseScope } from './erase-scope.ts';
import { findFeed, putFeed } from './feed-rows.ts';
import { holdDatabase } from './hold-database.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { findCopies, openDatabase } from './open-database.ts';
import { openDigestStore } from './open-digest-store.ts';
import {
  countRequests,
  endRequest,
  findUnfinished,
  insertRequest,
  setMessage,
  startSending,
} from './request-rows.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { sweepOld } from './sweep-old.ts';
import type { Tables } from './tables.ts';

export interface StoreOptions {
  /** `DATABASE_URL`: a path, `sqlite:path` or `file:path`. */
  readonly url: string;
  /** What a relative path is relative to. */
  readonly cwd: string;
  /** Other changes of the tables than the released ones: for tests of such changes. */
  readonly migrations?: readonly (readonly string[])[];
  /** Whether it is for this process alone: for whoever answers requests. */
  readonly isHeld?: boolean;
}

export interface OpenStore extends Store {
  readonly digests: DigestStore;
  readonly feeds: FeedStore;
  /** What was cut from the page around an article; undefined where that was not kept. */
  findCuts(articleId: string): Promise<readonly Cut[] | undefined>;
}

/** Opens the database, makes or updates its tables. Throws a `StoreError`. */
export function openStore({
  url,
  cwd,
  migrations = allMigrations,
  isHeld = false,
}: StoreOptions): OpenStore {
  const file = databasePath(url, cwd);
  const sqlite = openDatabase(file, migrations);
  const letGo = isHeld ? holdOrClose(sqlite, file) : undefined;
  const database = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) });
  return {
    digests: openDigestStore(database),
    feeds: {
      findFeed: (address) => findFeed(database, address),
      putFeed: (kept) => putFeed(database, kept),
    },
    insertRequest: (request, ended) => insertRequest(database, request, ended),
    findUnfinished: () => findUnfinished(database),
    startSending: (key) => startSending(database, key),
    setMessage: (key, message) => setMessage(database, key, message),
    endRequest: (key, outcome, change) =>
      change === undefined
        ? endRequest(database, key, outcome)
        : endWithChange(database, { key, outcome }, change),
    countRequests: (query) => countRequests(database, query),
    putArticle: (article, cuts) => putArticle(database, article, cuts),
    findArticle: (id) => findArticle(database, id),
    findCuts: (id) => findCuts(database, id),
    findArticleByLink: (link, sinceMs) => findArticleByLink(database, link, sinceMs),
    putLink: (link, articleId, nowMs) => putLink(database, { link, articleId, nowMs }),
    putAnswer: (answer) => putAnswer(database, answer),
    findAnswer: (key) => findAnswer(database, key),
    findAnswerByMessage: (platform, id) => findAnswerByMessage(database, platform, id),
    findLatestAnswer: (platform, channel) => findLatestAnswer(database, platform, channel),
    async erase(scope) {
      const answers = await eraseScope(database, scope);
      // Deleted rows are overwritten; what the log and the copies still hold goes too.
      await database
        .connection()
        .execute((connection) => sql`pragma wal_checkpoint(truncate)`.execute(connection));
      for (const copy of findCopies(file)) rmSync(copy, { force: true });
      return answers;
    },
    sweep: (nowMs) => sweepOld(database, nowMs),
    async check() {
      // A write that changes nothing, and takes the lock all the same.
      await database.transaction().execute(() => Promise.resolve());
    },
    async close() {
      // What was begun before ends before.
      await database.connection().execute(() => Promise.resolve());
      await database.destroy();
      sqlite.close();
      letGo?.();
    },
  };
}

function holdOrClose(sqlite: DatabaseSync, file: string): () => void {
  try {
    return holdDatabase(file);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
