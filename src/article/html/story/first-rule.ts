import type { Block } from '../blocks/page-blocks.ts';
import { placeRule } from './place-rule.ts';
import type { Story } from './story.ts';
import { textRule } from './text-rule.ts';

/** The first rule that speaks against a block: by where it stands, then by what it says. */
export function firstRule(block: Block, story: Story): string | undefined {
  return placeRule(block, story) ?? textRule(block, story);
}
