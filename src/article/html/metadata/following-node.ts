import type { PageElement, PageNode } from './metadata.ts';

export interface Walk {
  /** The walk stays inside this node; without it, it goes on to the document's end. */
  readonly root?: PageNode;
  /** Called for each element whose end is passed, the innermost first. */
  readonly leave?: (element: PageElement) => void;
}

/** The next node after all that is inside this one, in the order of the page. */
export function followingNode(node: PageNode, { root, leave }: Walk): PageNode | null {
  let at: PageNode | null = node;
  while (at !== null && at !== root) {
    if (at.nodeType === 1) leave?.(at as PageElement);
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}
