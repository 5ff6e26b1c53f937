import { describe, expect, it } from '@jest/globals';
import { fitTrees, type TreeExample } from '../../scripts/fit-trees.ts';
import { sumTrees } from '../../src/summary/ranking/boosted-trees.ts';

const options = { trees: 60, leaves: 4, rate: 0.2, minWeight: 2, ridge: 1 };

const examples: readonly TreeExample[] = Array.from({ length: 400 }, (_, at) => {
  const values = [at % 20, Math.floor(at / 20), (at * 7) % 13];
  return { values, target: Number((values[0] ?? 0) > 9 === (values[1] ?? 0) > 4), weight: 1 };
});

describe('fitTrees', () => {
  it('learns what depends on two features together', () => {
    const model = fitTrees(examples, { ...options, loss: 'squares' });
    for (const { values, target } of examples)
      expect(Math.abs(sumTrees(model, values) - target)).toBeLessThan(0.2);
  });

  it('learns log odds of what is so or not', () => {
    const model = fitTrees(examples, { ...options, loss: 'log-odds' });
    for (const { values, target } of examples)
      expect(sumTrees(model, values) > 0).toBe(target === 1);
  });

  it('makes the same trees each time', () => {
    const fit = (): string => JSON.stringify(fitTrees(examples, { ...options, loss: 'squares' }));
    expect(fit()).toBe(fit());
  });
});
