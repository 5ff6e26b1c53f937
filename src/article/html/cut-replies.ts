import type { Block } from './page-blocks.ts';
import type { Cuts } from './judge-blocks.ts';
import type { Place } from './place.ts';
import { outward } from './place.ts';

/** Elements that a thread's posts are made of. */
const POST_TAGS = new Set(['ARTICLE', 'DIV', 'SECTION', 'LI', 'TR', 'TABLE']);

/**
 * Cuts the replies of a thread: elements of the same kind beside the one that holds the first post,
 * each signed by somebody.
 */
export function cutReplies(blocks: readonly Block[], cuts: Cuts): void {
  const first = blocks.find((block) => cuts[block.index] === undefined);
  if (first === undefined) return;
  const own = new Set(outward(first.place));
  const signed = new Set<Place>();
  for (const block of blocks) {
    if ([...outward(block.place)].some((place) => place.rule === 'byline')) {
      for (const place of outward(block.place)) signed.add(place);
    }
  }
  for (const block of blocks.slice(first.index)) {
    if (cuts[block.index] !== undefined) continue;
    const isReply = [...outward(block.place)].some(
      (place) => !own.has(place) && signed.has(place) && POST_TAGS.has(place.tag) && isBeside(place, own),
    );
    if (isReply) cuts[block.index] = 'reply';
  }
}

function isBeside(place: Place, own: ReadonlySet<Place>): boolean {
  for (const at of own) if (at.outer === place.outer && at.kind === place.kind) return true;
  return false;
}
