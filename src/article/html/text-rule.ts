import type { Block } from './page-blocks.ts';
import { isHeading, linkShare } from './prose.ts';
import type { Story } from './story.ts';

/** The rule that the block's own words and links speak for. */
export function textRule(block: Block, story: Story): string | undefined {
  if (sameWords(block.text, story.facts.title)) return 'headline';
  if (linkShare(block) >= 0.85 && block.text.length > 20 && !isHeading(block) && block.place.tag !== 'LI') return 'link-only';
  return undefined;
}

function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
