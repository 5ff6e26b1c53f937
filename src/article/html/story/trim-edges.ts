import type { Block } from '../blocks/page-blocks.ts';
import { endsSentence, isHeading, isProse, textWeight } from '../blocks/prose.ts';
import type { Cuts } from './cuts.ts';
import type { Story } from './story.ts';

/** Cuts what is left above and below the story and has no part in it. */
export function trimEdges(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  trimHead(blocks, cuts, story);
  trimEnd(blocks, cuts, story);
}

/** A sentence this long in a heading's place is a dek. */
const MIN_DEK_WEIGHT = 60;

/** Before the story's first paragraph only its own neighbours stay, and a subhead that leads to it. */
function trimHead(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  const first = blocks.find((block) => cuts[block.index] === undefined && isProse(block));
  if (first === undefined) return;
  for (const block of blocks.slice(0, first.index)) {
    if (cuts[block.index] !== undefined) continue;
    const isSubhead =
      isHeading(block) &&
      block.index !== story.headline + 1 &&
      story.enclosesFirst(block.place.outer?.outer);
    if (!isSubhead && !story.areNeighbours(block, first)) cuts[block.index] = 'before-story';
    else if (
      isHeading(block) &&
      endsSentence(block.text) &&
      textWeight(block.text) > MIN_DEK_WEIGHT
    )
      cuts[block.index] = 'dek';
  }
}

/** After the story's last paragraph only its own neighbours stay, and no heading that leads to nothing. */
function trimEnd(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  const last = blocks.findLast(
    (block) => cuts[block.index] === undefined && (isProse(block) || block.place.tag === 'LI'),
  );
  if (last === undefined) return;
  let leadsToNothing = true;
  for (const block of blocks.slice(last.index + 1).toReversed()) {
    if (cuts[block.index] !== undefined) continue;
    if (!story.areNeighbours(block, last) || (leadsToNothing && isHeading(block)))
      cuts[block.index] = 'after-story';
    else leadsToNothing = false;
  }
}
