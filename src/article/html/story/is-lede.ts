import type { Block } from '../blocks/page-blocks.ts';
import { endsSentence, linkShare, textWeight } from '../blocks/prose.ts';
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
export function isLede(block: Block, story: Story): boolean {
  if (story.headline === -1 || block.index <= Math.max(story.headline, story.byline)) return false;
  if (block.index >= story.first || block.place.tags.has('HEADER')) return false;
  if (
    !endsSentence(block.text) ||
    linkShare(block) > 0.3 ||
    textWeight(block.text) < MIN_LEDE_WEIGHT
  )
    return false;
  return story.enclosesFirst(block.place.outer) && !sameStart(block.text, story.facts.description);
}

function sameStart(one: string, other: string): boolean {
  const chars = Math.min(SAME_START_CHARS, one.length, other.length);
  return chars > 0 && one.slice(0, chars) === other.slice(0, chars);
}
