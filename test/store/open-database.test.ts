import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allMigrations } from '../../src/store/migrations/all-migrations.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { someRequest, temporaryFolder } from './rig.ts';

/** The user id of `nobody` on Linux. */
const NOBODY = 65_534;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

function codeOfOpening(url: string): string {
  try {
    void openStore({ url, cwd: folder.path }).close();
    return 'opened';
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}

describe('the database', () => {
  it.each(['deep/er/nutgraf.sqlite', 'sqlite:nutgraf.sqlite', 'file:nutgraf.sqlite'])(
    'is made with its folder where there is none: %s',
    (url) => {
      expect(codeOfOpening(url)).toBe('opened');
    },
  );

  it('has on the disk what was written before anybody relies on it', () => {
    const database = openDatabase(join(folder.path, 'nutgraf.sqlite'), allMigrations);
    expect(database.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it.each([
    ['postgres://db.example/nutgraf', 'unknown-kind'],
    [':memory:', 'in-memory'],
    ['sqlite::memory:', 'in-memory'],
    ['', 'in-memory'],
  ])('is refused where DATABASE_URL says %s', (url, code) => {
    expect(codeOfOpening(url)).toBe(code);
  });

  it('is refused where the file is something else', () => {
    writeFileSync(join(folder.path, 'letter'), 'Dear Tilde, the eels are back. '.repeat(100));
    expect(codeOfOpening('letter')).toBe('no-database');
  });

  it('is refused where a folder stands in its place', () => {
    mkdirSync(join(folder.path, 'nutgraf.sqlite'));
    expect(codeOfOpening('nutgraf.sqlite')).toBe('not-writable');
  });

  it('is refused where a newer version wrote it', async () => {
    const migrations = [...allMigrations, ['create table later (id text)']];
    await openStore({ url: 'n.sqlite', cwd: folder.path, migrations }).close();
    expect(codeOfOpening('n.sqlite')).toBe('newer');
  });

  it('is refused where the folder may not be written', () => {
    chmodSync(folder.path, 0o555);
    const isRoot = process.geteuid?.() === 0;
    // Root may write everywhere: for the moment of opening it is nobody.
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      expect(codeOfOpening('n.sqlite')).toBe('not-writable');
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder.path, 0o700);
    }
  });
});

describe('a change of the tables', () => {
  const changed = [...allMigrations, ['alter table links add column note text']];
  const now = allMigrations.length;

  it('keeps a copy as it was before, and all that was there', async () => {
    const before = openStore({ url: 'n.sqlite', cwd: folder.path });
    await before.insertRequest(someRequest('k1'));
    await before.close();
    const after = openStore({ url: 'n.sqlite', cwd: folder.path, migrations: changed });
    expect(await after.findUnfinished()).toHaveLength(1);
    await after.close();
    const copy = new DatabaseSync(join(folder.path, `n.sqlite.before-${now + 1}`));
    expect(copy.prepare('select key from requests').all()).toEqual([{ key: 'k1' }]);
    expect(copy.prepare('pragma user_version').get()).toEqual({ user_version: now });
    copy.close();
  });

  it('is made whole or not at all', async () => {
    await openStore({ url: 'n.sqlite', cwd: folder.path }).close();
    const broken = [...allMigrations, ['create table half (id text)', 'create nonsense']];
    expect(() => openStore({ url: 'n.sqlite', cwd: folder.path, migrations: broken })).toThrow(
      StoreError,
    );
    const database = new DatabaseSync(join(folder.path, 'n.sqlite'));
    expect(database.prepare("select name from sqlite_master where name = 'half'").all()).toEqual(
      [],
    );
    database.close();
  });

  it('keeps no more than three copies', async () => {
    for (let version = 1; version <= 6; version += 1) {
      const more = Array.from({ length: version - 1 }, (_, at) => [
        `create table t${at} (id text)`,
      ]);
      await openStore({
        url: 'n.sqlite',
        cwd: folder.path,
        migrations: [...allMigrations, ...more],
      }).close();
    }
    const copies = readdirSync(folder.path).filter((name) => name.includes('.before-'));
    expect(copies.sort()).toEqual([3, 4, 5].map((more) => `n.sqlite.before-${now + more}`).sort());
  });

  it('leaves no copy behind when everything is to be forgotten', async () => {
    await openStore({ url: 'n.sqlite', cwd: folder.path }).close();
    const store = openStore({ url: 'n.sqlite', cwd: folder.path, migrations: changed });
    expect(existsSync(join(folder.path, `n.sqlite.before-${now + 1}`))).toBe(true);
    await store.erase({ kind: 'place', platform: 'memory', place: 'ostvik' });
    await store.close();
    expect(existsSync(join(folder.path, `n.sqlite.before-${now + 1}`))).toBe(false);
  });
});
