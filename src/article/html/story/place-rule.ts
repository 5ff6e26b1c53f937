import type { Block } from '../blocks/page-blocks.ts';
import type { Place } from '../blocks/place.ts';
import { isProse } from '../blocks/prose.ts';
import type { Story } from './story.ts';

/** Elements whose meaning the HTML standard fixes: what stands in one is never the story's text. */
const RULE_OF_STRICT_TAG: readonly (readonly [tag: string, rule: string])[] = [
  ['FIGCAPTION', 'caption'],
  ['CAPTION', 'caption'],
  ['NAV', 'navigation'],
  ['H1', 'headline'],
];

/** Elements that should be furniture, and that some pages wrap around everything. */
const RULE_OF_LOOSE_TAG: ReadonlyMap<string, string> = new Map([
  ['ASIDE', 'aside'],
  ['FOOTER', 'page-footer'],
  ['FORM', 'form'],
  ['ADDRESS', 'byline'],
]);

/** Names that a quoted post or an embedded letter may bear and that say nothing against it. */
const QUOTE_SAFE = new Set(['media', 'sidebar', 'share', 'gallery']);

/** The rule that some element around the block speaks for, from the inside out, up to the story's own container. */
export function placeRule(block: Block, story: Story): string | undefined {
  const strict = RULE_OF_STRICT_TAG.find(([tag]) => block.place.tags.has(tag))?.[1];
  if (strict !== undefined && !(strict === 'headline' && isSubhead(block, story))) return strict;
  const isQuoted = block.place.tags.has('BLOCKQUOTE');
  for (let place: Place | undefined = block.place; place !== undefined; place = place.outer) {
    if (story.isLinkList(place)) return 'link-list';
    if (story.isMain(place)) return undefined;
    const rule = ruleOf(block, place);
    if (rule === undefined || (isQuoted && QUOTE_SAFE.has(rule))) continue;
    if (rule === 'dek' && block.index > story.first) continue;
    if (!story.isMistrusted(place)) return rule;
  }
  return undefined;
}

/** Some pages set their subheads as top headings; such a one stands among the story's paragraphs. */
function isSubhead(block: Block, story: Story): boolean {
  return block.index > story.first && block.index < story.last && story.hasSiblings(block);
}

function ruleOf(block: Block, place: Place): string | undefined {
  // A header's sentences are the dek; its headings may be the story's subheads.
  if (place.tag === 'HEADER' && isProse(block)) return 'dek';
  return RULE_OF_LOOSE_TAG.get(place.tag) ?? place.rule;
}
