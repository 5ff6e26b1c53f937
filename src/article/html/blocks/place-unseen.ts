import { BLOCK_MARK } from './block-mark.ts';
import { isWorded, type Unseen } from './drop-unseen.ts';

const ELEMENT = 1;
const TEXT = 3;

/** Text that nobody sees, and where it was. */
export interface PlacedUnseen {
  readonly text: string;
  /** The index of the block before which it stood, or within which; the number of blocks for what is below all. */
  readonly block: number;
}

/**
 * Places what `dropUnseen` took out, in the order of the page: the blocks must be marked by now, and the document's
 * texts be those that it left.
 */
export function placeUnseen(root: Element, unseen: readonly Unseen[]): readonly PlacedUnseen[] {
  const placed: PlacedUnseen[] = [];
  if (unseen.length === 0) return placed;
  let texts = 0;
  let blocks = 0;
  const place = (block: number): void => {
    for (
      let next = unseen[placed.length];
      next?.textsBefore === texts;
      next = unseen[placed.length]
    )
      placed.push({ text: next.text, block });
  };
  const visit = (element: Element, outer: number | undefined): void => {
    const mark = element.getAttribute(BLOCK_MARK);
    const inside = mark === null ? outer : Number(mark);
    if (mark !== null) blocks = Number(mark) + 1;
    let child = element.firstChild;
    while (child !== null && placed.length < unseen.length) {
      if (child.nodeType === ELEMENT) visit(child as Element, inside);
      else if (child.nodeType === TEXT && isWorded(child)) {
        place(inside ?? blocks);
        texts += 1;
      }
      child = child.nextSibling;
    }
  };
  visit(root, undefined);
  place(blocks);
  return placed;
}
