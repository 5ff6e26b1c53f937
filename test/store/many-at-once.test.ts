import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import { someAnswer, someRequest, temporaryFolder, withStore } from './rig.ts';

const NOBODY = 65_534;

describe('while another program is writing', () => {
  it('a request waits until it has ended, and everything else goes on', () =>
    withStore(async (store, file) => {
      const other = new DatabaseSync(file);
      other.exec('begin immediate');
      const inserting = store.insertRequest(someRequest('k1'));
      // A turn of the loop would not come while SQLite itself waits.
      await new Promise((resolve) => setTimeout(resolve, 20));
      other.exec('rollback');
      other.close();
      expect(await inserting).toBe('inserted');
    }));

  it('a second Nutgraf on the same database is refused, until the first has ended', () =>
    withStore(async (store, file) => {
      const options = { url: file, cwd: dirname(file), isHeld: true };
      const first = openStore(options);
      expect(() => openStore(options)).toThrow('Another Nutgraf runs on the database');
      // Whoever only looks is let in.
      await store.check();
      await first.close();
      await openStore(options).close();
    }));

  it('it does not start over a database that stays locked, and says why', () =>
    withStore(async (_, file) => {
      const other = new DatabaseSync(file);
      other.exec('begin exclusive');
      expect(() => openStore({ url: file, cwd: dirname(file) })).toThrow('Another program');
      other.close();
      return Promise.resolve();
    }));
});

it('a database that may only be read is refused when it is opened', async () => {
  const folder = temporaryFolder();
  const url = join(folder.path, 'n.sqlite');
  await openStore({ url, cwd: folder.path }).close();
  chmodSync(url, 0o444);
  chmodSync(folder.path, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    expect(() => openStore({ url, cwd: folder.path })).toThrow('cannot be written');
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder.path, 0o700);
    folder.remove();
  }
});

it('checking and erasing wait for their turn while answers are written', () =>
  withStore(async (store) => {
    await store.insertRequest(someRequest('k1'));
    for (let turn = 0; turn < 40; turn += 1) {
      const writing = store.putAnswer(someAnswer('k1'));
      // In the middle of it, each time at another step.
      for (let step = 0; step < turn; step += 1) await Promise.resolve();
      const nobody = { kind: 'person', platform: 'memory', person: 'nobody' } as const;
      await Promise.all([writing, store.check(), store.erase(nobody)]);
    }
    expect(await store.findAnswer('k1')).toBeDefined();
  }));

it('erasing thousands of answers lets others in between', () =>
  withStore(async (store, file) => {
    const filling = new DatabaseSync(file);
    filling.exec(`with recursive n(at) as (select 1 union all select at + 1 from n where at < 3000)
      insert into answers select 'k' || at, 'memory', 'tilde', 'quay', 'ostvik', 'm' || at, null, '[]',
        'standard', null, 1, 1 from n`);
    filling.close();
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    expect(await store.erase({ kind: 'place', platform: 'memory', place: 'ostvik' })).toBe(3000);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(2);
  }));

it('closing waits for what was begun', () =>
  withStore(async (_, file) => {
    const store = openStore({ url: file, cwd: dirname(file) });
    await store.insertRequest(someRequest('k1'));
    const writing = store.putAnswer(someAnswer('k1'));
    await store.close();
    await expect(writing).resolves.toBeUndefined();
  }));

it('what has ended with its acknowledgement is known again and counts for nothing', () =>
  withStore(async (store) => {
    expect(await store.insertRequest(someRequest('k1'), 'told')).toBe('inserted');
    expect(await store.insertRequest(someRequest('k1'), 'told')).toBe('known');
    expect(await store.findUnfinished()).toEqual([]);
    const query = { platform: 'memory', person: 'tilde', place: 'ostvik', sinceMs: 0 };
    expect(await store.countRequests(query)).toEqual({ byPerson: 0, byPlace: 0 });
  }));
