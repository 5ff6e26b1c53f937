import { furnitureKind } from '../../furniture/line-kind.ts';
import type { Block } from '../blocks/page-blocks.ts';
import { textWeight } from '../blocks/prose.ts';
import type { Cuts } from './cuts.ts';
import type { Story } from './story.ts';

/** More sentences than this between headline and byline are no dek. */
const MAX_DEK_BLOCKS = 2;
/** A dek is no longer than this. */
const MAX_DEK_WEIGHT = 400;

/** Cuts what stands between the headline and the byline or date below it. */
export function cutDek(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  if (story.headline === -1) return;
  const above: Block[] = [];
  for (const block of blocks.slice(story.headline + 1)) {
    const cut = cuts[block.index];
    if (isSignature(block, cut)) {
      for (const dek of above) cuts[dek.index] = 'dek';
      return;
    }
    if (cut !== undefined) continue;
    above.push(block);
    if (above.length > MAX_DEK_BLOCKS || textWeight(block.text) > MAX_DEK_WEIGHT) return;
  }
}

/** A byline or a date, whether a rule cut it or Readability had left it out before. */
function isSignature(block: Block, cut: string | undefined): boolean {
  if (cut === 'outside' && block.place.rules.has('byline')) return true;
  const rule = cut === 'outside' ? furnitureKind(block.text) : cut;
  return rule === 'byline' || rule === 'date';
}
