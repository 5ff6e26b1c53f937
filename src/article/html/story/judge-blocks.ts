import type { Block } from '../blocks/page-blocks.ts';
import { cutBelowLabels } from './cut-below-labels.ts';
import { cutDek } from './cut-dek.ts';
import { cutRepeats } from './cut-repeats.ts';
import { cutReplies } from './cut-replies.ts';
import { cutTail } from './cut-tail.ts';
import type { Cuts } from './cuts.ts';
import { firstRule } from './first-rule.ts';
import type { PageFacts } from './page-facts.ts';
import { placeRule } from './place-rule.ts';
import { recoverBlocks } from './recover-blocks.ts';
import { surveyStory } from './story.ts';
import { trimEdges } from './trim-edges.ts';

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
  recoverBlocks(blocks, cuts, story);
  cutBelowLabels(blocks, cuts);
  cutDek(blocks, cuts, story);
  trimEdges(blocks, cuts, story);
  if (facts.isThread) cutReplies(blocks, cuts);
  cutTail(blocks, cuts, facts);
  cutRepeats(blocks, cuts);
  return blocks.map((block, index) => {
    const cut = cuts[index];
    // What Readability left out mostly says itself what it is.
    return { block, cut: cut === 'outside' ? (placeRule(block, story) ?? cut) : cut };
  });
}
