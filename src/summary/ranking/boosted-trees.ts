/** A small tree of decisions: either one more question or the answer. `[feature, limit, atMost, above]`. */
export type Tree = number | readonly [feature: number, limit: number, atMost: Tree, above: Tree];

/** Trees whose answers add up, fitted one after the other to what those before left (Friedman, 2001). */
export interface BoostedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** What the trees make of one row of features. */
export function sumTrees({ base, trees }: BoostedTrees, values: ArrayLike<number>): number {
  let sum = base;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') node = (values[node[0]] ?? 0) <= node[1] ? node[2] : node[3];
    sum += node;
  }
  return sum;
}
