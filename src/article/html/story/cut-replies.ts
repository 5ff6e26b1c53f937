import type { Block } from '../blocks/page-blocks.ts';
import type { Cuts } from './cuts.ts';
import type { Place } from '../blocks/place.ts';
import { sumByPlace } from '../blocks/place.ts';

/** Elements that a thread's posts are made of. */
const POST_TAGS = new Set(['ARTICLE', 'DIV', 'SECTION', 'LI', 'TABLE']);

/**
 * Cuts the replies of a thread: elements of the same kind beside the one that holds the first post,
 * each signed by somebody.
 */
export function cutReplies(blocks: readonly Block[], cuts: Cuts): void {
  const first = blocks.find((block) => cuts[block.index] === undefined);
  if (first === undefined) return;
  // The kinds of the elements around the first post, by the element that they stand in.
  const kinds = new Map<Place | undefined, Place>();
  for (let at: Place | undefined = first.place; at !== undefined; at = at.outer)
    kinds.set(at.outer, at);
  const signatures = sumByPlace(blocks, (block) => (block.place.rules.has('byline') ? 1 : 0));

  for (const block of blocks.slice(first.index)) {
    if (cuts[block.index] !== undefined) continue;
    for (let at: Place | undefined = block.place; at !== undefined; at = at.outer) {
      const sibling = kinds.get(at.outer);
      if (sibling === undefined) continue;
      const isPost = POST_TAGS.has(at.tag) && (signatures.get(at) ?? 0) > 0;
      if (sibling !== at && sibling.kind === at.kind && isPost) cuts[block.index] = 'reply';
      break;
    }
  }
}
