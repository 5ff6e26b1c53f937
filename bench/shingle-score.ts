const SHINGLE_WORDS = 4;
const WORD = /[\p{L}\p{N}_]+/gu;

/** How well one extracted text covers its reference; `undefined` where a share is not defined. */
export interface PageScore {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
}

export interface SetScore {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * Overlap of word 4-grams as multisets, the definition of the public article extraction benchmark
 * (github.com/scrapinghub/article-extraction-benchmark), so that numbers compare with published ones.
 */
export function scorePage(reference: string, predicted: string): PageScore {
  const wanted = countShingles(reference);
  const found = countShingles(predicted);
  let shared = 0;
  for (const [shingle, times] of found) shared += Math.min(times, wanted.get(shingle) ?? 0);
  return { precision: shareOf(shared, found), recall: shareOf(shared, wanted) };
}

/** F1 is the harmonic mean of the two means over pages, not the mean of the pages' F1. */
export function scoreSet(pages: readonly PageScore[]): SetScore {
  const precision = meanOf(pages.map((page) => page.precision));
  const recall = meanOf(pages.map((page) => page.recall));
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { f1, precision, recall };
}

function countShingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  // A text shorter than a shingle is one short shingle; an empty one has none.
  const last = Math.max(words.length - SHINGLE_WORDS, 0);
  for (let start = 0; start <= last && words.length > 0; start += 1) {
    const shingle = words.slice(start, start + SHINGLE_WORDS).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function shareOf(shared: number, counts: ReadonlyMap<string, number>): number | undefined {
  let total = 0;
  for (const times of counts.values()) total += times;
  return total === 0 ? undefined : shared / total;
}

function meanOf(values: readonly (number | undefined)[]): number {
  const defined = values.filter((value) => value !== undefined);
  return defined.length === 0 ? 0 : defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
