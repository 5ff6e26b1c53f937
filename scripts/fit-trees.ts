import type { BoostedTrees, Tree } from '../src/summary/ranking/boosted-trees.ts';

export interface TreeExample {
  readonly values: ArrayLike<number>;
  /** What the trees shall answer; for `log-odds` 1 where it is so and 0 where not. */
  readonly target: number;
  readonly weight: number;
}

export interface TreeOptions {
  readonly loss: 'squares' | 'log-odds';
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** The least weight of a leaf's examples, and what is added to it: leaves of few examples answer less. */
  readonly minWeight: number;
  readonly ridge: number;
}

/** Limits that a question may have for each feature: quantiles. Fewer than 256. */
const BINS = 40;

interface Bins {
  readonly features: number;
  /** For each feature the limits between its bins, ascending. */
  readonly limits: readonly (readonly number[])[];
  /** For each example the bins of its features, one after the other. */
  readonly cells: Uint8Array;
}

/** Sums of gradients and their weights over a node's examples, by feature and bin. */
interface Sums {
  readonly gradients: Float64Array;
  readonly weights: Float64Array;
  readonly gradient: number;
  readonly weight: number;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

interface Node {
  readonly examples: Int32Array;
  sums: Sums;
  split?: Split | undefined;
  atMost?: Node;
  above?: Node;
}

/** Gradient boosting of small trees, leaf-wise, with the same result every time: no chance, and ties go to the first. */
export function fitTrees(examples: readonly TreeExample[], options: TreeOptions): BoostedTrees {
  const bins = findBins(examples);
  const base = findBase(examples, options);
  const answers = new Float64Array(examples.length).fill(base);
  const gradients = new Float64Array(examples.length);
  const weights = new Float64Array(examples.length);
  const trees: Tree[] = [];
  while (trees.length < options.trees) {
    for (const [at, { target, weight }] of examples.entries()) {
      const answer = answers[at] ?? 0;
      const chance = options.loss === 'squares' ? answer : 1 / (1 + Math.exp(-answer));
      gradients[at] = weight * (target - chance);
      weights[at] = options.loss === 'squares' ? weight : weight * chance * (1 - chance);
    }
    const root = growTree({ bins, gradients, weights }, options);
    trees.push(renderTree(root, { bins, options, answers }));
  }
  return { base, trees };
}

function findBase(examples: readonly TreeExample[], { loss }: TreeOptions): number {
  let [sum, weights] = [0, 0];
  for (const { target, weight } of examples) {
    sum += target * weight;
    weights += weight;
  }
  const mean = sum / weights;
  return round(loss === 'squares' ? mean : Math.log(mean / (1 - mean)));
}

function findBins(examples: readonly TreeExample[]): Bins {
  const features = examples[0]?.values.length ?? 0;
  const limits: number[][] = [];
  const cells = new Uint8Array(examples.length * features);
  for (let feature = 0; feature < features; feature += 1) {
    const values = Float64Array.from(examples, (example) => example.values[feature] ?? 0);
    const own = findLimits(values.toSorted());
    limits.push(own);
    for (const [at, value] of values.entries()) cells[at * features + feature] = binOf(own, value);
  }
  return { features, limits, cells };
}

function findLimits(sorted: Float64Array): number[] {
  const limits: number[] = [];
  for (let bin = 1; bin < BINS; bin += 1) {
    const limit = round(sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0);
    if (limits.length === 0 || limit > (limits.at(-1) ?? 0)) limits.push(limit);
  }
  return limits;
}

/** The first bin whose limit is not below the value; the last bin has none. */
function binOf(limits: readonly number[], value: number): number {
  let [from, to] = [0, limits.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value <= (limits[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
}

interface Gradients {
  readonly bins: Bins;
  readonly gradients: Float64Array;
  readonly weights: Float64Array;
}

/** Splits the leaf that gains most, again and again. */
function growTree(from: Gradients, options: TreeOptions): Node {
  const everything = Int32Array.from(from.gradients.keys());
  const root: Node = { examples: everything, sums: sumUp(from, everything) };
  root.split = findSplit(from.bins, root.sums, options);
  const leaves = [root];
  while (leaves.length < options.leaves) {
    const gains = leaves.map(({ split }) => split?.gain ?? 0);
    const at = gains.indexOf(Math.max(...gains));
    const leaf = leaves[at];
    if (leaf?.split === undefined) break;
    leaves.splice(at, 1, ...splitNode(from, leaf, leaf.split));
    for (const half of [leaf.atMost, leaf.above])
      if (half !== undefined) half.split = findSplit(from.bins, half.sums, options);
  }
  return root;
}

function splitNode(from: Gradients, node: Node, { feature, bin }: Split): readonly Node[] {
  const { cells, features } = from.bins;
  const isAtMost = (example: number): boolean => (cells[example * features + feature] ?? 0) <= bin;
  const atMost = node.examples.filter(isAtMost);
  const above = node.examples.filter((example) => !isAtMost(example));
  // The larger half's sums are what is left of the whole.
  const isAtMostSmall = atMost.length < above.length;
  const small = sumUp(from, isAtMostSmall ? atMost : above);
  const large = subtract(node.sums, small);
  node.atMost = { examples: atMost, sums: isAtMostSmall ? small : large };
  node.above = { examples: above, sums: isAtMostSmall ? large : small };
  return [node.atMost, node.above];
}

function sumUp({ bins, gradients, weights }: Gradients, examples: Int32Array): Sums {
  const { features, cells } = bins;
  const sums = {
    gradients: new Float64Array(features * BINS),
    weights: new Float64Array(features * BINS),
    gradient: 0,
    weight: 0,
  };
  for (const example of examples) {
    const gradient = gradients[example] ?? 0;
    const weight = weights[example] ?? 0;
    sums.gradient += gradient;
    sums.weight += weight;
    const row = example * features;
    for (let feature = 0; feature < features; feature += 1) {
      const at = feature * BINS + (cells[row + feature] ?? 0);
      sums.gradients[at] = (sums.gradients[at] ?? 0) + gradient;
      sums.weights[at] = (sums.weights[at] ?? 0) + weight;
    }
  }
  return sums;
}

function subtract(whole: Sums, part: Sums): Sums {
  return {
    gradients: whole.gradients.map((value, at) => value - (part.gradients[at] ?? 0)),
    weights: whole.weights.map((value, at) => value - (part.weights[at] ?? 0)),
    gradient: whole.gradient - part.gradient,
    weight: whole.weight - part.weight,
  };
}

/** The question that leaves least to be learned, or `undefined` where none is worth asking. */
function findSplit(bins: Bins, sums: Sums, options: TreeOptions): Split | undefined {
  const { minWeight, ridge } = options;
  const score = (gradient: number, weight: number): number => gradient ** 2 / (weight + ridge);
  const before = score(sums.gradient, sums.weight);
  let best: Split | undefined;
  for (const [feature, limits] of bins.limits.entries()) {
    let [gradient, weight] = [0, 0];
    for (let bin = 0; bin < limits.length; bin += 1) {
      gradient += sums.gradients[feature * BINS + bin] ?? 0;
      weight += sums.weights[feature * BINS + bin] ?? 0;
      const rest = sums.weight - weight;
      if (weight < minWeight || rest < minWeight) continue;
      const gain = score(gradient, weight) + score(sums.gradient - gradient, rest) - before;
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain };
    }
  }
  return best;
}

interface Rendering {
  readonly bins: Bins;
  readonly options: TreeOptions;
  /** What the trees answer so far; the new tree's answers are added. */
  readonly answers: Float64Array;
}

function renderTree(node: Node, rendering: Rendering): Tree {
  const { bins, options, answers } = rendering;
  if (node.split === undefined || node.atMost === undefined || node.above === undefined) {
    const { gradient, weight } = node.sums;
    const answer = round((options.rate * gradient) / (weight + options.ridge));
    for (const example of node.examples) answers[example] = (answers[example] ?? 0) + answer;
    return answer;
  }
  const { feature, bin } = node.split;
  const limit = bins.limits[feature]?.[bin] ?? 0;
  return [feature, limit, renderTree(node.atMost, rendering), renderTree(node.above, rendering)];
}

/** Three digits: more would be the examples' own, and would not survive another machine's rounding. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}
