import { furnitureKind } from '../../furniture/line-kind.ts';
import { bareText } from '../blocks/bare-text.ts';
import type { Block } from '../blocks/page-blocks.ts';
import { endsSentence, isHeading, linkShare, textWeight } from '../blocks/prose.ts';
import type { Story } from './story.ts';

/** What stands under a picture is no longer than this. */
const MAX_CAPTION_WEIGHT = 250;
/** Byline and date, printed in one run with the headline, add no more than this. */
const MAX_HEAD_CHARS = 120;

/** A time of day and nothing else, as it stands beside the entries of a live page. */
const TIME_ONLY = /^\d{1,2}[.:h]\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr|gmt|utc|h))?$/iu;

/** The rule that the block's own words and links speak for. */
export function textRule(block: Block, story: Story): string | undefined {
  if (isHeadline(block, story)) return 'headline';
  if (TIME_ONLY.test(block.text)) return 'date';
  // An entry of a live page bears its reporter's name.
  if (story.facts.byline.includes(block.text)) return 'byline';
  if (isAllLinks(block)) return 'link-only';
  if (block.hasImage && !endsSentence(block.text) && textWeight(block.text) < MAX_CAPTION_WEIGHT)
    return 'caption';
  // Numbers and single words are a table's data.
  if (block.place.tag === 'TR' || block.place.tags.has('TD')) return undefined;
  return furnitureKind(block.text);
}

function isHeadline(block: Block, { facts, first }: Story): boolean {
  const title = bareText(facts.title);
  if (title === '' || block.text.length > facts.title.length + MAX_HEAD_CHARS) return false;
  const text = bareText(block.text);
  return text === title || (block.index <= first && text.startsWith(title));
}

function isAllLinks(block: Block): boolean {
  if (isHeading(block) || block.place.tag === 'LI') return false;
  if (block.linkChars === 0) return false;
  return linkShare(block) >= 0.85 || bareText(block.text).length <= block.linkChars * 0.9;
}
