import { furnitureKind } from '../../furniture/line-kind.ts';
import type { Block } from '../blocks/page-blocks.ts';
import { linkShare } from '../blocks/prose.ts';
import type { Cuts } from './cuts.ts';

/** Rules that a box's label goes by; the links right below such a label go with it. */
const LABEL_RULES = new Set(['related', 'topics', 'share', 'newsletter', 'section']);

/** Cuts the links below the label of a box, kept or not. */
export function cutBelowLabels(blocks: readonly Block[], cuts: Cuts): void {
  let isBelowLabel = false;
  for (const block of blocks) {
    const cut = cuts[block.index];
    if (cut === undefined && isBelowLabel && linkShare(block) > 0.9) cuts[block.index] = 'related';
    else if (cut === undefined) isBelowLabel = false;
    else if (LABEL_RULES.has(cut === 'outside' ? (furnitureKind(block.text) ?? '') : cut))
      isBelowLabel = true;
  }
}
