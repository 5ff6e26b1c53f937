/** What leaving the story for something inside it costs, once and for each line; both were tried on real pages. */
const HOLE_COST = 5;
const HOLE_LINE_COST = 0.8;

const ABOVE = 0;
const STORY = 1;
const HOLE = 2;
const BELOW = 3;

/** The states that may come before each, and what the step costs. */
const STEPS: readonly (readonly (readonly [from: number, cost: number])[])[] = [
  [[ABOVE, 0]],
  [
    [ABOVE, 0],
    [STORY, 0],
    [HOLE, 0],
  ],
  [
    [STORY, HOLE_COST + HOLE_LINE_COST],
    [HOLE, HOLE_LINE_COST],
  ],
  [
    [STORY, 0],
    [HOLE, 0],
    [BELOW, 0],
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
    const best = STEPS.map((from) =>
      from
        .map(([state, cost]) => ({ state, sum: (before[state] ?? 0) - cost }))
        .reduce((a, b) => (b.sum > a.sum ? b : a)),
    );
    sumsOf = best.map(({ sum }, state) => (state === STORY ? sum + gain : sum));
    origins.push(best.map(({ state }) => state));
  }
  let state = sumsOf.reduce((best, sum, at) => (sum > (sumsOf[best] ?? 0) ? at : best), ABOVE);
  const chosen = gains.map(() => false);
  for (let at = gains.length - 1; at >= 0; at -= 1) {
    chosen[at] = state === STORY;
    state = origins[at]?.[state] ?? ABOVE;
  }
  return chosen;
}
