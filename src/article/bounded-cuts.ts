import type { Cut } from './article.ts';

/** What a reading tells of its cuts at most: enough to see which rule took what. */
const MAX_CUTS = 500;
const MAX_CUT_CHARS = 300;

/** The first cuts, each from its beginning. */
export function boundedCuts(cuts: readonly Cut[]): readonly Cut[] {
  return cuts
    .slice(0, MAX_CUTS)
    .map((cut) => ({ ...cut, text: cut.text.slice(0, MAX_CUT_CHARS).toWellFormed() }));
}
