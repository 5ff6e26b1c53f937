import { describe, expect, it } from '@jest/globals';
import { fitLogistic, type Example } from '../../scripts/fit-logistic.ts';

/** Examples whose truth depends on the second value alone; the first is the constant. */
const examples: readonly Example[] = Array.from({ length: 40 }, (_, at) => ({
  values: [1, at < 20 ? -1 : 1, at % 2 === 0 ? -1 : 1],
  isTrue: at >= 20 || at % 10 === 0,
  weight: 1,
}));

describe('fitLogistic', () => {
  it('gives weight to the value that tells and little to one that does not', () => {
    const [, telling = 0, idle = 0] = fitLogistic(examples);
    expect(telling).toBeGreaterThan(1);
    expect(Math.abs(idle)).toBeLessThan(telling);
  });

  it('stands where the slope of the loss is nothing', () => {
    const weights = fitLogistic(examples);
    const ridge = 0.02;
    for (const [at, weight] of weights.entries()) {
      const slope = examples.reduce((sum, { values, isTrue }) => {
        const score = values.reduce(
          (total, value, index) => total + value * (weights[index] ?? 0),
          0,
        );
        return sum + (1 / (1 + Math.exp(-score)) - Number(isTrue)) * (values[at] ?? 0);
      }, ridge * weight);
      expect(slope).toBeCloseTo(0, 6);
    }
  });

  it('gives the same weights for the same examples', () => {
    expect(fitLogistic(examples)).toEqual(fitLogistic([...examples]));
  });
});
