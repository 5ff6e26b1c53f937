/** One case to learn from. */
export interface Example {
  readonly values: readonly number[];
  readonly isTrue: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** What a weight's square costs: the less is known of a value, the nearer its weight stays to 0. */
const RIDGE = 0.02;
const MAX_STEPS = 50;
/** Far below what is kept of a weight, so that the last bits of `Math.exp` on another machine do not show. */
const SMALLEST_STEP = 1e-9;

/**
 * The weights of a logistic regression with a ridge, one for each value. The loss has a single lowest point and
 * Newton's method goes on until it stands there, so the same examples give the same weights, whatever the start.
 * Throws when it does not arrive.
 */
export function fitLogistic(examples: readonly Example[]): readonly number[] {
  let weights: readonly number[] = (examples[0]?.values ?? []).map(() => 0);
  for (let count = 0; count < MAX_STEPS; count += 1) {
    const { slope, curvature } = measureLoss(examples, weights);
    const step = solve(curvature, slope);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
    if (step.every((change) => Math.abs(change) < SMALLEST_STEP)) return weights;
  }
  throw new Error(`the weights did not settle in ${MAX_STEPS} steps`);
}

interface Loss {
  /** First derivatives of the loss at the weights. */
  readonly slope: readonly number[];
  /** Second derivatives: symmetric and, thanks to the ridge, never singular. */
  readonly curvature: readonly (readonly number[])[];
}

function measureLoss(examples: readonly Example[], weights: readonly number[]): Loss {
  const slope = weights.map((weight) => RIDGE * weight);
  const curvature = weights.map((_, row) => weights.map((__, at) => (at === row ? RIDGE : 0)));
  for (const { values, isTrue, weight } of examples) {
    const chance = 1 / (1 + Math.exp(-dot(weights, values)));
    addScaled(slope, values, weight * (chance - Number(isTrue)));
    const bend = weight * chance * (1 - chance);
    for (const [at, row] of curvature.entries()) addScaled(row, values, bend * (values[at] ?? 0));
  }
  return { slope, curvature };
}

/** Gaussian elimination; a matrix that is symmetric and positive needs no exchange of rows. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows.slice(at + 1)) {
      addScaled(row, pivot, -(row[at] ?? 0) / (pivot[at] ?? 0));
    }
  }
  const solution = right.map(() => 0);
  for (const [at, row] of [...rows.entries()].reverse()) {
    // What is not solved yet is 0 and adds nothing.
    solution[at] = ((row.at(-1) ?? 0) - dot(solution, row)) / (row[at] ?? 0);
  }
  return solution;
}

function addScaled(sums: number[], values: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (const [at, value] of values.entries()) sums[at] = (sums[at] ?? 0) + factor * value;
}

function dot(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
}
