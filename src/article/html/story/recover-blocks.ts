import type { Block } from '../blocks/page-blocks.ts';
import { isHeading, isProse } from '../blocks/prose.ts';
import type { Cuts } from './cuts.ts';
import { firstRule } from './first-rule.ts';
import { isLede } from './is-lede.ts';
import type { Story } from './story.ts';

/** Takes back what Readability dropped of the story and no rule speaks against. */
export function recoverBlocks(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  recoverProse(blocks, cuts, story);
  recoverLists(blocks, cuts, story);
}

/** Paragraphs inside the story's own container, and a lede set apart above it. */
function recoverProse(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  for (const block of blocks) {
    if (cuts[block.index] !== 'outside' || !isProse(block)) continue;
    if (!isBetween(block, story) && !isLede(block, story)) continue;
    if (firstRule(block, story) === undefined) cuts[block.index] = undefined;
  }
}

/** List items inside the story, and the headings that lead to something kept. */
function recoverLists(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  let next: Block | undefined;
  for (const block of blocks.toReversed()) {
    const isLost = cuts[block.index] === 'outside' && isBetween(block, story);
    if (
      isLost &&
      (block.place.tag === 'LI' || (isHeading(block) && next !== undefined)) &&
      firstRule(block, story) === undefined
    ) {
      cuts[block.index] = undefined;
    }
    // A heading leads to the block right below it, furniture aside.
    if (cuts[block.index] === undefined) next = block;
    else if (cuts[block.index] === 'outside') next = undefined;
  }
}

function isBetween(block: Block, story: Story): boolean {
  return block.index >= story.first && block.index <= story.last && story.isInRoot(block);
}
