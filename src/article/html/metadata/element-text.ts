import { followingNode } from './following-node.ts';
import type { PageElement, PageNode } from './metadata.ts';

const MAX_NODES = 400;
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button', 'select']);
const INLINE_NAMES =
  'a abbr b bdi bdo cite em font i label mark s small span strong sub sup time u wbr';

/** Elements that stand in a line of text and do not end it. */
export const INLINE: ReadonlySet<string> = new Set(INLINE_NAMES.split(' '));

/** The text of an element with a space where a block or a line ends, or, when `apart`, where any element does. */
export function elementText(element: PageElement, maxChars: number, apart = false): string {
  const parts: string[] = [];
  const isApart = (one: PageElement): boolean => apart || !INLINE.has(one.localName);
  const leave = (one: PageElement): void => {
    if (isApart(one)) parts.push(' ');
  };
  let chars = 0;
  let node: PageNode | null = element;
  for (let seen = 0; node !== null && seen < MAX_NODES && chars < maxChars; seen += 1) {
    let enter: boolean = node.nodeType === 1;
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').slice(0, maxChars);
      parts.push(text);
      chars += text.length;
    } else if (enter) {
      const inner = node as PageElement;
      enter = !UNREAD.has(inner.localName);
      if (isApart(inner)) parts.push(' ');
    }
    node = (enter ? node.firstChild : null) ?? followingNode(node, { root: element, leave });
  }
  return parts.join('').slice(0, maxChars);
}
