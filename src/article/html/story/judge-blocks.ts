import { furnitureKind } from '../../furniture/line-kind.ts';
import { cutRepeats } from './cut-repeats.ts';
import type { Cuts } from './cuts.ts';
import type { PageFacts } from './page-facts.ts';
import { cutReplies } from './cut-replies.ts';
import { cutTail } from './cut-tail.ts';
import { isLede } from './is-lede.ts';
import type { Block } from '../blocks/page-blocks.ts';
import { placeRule } from './place-rule.ts';
import { endsSentence, isHeading, isProse, linkShare, textWeight } from '../blocks/prose.ts';
import type { Story } from './story.ts';
import { surveyStory } from './story.ts';
import { textRule } from './text-rule.ts';

export interface Judged {
  readonly block: Block;
  /** The rule that cut it; undefined for a block of the story. */
  readonly cut: string | undefined;
}

/** Decides for every block whether it belongs to the story, and if not, by which rule it goes. */
export function judgeBlocks(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  facts: PageFacts,
): readonly Judged[] {
  const story = surveyStory(blocks, chosen, facts);
  const cuts: Cuts = blocks.map((block) =>
    story.chosen.has(block.index) ? firstRule(block, story) : 'outside',
  );
  recoverProse(blocks, cuts, story);
  recoverLists(blocks, cuts, story);
  cutBelowLabels(blocks, cuts);
  cutDek(blocks, cuts, story);
  trimHead(blocks, cuts, story);
  trimEnd(blocks, cuts, story);
  if (facts.isThread) cutReplies(blocks, cuts);
  cutTail(blocks, cuts, facts);
  cutRepeats(blocks, cuts);
  return blocks.map((block, index) => {
    const cut = cuts[index];
    // What Readability left out mostly says itself what it is.
    return { block, cut: cut === 'outside' ? (placeRule(block, story) ?? cut) : cut };
  });
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
    if (!isBetween(block, story) && !isLede(block, story)) continue;
    if (firstRule(block, story) === undefined) cuts[block.index] = undefined;
  }
}

/** Takes back list items inside the story, and the headings that lead to something kept. */
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

/** Rules that a box's label goes by; the links right below such a label go with it. */
const LABEL_RULES = new Set(['related', 'topics', 'share', 'newsletter', 'section']);

function cutBelowLabels(blocks: readonly Block[], cuts: Cuts): void {
  let isBelowLabel = false;
  for (const block of blocks) {
    const cut = cuts[block.index];
    if (cut === undefined && isBelowLabel && linkShare(block) > 0.9) cuts[block.index] = 'related';
    else if (cut === undefined) isBelowLabel = false;
    else if (LABEL_RULES.has(cut === 'outside' ? (furnitureKind(block.text) ?? '') : cut))
      isBelowLabel = true;
  }
}

/** More sentences than this between headline and byline are no dek. */
const MAX_DEK_BLOCKS = 2;
/** A dek is no longer than this. */
const MAX_DEK_WEIGHT = 400;

/** Cuts what stands between the headline and the byline or date below it. */
function cutDek(blocks: readonly Block[], cuts: Cuts, story: Story): void {
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
  const rule = cut === 'outside' ? (placeName(block) ?? furnitureKind(block.text)) : cut;
  return rule === 'byline' || rule === 'date';
}

function placeName(block: Block): string | undefined {
  return block.place.rules.has('byline') ? 'byline' : undefined;
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
