import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHostTurns, type HostTurns } from '../../../src/digest/feeds/create-host-turns.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 2000 : 100;
const never = new AbortController().signal;

async function taken(turns: HostTurns, host: string, signal = never): Promise<() => void> {
  const end = await turns.take(host, signal);
  if (end === 'full') throw new Error('it was full');
  return end;
}

/** Lets everything go on that can. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns of hosts', () => {
  it('are one at a time for one host, in the order of asking', async () => {
    const turns = createHostTurns({ atOnce: 8, maxWaiting: 10 });
    const order: number[] = [];
    const visits = [1, 2, 3].map(async (visit) => {
      const end = await taken(turns, 'quay.example');
      order.push(visit);
      await settled();
      order.push(-visit);
      end();
    });
    await Promise.all(visits);
    expect(order).toEqual([1, -1, 2, -2, 3, -3]);
  });

  it('let others pass a host that many wait for', async () => {
    const turns = createHostTurns({ atOnce: 2, maxWaiting: 10 });
    const first = await taken(turns, 'quay.example');
    let isIn = false;
    const second = taken(turns, 'quay.example').then((end) => {
      isIn = true;
      return end;
    });
    const other = await taken(turns, 'mole.example');
    await settled();
    expect(isIn).toBe(false);
    first();
    (await second)();
    other();
  });

  it('are refused where as many wait as may, and free again for who comes later', async () => {
    const turns = createHostTurns({ atOnce: 1, maxWaiting: 1 });
    const end = await taken(turns, 'quay.example');
    const waiting = taken(turns, 'mole.example');
    expect(await turns.take('pier.example', never)).toBe('full');
    end();
    (await waiting)();
    (await taken(turns, 'pier.example'))();
  });

  it('are not waited for by who has left', async () => {
    const turns = createHostTurns({ atOnce: 1, maxWaiting: 1 });
    const end = await taken(turns, 'quay.example');
    const leaving = new AbortController();
    const waiting = turns.take('quay.example', leaving.signal);
    leaving.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(turns.take('quay.example', leaving.signal)).rejects.toThrow('enough');
    const next = taken(turns, 'mole.example');
    end();
    (await next)();
  });

  it('never are more at once than may be, and come to everybody', async () => {
    const visits = fc.array(
      fc.record({ host: fc.nat(5), steps: fc.nat(4), leaves: fc.boolean() }),
      {
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(visits, fc.integer({ min: 1, max: 4 }), async (all, atOnce) => {
        const turns = createHostTurns({ atOnce, maxWaiting: 100 });
        const busy: number[] = [];
        const work = all.map(async ({ host, steps, leaves }) => {
          const leaving = new AbortController();
          const turn = turns.take(String(host), leaving.signal);
          if (leaves) leaving.abort(new Error('left'));
          const end = await turn.catch(() => 'left' as const);
          if (end === 'left') return 'left';
          if (end === 'full') throw new Error('it was full');
          expect(busy).not.toContain(host);
          busy.push(host);
          expect(busy.length).toBeLessThanOrEqual(atOnce);
          for (let step = 0; step < steps; step += 1) await settled();
          busy.splice(busy.indexOf(host), 1);
          end();
          return 'done';
        });
        const ends = await Promise.all(work);
        all.forEach(({ leaves }, at) => {
          if (!leaves) expect(ends[at]).toBe('done');
        });
      }),
      { seed: 31, numRuns },
    );
  });
});
