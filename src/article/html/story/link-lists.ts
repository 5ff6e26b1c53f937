import type { Block } from '../blocks/page-blocks.ts';
import type { Place } from '../blocks/place.ts';
import { sumByPlace } from '../blocks/place.ts';
import { isHeading, linkShare } from '../blocks/prose.ts';

const LIST_TAGS = new Set(['UL', 'OL', 'DL', 'MENU']);
const CARD_TAGS = new Set(['LI', 'ARTICLE', 'TD', 'DIV', 'SECTION']);

/** A list is made of links when they are this share of its characters. */
const LINK_LIST_SHARE = 0.8;
/** A card is a linked headline with a line or two about another story. */
const MAX_CARD_CHARS = 500;
const MAX_CARD_BLOCKS = 7;

/** Lists that are nearly all links, and cards that lead to other stories. */
export function findLinkLists(blocks: readonly Block[]): ReadonlySet<Place> {
  const chars = sumByPlace(blocks, (block) => block.text.length);
  const linkChars = sumByPlace(blocks, (block) => block.linkChars);
  const counts = sumByPlace(blocks, () => 1);
  const linkedHeadings = sumByPlace(blocks, (block) =>
    isHeading(block) && linkShare(block) >= 0.9 ? 1 : 0,
  );
  const found = new Set<Place>();
  for (const [place, count] of counts) {
    const size = chars.get(place) ?? 0;
    const isList =
      LIST_TAGS.has(place.tag) && (linkChars.get(place) ?? 0) >= size * LINK_LIST_SHARE;
    const isCard =
      CARD_TAGS.has(place.tag) &&
      (linkedHeadings.get(place) ?? 0) > 0 &&
      size <= MAX_CARD_CHARS &&
      count <= MAX_CARD_BLOCKS;
    if (count > 1 && (isList || isCard)) found.add(place);
  }
  return found;
}
