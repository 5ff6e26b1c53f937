import type { Cut } from './article.ts';

/** Something that stands in a page: a paragraph of the article where no rule cut it. */
export interface Piece {
  readonly text: string;
  readonly rule?: string | undefined;
}

/** The cuts among the pieces of a page, given in its order, each at its place between the paragraphs. */
export function placeCuts(pieces: readonly Piece[]): readonly Cut[] {
  const cuts: Cut[] = [];
  let before = 0;
  for (const { text, rule } of pieces) {
    if (rule === undefined) before += 1;
    else cuts.push({ text, rule, before });
  }
  return cuts;
}
