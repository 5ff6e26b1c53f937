import type { Block } from './page-blocks.ts';
import { placeRule } from './place-rule.ts';
import { endsSentence, isHeading, isProse, linkShare, textWeight } from './prose.ts';
import { isInside } from './place.ts';
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
}

/** Decides for every block whether it belongs to the story, and if not, by which rule it goes. */
export function judgeBlocks(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  facts: PageFacts,
): readonly Judged[] {
  const story = surveyStory(blocks, chosen, facts);
  const cuts = blocks.map((block) => (story.chosen.has(block.index) ? firstRule(block, story) : 'outside'));
  recover(blocks, cuts, story);
  trimEdges(blocks, cuts, story);
  cutRepeats(blocks, cuts);
  return blocks.map((block, index) => ({ block, cut: cuts[index] }));
}

function firstRule(block: Block, story: Story): string | undefined {
  return placeRule(block, story) ?? textRule(block, story);
}

/** Takes back prose from inside the story's own container that Readability dropped and no rule speaks against. */
function recover(blocks: readonly Block[], cuts: (string | undefined)[], story: Story): void {
  for (const block of blocks) {
    if (cuts[block.index] !== 'outside' || !isProse(block)) continue;
    const isBetween = block.index >= story.first && block.index <= story.last && story.isInRoot(block);
    if ((isBetween || isLede(block, story)) && firstRule(block, story) === undefined) cuts[block.index] = undefined;
  }
}

/** A lede is longer than this; what is shorter between headline and story is a label or a dek. */
const MIN_LEDE_WEIGHT = 80;

/** The first paragraph, set apart from the rest: between the headline and the story, a sentence, and not the page's description. */
function isLede(block: Block, story: Story): boolean {
  if (block.index >= story.first || block.index <= story.headline || story.headline === -1) return false;
  if (isInside(block.place, 'HEADER') || !endsSentence(block.text) || linkShare(block) > 0.3) return false;
  if (textWeight(block.text) < MIN_LEDE_WEIGHT || !story.enclosesFirst(block.place.outer)) return false;
  const start = block.text.slice(0, 60);
  return !story.facts.description.startsWith(start) && !start.startsWith(story.facts.description.slice(0, 60) || '\0');
}

/**
 * Before the story's first paragraph and after its last one only its own neighbours stay:
 * what stands in the same element and is no heading that leads to nothing.
 */
function trimEdges(blocks: readonly Block[], cuts: (string | undefined)[], story: Story): void {
  const kept = blocks.filter((block) => cuts[block.index] === undefined);
  const prose = kept.filter((block) => isProse(block));
  const first = prose[0];
  const last = prose.at(-1);
  if (first === undefined || last === undefined) return;
  for (const block of kept) {
    if (block.index < first.index && !story.areNeighbours(block, first)) cuts[block.index] = 'before-story';
    if (block.index > last.index && !story.areNeighbours(block, last)) cuts[block.index] = 'after-story';
  }
  for (let index = blocks.length - 1; index > last.index; index -= 1) {
    const block = blocks[index];
    if (block === undefined || cuts[index] !== undefined) continue;
    if (!isHeading(block)) break;
    cuts[index] = 'after-story';
  }
}

/** A paragraph of this length does not occur twice in one story by chance. */
const MIN_REPEAT_CHARS = 40;

function cutRepeats(blocks: readonly Block[], cuts: (string | undefined)[]): void {
  const seen = new Set<string>();
  for (const block of blocks) {
    if (cuts[block.index] !== undefined || block.text.length < MIN_REPEAT_CHARS) continue;
    const key = block.text.toLowerCase();
    if (seen.has(key)) cuts[block.index] = 'repeated';
    seen.add(key);
  }
}
