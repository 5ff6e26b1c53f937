import type { StoryTerms } from './story-terms.ts';

/** How like a sentence is to the others of its story: cosines of their terms, rare terms of the story weighing more. */
export interface Likeness {
  /** Summed over the sentences before it, and over those after it (directed centrality: Zheng & Lapata, 2019). */
  readonly before: number;
  readonly after: number;
  readonly maxBefore: number;
  readonly maxAfter: number;
  readonly toFirst: number;
  readonly toPrevious: number;
  readonly toNext: number;
}

/** Each sentence's likeness to the others; looks only at pairs that share a term. */
export function findLikeness(story: StoryTerms): readonly Likeness[] {
  const { terms, bySentence } = story;
  const size = bySentence.length;
  const weights = terms.map(({ sentences }) => Math.log(1 + size / sentences.length) ** 2);
  const norms = bySentence.map((own) =>
    Math.sqrt(own.reduce((sum, term) => sum + (weights[term] ?? 0), 0)),
  );
  const all = bySentence.map(() => {
    return {
      before: 0,
      after: 0,
      maxBefore: 0,
      maxAfter: 0,
      toFirst: 0,
      toPrevious: 0,
      toNext: 0,
    };
  });
  const products = new Float64Array(size);
  for (const [at, own] of bySentence.entries()) {
    const one = all[at];
    if (one === undefined) continue;
    products.fill(0);
    for (const term of own)
      for (const other of terms[term]?.sentences ?? [])
        if (other > at) products[other] = (products[other] ?? 0) + (weights[term] ?? 0);
    for (let later = at + 1; later < size; later += 1) {
      const product = products[later] ?? 0;
      const other = all[later];
      if (product === 0 || other === undefined) continue;
      const cosine = product / ((norms[at] ?? 1) * (norms[later] ?? 1));
      one.after += cosine;
      one.maxAfter = Math.max(one.maxAfter, cosine);
      other.before += cosine;
      other.maxBefore = Math.max(other.maxBefore, cosine);
      if (at === 0) other.toFirst = cosine;
      if (later > at + 1) continue;
      one.toNext = cosine;
      other.toPrevious = cosine;
    }
  }
  return all;
}
