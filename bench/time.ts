/** How long each of several ways to do the same took on each input: `ms[way][input]`. */
export type Timings = ReadonlyMap<string, readonly number[]>;

type Way<Input> = (input: Input) => unknown;

/**
 * Times every way on every input, taking turns on the same input so that a slow moment of the
 * machine hits all ways alike; the first way rotates. Of several rounds the quickest counts.
 */
export async function timeInTurns<Input>(
  ways: ReadonlyMap<string, Way<Input>>,
  inputs: readonly Input[],
  rounds: number,
): Promise<Timings> {
  const best = new Map([...ways.keys()].map((name) => [name, inputs.map(() => Infinity)]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, input] of inputs.entries()) {
      for (const [name, way] of rotate([...ways], round + index)) {
        const ms = await timeOnce(() => way(input));
        const times = best.get(name) ?? [];
        times[index] = Math.min(times[index] ?? Infinity, ms);
      }
    }
  }
  return best;
}

async function timeOnce(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function rotate<Item>(items: readonly Item[], by: number): readonly Item[] {
  const from = by % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}

/** The middle value; 0 of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The arithmetic mean; 0 of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that so many percent of the values do not exceed (nearest rank); 0 of nothing. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
