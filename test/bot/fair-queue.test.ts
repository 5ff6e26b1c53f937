import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FairQueue, type QueueLimits } from '../../src/bot/fair-queue.ts';

const roomy: QueueLimits = { running: 1, waiting: 1000, waitingPerPerson: 1000 };

/** A queue whose jobs run until they are let go, and the names of those that were started. */
function gatedQueue(limits: QueueLimits) {
  const queue = new FairQueue(limits);
  const started: string[] = [];
  const gates: (() => void)[] = [];
  const add = (name: string, person: string, place: string): void =>
    queue.add({
      person,
      place,
      run: () => {
        started.push(name);
        return new Promise<void>((resolve) => gates.push(resolve));
      },
    });
  /** Ends so many jobs one after the other, each time the one that has run longest. */
  const end = async (times: number): Promise<void> => {
    while (times > 0) {
      times -= 1;
      gates.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { queue, started, add, end };
}

describe('the queue', () => {
  it('takes turns between places, and within a place between people', async () => {
    const { started, add, end } = gatedQueue(roomy);
    add('runs', 'dan', 'quay');
    for (const name of ['a1', 'a2', 'a3']) add(name, 'ann', 'harbour');
    add('b1', 'ben', 'harbour');
    add('c1', 'cat', 'island');
    add('c2', 'cat', 'island');
    await end(7);
    expect(started).toEqual(['runs', 'a1', 'c1', 'b1', 'c2', 'a2', 'a3']);
  });

  it('runs no more at once than it may', async () => {
    const { queue, started, add, end } = gatedQueue({ ...roomy, running: 2 });
    for (const name of ['1', '2', '3', '4']) add(name, name, 'harbour');
    expect(started).toEqual(['1', '2']);
    expect([queue.running, queue.waiting]).toEqual([2, 2]);
    await end(1);
    expect(started).toEqual(['1', '2', '3']);
  });

  it('has no room beyond what may wait, of one person or in all', () => {
    const { queue, add } = gatedQueue({ running: 1, waiting: 3, waitingPerPerson: 2 });
    add('runs', 'ann', 'harbour');
    add('a1', 'ann', 'harbour');
    add('a2', 'ann', 'harbour');
    expect(queue.hasRoom({ person: 'ann', place: 'harbour' })).toBe(false);
    expect(queue.hasRoom({ person: 'ben', place: 'harbour' })).toBe(true);
    add('b1', 'ben', 'harbour');
    expect(queue.hasRoom({ person: 'cat', place: 'island' })).toBe(false);
  });

  it('starts nothing more when it is paused, and waits for what runs', async () => {
    const { queue, started, add, end } = gatedQueue(roomy);
    add('runs', 'ann', 'harbour');
    add('waits', 'ben', 'harbour');
    let isIdle = false;
    const paused = queue.pause().then(() => (isIdle = true));
    await end(1);
    await paused;
    expect(isIdle).toBe(true);
    expect(started).toEqual(['runs']);
  });

  it('runs each job once, whoever brings them', async () => {
    const jobs = fc.array(
      fc.record({ person: fc.constantFrom('a', 'b', 'c'), place: fc.constantFrom('x', 'y') }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(jobs, fc.integer({ min: 1, max: 4 }), async (given, running) => {
        const { queue, started, add, end } = gatedQueue({ ...roomy, running });
        for (const [at, { person, place }] of given.entries()) add(String(at), person, place);
        await end(given.length);
        expect([...started].sort()).toEqual(given.map((_, at) => String(at)).sort());
        expect([queue.running, queue.waiting]).toEqual([0, 0]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
