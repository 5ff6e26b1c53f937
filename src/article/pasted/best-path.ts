/** What leaving the story for something inside it costs, once and for each line; both were tried on real pages. */
const holeCost = 5;
const holeLineCost = 0.8;

const above = 0;
const story = 1;
const hole = 2;
const below = 3;

/** The states that may come before each, and what the step costs. */
const steps: readonly (readonly (readonly [from: number, cost: number])[])[] = [
  [[above, 0]],
  [
    [above, 0],
    [story, 0],
    [hole, 0],
  ],
  [
    [story, holeCost + holeLineCost],
    [hole, holeLineCost],
  ],
  [
    [story, 0],
    [hole, 0],
    [below, 0],
  ],
];

/**
 * The stretch with holes in it whose gains add up to the most: the best path through "above", "story", "hole" and
 * "below" (Viterbi). Tells of each gain whether it is in it.
 */
export function bestPath(gains: readonly number[]): readonly boolean[] {
  let sumsOf: readonly number[] = [0, -Infinity, -Infinity, -Infinity];
  const origins: (readonly number[])[] = [];
  for (const gain of gains) {
    const before = sumsOf;
    const best = steps.map((from) =>
      from
        .map(([state, cost]) => ({ state, sum: (before[state] ?? 0) - cost }))
        .reduce((a, b) => (b.sum > a.sum ? b : a)),
    );
    sumsOf = best.map(({ sum }, state) => (state === story ? sum + gain : sum));
    origins.push(best.map(({ state }) => state));
  }
  let state = sumsOf.reduce((best, sum, at) => (sum > (sumsOf[best] ?? 0) ? at : best), above);
  const chosen = gains.map(() => false);
  for (let at = gains.length - 1; at >= 0; at -= 1) {
    chosen[at] = state === story;
    state = origins[at]?.[state] ?? above;
  }
  return chosen;
}
