import type { Block } from './page-blocks.ts';
import { isInside, outward } from './place.ts';
import { endsSentence, linkShare, textWeight } from './prose.ts';
import type { Story } from './story.ts';

/** A lede is longer than this; what is shorter between headline and story is a label or a dek. */
const MIN_LEDE_WEIGHT = 80;
/** So much of the start of two texts tells whether one is the other. */
const SAME_START_CHARS = 60;

/**
 * Says whether a block is the story's first paragraph, set apart from the rest: a sentence between the headline
 * and the story, in an element that holds the story too. A dek looks alike, but is also the page's description,
 * or has the byline below it.
 */
export function isLede(block: Block, blocks: readonly Block[], story: Story): boolean {
  if (block.index >= story.first || block.index <= story.headline || story.headline === -1) return false;
  if (isInside(block.place, 'HEADER') || !endsSentence(block.text) || linkShare(block) > 0.3) return false;
  if (textWeight(block.text) < MIN_LEDE_WEIGHT || !story.enclosesFirst(block.place.outer)) return false;
  if (sameStart(block.text, story.facts.description)) return false;
  return !blocks.slice(block.index + 1, story.first).some((between) => isByline(between));
}

function isByline(block: Block): boolean {
  for (const place of outward(block.place)) if (place.rule === 'byline' || place.tag === 'ADDRESS') return true;
  return false;
}

function sameStart(one: string, other: string): boolean {
  const chars = Math.min(SAME_START_CHARS, one.length, other.length);
  return chars > 0 && one.slice(0, chars) === other.slice(0, chars);
}
