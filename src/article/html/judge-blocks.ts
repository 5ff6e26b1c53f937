import { cutRepeats } from './cut-repeats.ts';
import { cutTail } from './cut-tail.ts';
import { isLede } from './is-lede.ts';
import type { Block } from './page-blocks.ts';
import { placeRule } from './place-rule.ts';
import { endsSentence, isHeading, isProse, textWeight } from './prose.ts';
import type { Story } from './story.ts';
import { surveyStory } from './story.ts';
import { textRule } from './text-rule.ts';

export interface Judged {
  readonly block: Block;
  /** The rule that cut it; undefined for a block of the story. */
  readonly cut: string | undefined;
}

/** What the judges of blocks know about the page besides its blocks. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly byline: readonly string[];
}

/** The rule that cuts each block, by the block's index; undefined where it stays. Filled in step by step. */
export type Cuts = (string | undefined)[];

/** Decides for every block whether it belongs to the story, and if not, by which rule it goes. */
export function judgeBlocks(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  facts: PageFacts,
): readonly Judged[] {
  const story = surveyStory(blocks, chosen, facts);
  const cuts: Cuts = blocks.map((block) => (story.chosen.has(block.index) ? firstRule(block, story) : 'outside'));
  recoverProse(blocks, cuts, story);
  recoverLists(blocks, cuts, story);
  trimHead(blocks, cuts, story);
  trimEnd(blocks, cuts, story);
  cutTail(blocks, cuts, facts);
  cutRepeats(blocks, cuts);
  return blocks.map((block, index) => ({ block, cut: cuts[index] }));
}

function firstRule(block: Block, story: Story): string | undefined {
  return placeRule(block, story) ?? textRule(block, story);
}

function isBetween(block: Block, story: Story): boolean {
  return block.index >= story.first && block.index <= story.last && story.isInRoot(block);
}

/** Takes back prose from inside the story's own container that Readability dropped and no rule speaks against. */
function recoverProse(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  for (const block of blocks) {
    if (cuts[block.index] !== 'outside' || !isProse(block)) continue;
    if (!isBetween(block, story) && !isLede(block, blocks, story)) continue;
    if (firstRule(block, story) === undefined) cuts[block.index] = undefined;
  }
}

/** Takes back list items inside the story, and the headings that lead to something kept. */
function recoverLists(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  let next: Block | undefined;
  for (const block of blocks.toReversed()) {
    const isLost = cuts[block.index] === 'outside' && isBetween(block, story);
    if (isLost && (block.place.tag === 'LI' || (isHeading(block) && next !== undefined)) && firstRule(block, story) === undefined) {
      cuts[block.index] = undefined;
    }
    // A heading leads to the block right below it, furniture aside.
    if (cuts[block.index] === undefined) next = block;
    else if (cuts[block.index] === 'outside') next = undefined;
  }
}

/** A sentence this long in a heading's place is a dek. */
const MIN_DEK_WEIGHT = 60;

/** Before the story's first paragraph only its own neighbours stay, and a subhead that leads to it. */
function trimHead(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  const first = blocks.find((block) => cuts[block.index] === undefined && isProse(block));
  if (first === undefined) return;
  for (const block of blocks.slice(0, first.index)) {
    if (cuts[block.index] !== undefined) continue;
    const isSubhead = isHeading(block) && block.index !== story.headline + 1 && story.enclosesFirst(block.place.outer?.outer);
    if (!isSubhead && !story.areNeighbours(block, first)) cuts[block.index] = 'before-story';
    else if (isHeading(block) && endsSentence(block.text) && textWeight(block.text) > MIN_DEK_WEIGHT) cuts[block.index] = 'dek';
  }
}

/** After the story's last paragraph only its own neighbours stay, and no heading that leads to nothing. */
function trimEnd(blocks: readonly Block[], cuts: Cuts, story: Story): void {
  const last = blocks.findLast((block) => cuts[block.index] === undefined && (isProse(block) || block.place.tag === 'LI'));
  if (last === undefined) return;
  let leadsToNothing = true;
  for (const block of blocks.slice(last.index + 1).toReversed()) {
    if (cuts[block.index] !== undefined) continue;
    if (!story.areNeighbours(block, last) || (leadsToNothing && isHeading(block))) cuts[block.index] = 'after-story';
    else leadsToNothing = false;
  }
}
