import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { mapInOrder } from '../../src/cli/map-in-order.ts';

async function* upTo(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item += 1) {
    await tick();
    yield item;
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Later items are done sooner. */
async function slowFirst(item: number): Promise<number> {
  for (let ticks = 0; ticks < 12 - (item % 12); ticks += 1) await tick();
  return item;
}

const unlimited = { maxAtOnce: 100, weigh: () => 0, maxWeight: 1 };

describe('mapInOrder', () => {
  it('gives the results in the order of the items', async () => {
    const results = await collect(mapInOrder(upTo(30), { ...unlimited, work: slowFirst }));
    expect(results).toEqual(Array.from({ length: 30 }, (_, item) => item));
  });

  it.each([
    ['items', { maxAtOnce: 3, weigh: () => 1, maxWeight: 100 }],
    ['their weight', { maxAtOnce: 100, weigh: () => 5, maxWeight: 15 }],
  ])('takes no more at once than the bound of %s allows', async (_bound, options) => {
    let taken = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      taken += 1;
      most = Math.max(most, taken);
      return slowFirst(item);
    };
    for await (const result of mapInOrder(upTo(20), { ...options, work })) {
      expect(result).toBeGreaterThanOrEqual(0);
      taken -= 1;
    }
    expect(most).toBe(3);
  });

  it('passes on what goes wrong in its turn', async () => {
    const work = (item: number): Promise<number> =>
      item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item);
    const seen: number[] = [];
    const all = async (): Promise<void> => {
      for await (const item of mapInOrder(upTo(5), { ...unlimited, work })) seen.push(item);
    };
    await expect(all()).rejects.toThrow('two');
    expect(seen).toEqual([0, 1]);
  });
});
