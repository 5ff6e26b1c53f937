import { INLINE } from './element-text.ts';
import { followingNode } from './following-node.ts';
import type { PageElement, PageNode } from './metadata.ts';
import { isForeign, isUnseen } from './is-foreign.ts';

/** A line of text near the headline: the text of one block, or of a run of text and inline elements in it. */
export interface NearLine {
  readonly text: string;
  readonly isAfter: boolean;
}

/** What stands around a headline, where bylines and dates stand. */
export interface Surroundings {
  readonly lines: readonly NearLine[];
  readonly elements: ReadonlySet<PageElement>;
}

const NODES_BEFORE = 60;
const NODES_AFTER = 500;
const MAX_LINES = 60;
const MAX_PROSE_CHARS = 1_500;
const MAX_LINE_CHARS = 400;
const SKIPPED = new Set(
  'script style noscript template svg select option button textarea iframe figure nav footer form'.split(
    ' ',
  ),
);

/** Walks from a little before the headline to the first paragraphs after it. */
export function surroundings(headline: PageElement): Surroundings {
  const lines: NearLine[] = [];
  const elements = new Set<PageElement>();
  let parts: string[] = [];
  let isAfter = false;
  let prose = 0;
  const endLine = (): void => {
    const text = parts.join('').replace(/\s+/gu, ' ').trim();
    parts = [];
    if (text === '') return;
    if (isAfter && text.length > 160) prose += text.length;
    if (text.length <= MAX_LINE_CHARS) lines.push({ text, isAfter });
  };
  const leave = (element: PageElement): void => {
    if (!INLINE.has(element.localName)) endLine();
  };
  let node: PageNode | null = startBefore(headline);
  for (let seen = 0; node !== null && seen < NODES_BEFORE + NODES_AFTER; seen += 1) {
    if (node === headline) {
      endLine();
      isAfter = true;
      node = followingNode(node, { leave });
      continue;
    }
    let enter = true;
    if (isElement(node)) {
      if (!INLINE.has(node.localName)) endLine();
      enter = !SKIPPED.has(node.localName) && !isUnseen(node) && !isForeign(node, headline);
      if (enter) elements.add(node);
      parts.push(' ');
    } else if (node.nodeType === 3 && !isSkipped(node.parentNode))
      parts.push((node.textContent ?? '').slice(0, MAX_LINE_CHARS + 1));
    if (prose > MAX_PROSE_CHARS || lines.length > MAX_LINES) break;
    node = (enter ? node.firstChild : null) ?? followingNode(node, { leave });
  }
  endLine();
  return { lines, elements };
}

function startBefore(headline: PageElement): PageNode {
  let node: PageNode = headline;
  for (let steps = 0; steps < NODES_BEFORE; steps += 1) {
    const before: PageNode | null =
      node.previousSibling === null ? node.parentNode : lastInside(node.previousSibling);
    if (
      before === null ||
      (before.nodeType !== 1 && before.nodeType !== 3 && before.nodeType !== 8)
    )
      break;
    node = before;
  }
  return node;
}

function lastInside(node: PageNode): PageNode {
  let last = node;
  while (last.lastChild !== null) last = last.lastChild;
  return last;
}

function isSkipped(node: PageNode | null): boolean {
  return node !== null && isElement(node) && SKIPPED.has(node.localName);
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}
