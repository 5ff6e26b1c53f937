import { Readability } from '@mozilla/readability';
import { BLOCK_MARK } from '../blocks/block-mark.ts';

/**
 * The indexes of the blocks that Readability takes for the article. It rearranges the document:
 * whatever is still wanted of it must have been read before.
 */
export function readabilityChoice(document: Document): ReadonlySet<number> {
  const reader = new Readability<Element>(document, {
    disableJSONLD: true,
    // The elements themselves, not their HTML: the marks are all that is read.
    serializer: (node) => node as Element,
  });
  const content = reader.parse()?.content;
  const chosen = new Set<number>();
  if (!content) return chosen;
  for (const element of content.querySelectorAll(`[${BLOCK_MARK}]`)) {
    chosen.add(Number(element.getAttribute(BLOCK_MARK)));
  }
  return chosen;
}
