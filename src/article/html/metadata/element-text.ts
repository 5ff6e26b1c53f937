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
  let chars = 0;
  let node: PageNode | null = element;
  for (let seen = 0; node !== null && seen < MAX_NODES && chars < maxChars; seen += 1) {
    let enter: boolean = node.nodeType === 1;
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').slice(0, maxChars);
      parts.push(text);
      chars += text.length;
    } else if (enter) {
      const name: string = (node as PageElement).localName;
      enter = !UNREAD.has(name);
      if (apart || !INLINE.has(name)) parts.push(' ');
    }
    node = (enter ? node.firstChild : null) ?? following(node, element, parts, apart);
  }
  return parts.join('').slice(0, maxChars);
}

// eslint-disable-next-line max-params -- a step of the walk above, which owns all four
function following(
  node: PageNode,
  root: PageElement,
  parts: string[],
  apart: boolean,
): PageNode | null {
  let at: PageNode | null = node;
  while (at !== null && at !== root) {
    if (at.nodeType === 1 && (apart || !INLINE.has((at as PageElement).localName))) parts.push(' ');
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}
