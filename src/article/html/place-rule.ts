import type { Block } from './page-blocks.ts';
import type { Place } from './place.ts';
import { isProse } from './prose.ts';
import type { Story } from './story.ts';

const RULE_OF_TAG: ReadonlyMap<string, string> = new Map([
  ['FIGCAPTION', 'caption'],
  ['CAPTION', 'caption'],
  ['NAV', 'navigation'],
  ['ASIDE', 'aside'],
  ['FOOTER', 'page-footer'],
  ['FORM', 'form'],
  ['H1', 'headline'],
  ['ADDRESS', 'byline'],
]);

/** An element that holds more than this share of the story's prose is the story's own, whatever its name. */
const MAX_SHARE = 0.3;

/** Names that a quoted post or an embedded letter may bear and that say nothing against it. */
const QUOTE_SAFE = new Set(['media', 'sidebar', 'share', 'gallery']);

/** The rule that some element around the block speaks for, from the inside out, up to the story's own container. */
export function placeRule(block: Block, story: Story): string | undefined {
  const isQuoted = block.place.tags.has('BLOCKQUOTE');
  for (let place: Place | undefined = block.place; place !== undefined; place = place.outer) {
    if (story.shareOf(place) > MAX_SHARE) return undefined;
    const rule = ruleOf(block, place, story);
    if (rule === undefined || (isQuoted && QUOTE_SAFE.has(rule))) continue;
    if (rule === 'dek' && block.index > story.first) continue;
    return rule;
  }
  return undefined;
}

function ruleOf(block: Block, place: Place, story: Story): string | undefined {
  if (story.isLinkList(place)) return 'link-list';
  // A header's sentences are the dek; its headings may be the story's subheads.
  if (place.tag === 'HEADER' && isProse(block)) return 'dek';
  return RULE_OF_TAG.get(place.tag) ?? place.rule;
}
