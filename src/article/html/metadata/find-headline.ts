import { followingNode } from './following-node.ts';
import type { PageDocument, PageElement, PageNode } from './metadata.ts';
import { isUnseen } from './is-foreign.ts';
import { foldTitle } from './same-words.ts';

/** The headline stands near the top; looking further would find the story's own words. */
const MAX_NODES = 3_000;
const SKIPPED = new Set(
  'head script style noscript template svg select option button nav'.split(' '),
);

/**
 * The element whose text is the title, on pages that set their headline in no heading element:
 * old pages and those that make everything of `div`.
 */
export function findHeadline(document: PageDocument, title: string): PageElement | undefined {
  const wanted = foldTitle(title);
  const root = document.documentElement;
  if (wanted === '' || root === null) return undefined;
  let node: PageNode | null = root.firstChild;
  for (let seen = 0; node !== null && seen < MAX_NODES; seen += 1) {
    if (node.nodeType === 3 && isTitle(node, title, wanted)) return node.parentNode as PageElement;
    const enter =
      node.nodeType !== 1 ||
      (!SKIPPED.has((node as PageElement).localName) && !isUnseen(node as PageElement));
    node = (enter ? node.firstChild : null) ?? followingNode(node, { root });
  }
  return undefined;
}

function isTitle(node: PageNode, title: string, wanted: string): boolean {
  const text = node.textContent?.trim() ?? '';
  return Math.abs(text.length - title.length) < 10 && foldTitle(text) === wanted;
}
