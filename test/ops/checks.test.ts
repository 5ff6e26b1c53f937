import { describe, expect, it } from '@jest/globals';
import { checkClock } from '../../src/ops/check-clock.ts';
import { checkDatabase } from '../../src/ops/check-database.ts';
import { checkNode } from '../../src/ops/check-node.ts';

describe('checkNode', () => {
  it.each(['24.15.0', '24.21.3', '25.0.0'])('takes %s', (version) => {
    expect(checkNode(version).outcome).toEqual({ status: 'good', detail: version });
  });

  it.each(['20.11.1', '24.14.9'])('says what to install instead of %s', (version) => {
    const { outcome } = checkNode(version);
    expect(outcome.status).toBe('bad');
    expect(outcome).toHaveProperty('mend', expect.stringContaining(version));
  });
});

describe('checkClock', () => {
  it('finds nothing wrong with a possible time, and knows the zones of the world', () => {
    const checks = checkClock({ now: () => Date.UTC(2031, 3, 2, 9, 30) });
    expect(checks).toEqual([
      { what: 'clock', outcome: { status: 'good', detail: 'it is 2031-04-02 09:30 UTC' } },
      { what: 'time zones', outcome: { status: 'good' } },
    ]);
  });

  it.each([1970, 2101])('does not believe the year %d', (year) => {
    const [check] = checkClock({ now: () => Date.UTC(year, 0, 1) });
    expect(check?.outcome).toMatchObject({ status: 'bad' });
    expect(check?.outcome).toHaveProperty('mend', expect.stringContaining(String(year)));
  });
});

describe('checkDatabase', () => {
  it('opens it, writes to it and closes it', async () => {
    const done: string[] = [];
    const step = (name: string) => (): Promise<void> => {
      done.push(name);
      return Promise.resolve();
    };
    const check = await checkDatabase({
      path: '/srv/quay.db',
      open: () => Promise.resolve({ check: step('check'), close: step('close') }),
    });
    expect(check).toEqual({
      what: 'database',
      outcome: { status: 'good', detail: '/srv/quay.db' },
    });
    expect(done).toEqual(['check', 'close']);
  });

  it('closes it where it cannot be written to, and says why', async () => {
    let isClosed = false;
    const check = await checkDatabase({
      path: '/srv/quay.db',
      open: () =>
        Promise.resolve({
          check: () => Promise.reject(new Error('attempt to write a readonly database')),
          close: () => {
            isClosed = true;
            return Promise.resolve();
          },
        }),
    });
    expect(isClosed).toBe(true);
    expect(check.outcome).toHaveProperty('mend', expect.stringContaining('readonly database'));
  });

  it('says why it cannot be opened', async () => {
    const open = () => Promise.reject(new Error('unable to open database file'));
    const { outcome } = await checkDatabase({ path: '/srv/quay.db', open });
    expect(outcome).toHaveProperty('mend', expect.stringContaining('unable to open'));
  });

  it('leaves the words to a store that has some', async () => {
    const error = Object.assign(new Error('The database was written by a newer Nutgraf.'), {
      name: 'StoreError',
    });
    const check = await checkDatabase({ path: '/srv/quay.db', open: () => Promise.reject(error) });
    expect(check.outcome).toMatchObject({ mend: 'The database was written by a newer Nutgraf.' });
  });
});
