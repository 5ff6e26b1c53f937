import { BLOCK_MARK } from './block-mark.ts';
import { plainText } from '../../../text/plain-text.ts';
import { BLOCK_TAGS } from './block-tags.ts';
import type { Place } from './place.ts';
import { placeOf } from './place.ts';

/** A run of text that a browser would set on lines of its own. */
export interface Block {
  /** Position among the page's blocks, in the order of the page; also the value of its mark. */
  readonly index: number;
  readonly text: string;
  /** How many of the characters of `text` stand inside links. */
  readonly linkChars: number;
  /** How many stand inside bold or italic type. */
  readonly strongChars: number;
  /** A picture stands among the words. */
  readonly hasImage: boolean;
  readonly place: Place;
}

const STRONG_TAGS = new Set(['B', 'STRONG', 'EM', 'I']);

const ELEMENT = 1;
const TEXT = 3;

/**
 * Cuts the page into blocks and marks each in the document, so that it can be found again after Readability has moved it.
 * Bare text between block elements is wrapped, and two line breaks in a row end a block.
 */
export function pageBlocks(document: Document): readonly Block[] {
  const containers = findContainers(document.body);
  const blocks: Block[] = [];

  const walk = (element: Element, place: Place): void => {
    let run: Node[] = [];
    const whole = !containers.has(element);
    const flush = (): void => {
      takeRun(run, whole ? element : undefined, place);
      run = [];
    };
    let child = element.firstChild;
    while (child !== null) {
      const next: ChildNode | null = child.nextSibling;
      if (isDataRow(child, containers)) {
        flush();
        takeRow(child as Element, placeOf(child as Element, place));
      } else if (
        child.nodeType === ELEMENT &&
        (containers.has(child) || BLOCK_TAGS.has(child.nodeName))
      ) {
        flush();
        walk(child as Element, placeOf(child as Element, place));
      } else {
        run.push(child);
      }
      child = next;
    }
    flush();
  };

  const takeRow = (row: Element, place: Place): void => {
    const cells = [...row.children].map((cell) => readInline([cell], place.tags.has('A')));
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.length === 0) return;
    row.setAttribute(BLOCK_MARK, String(blocks.length));
    blocks.push({
      index: blocks.length,
      text: filled.map((cell) => cell.text).join(CELL_SEPARATOR),
      linkChars: sum(filled.map((cell) => cell.linkChars)),
      strongChars: sum(filled.map((cell) => cell.strongChars)),
      hasImage: cells.some((cell) => cell.hasImage),
      place,
    });
  };

  const takeRun = (run: readonly Node[], owner: Element | undefined, place: Place): void => {
    const parts = splitAtDoubleBreaks(run);
    for (const part of parts) {
      const reading = readInline(part, place.tags.has('A'));
      if (reading.text === '') continue;
      const home = parts.length === 1 && owner !== undefined ? owner : wrap(document, part);
      home.setAttribute(BLOCK_MARK, String(blocks.length));
      blocks.push({ index: blocks.length, ...reading, place });
    }
  };

  walk(document.body, placeOf(document.body, undefined));
  return blocks;
}

/** Between the cells of a table's row, which become one paragraph. */
const CELL_SEPARATOR = ' | ';
/** A row of more text than this is laid out, not tabled. */
const MAX_ROW_CHARS = 400;

/** A row of a table of data: several cells of a few words each, and no blocks in them. */
function isDataRow(node: Node, containers: ReadonlySet<Node>): boolean {
  if (node.nodeName !== 'TR') return false;
  const cells = [...(node as Element).children];
  if (cells.length < 2 || cells.some((cell) => containers.has(cell))) return false;
  return (node.textContent ?? '').length <= MAX_ROW_CHARS;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Every element with a block element somewhere inside it: what stands in it are runs, not one block. */
function findContainers(root: Element): ReadonlySet<Node> {
  const containers = new Set<Node>();
  const holdsBlock = (element: Element): boolean => {
    let holds = false;
    for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) {
      const below = holdsBlock(child);
      if (below || BLOCK_TAGS.has(child.nodeName)) holds = true;
    }
    if (holds) containers.add(element);
    return holds;
  };
  holdsBlock(root);
  containers.add(root);
  return containers;
}

function splitAtDoubleBreaks(run: readonly Node[]): readonly (readonly Node[])[] {
  const parts: Node[][] = [];
  let part: Node[] = [];
  let breaks = 0;
  for (const node of run) {
    if (node.nodeName === 'BR') {
      breaks += 1;
      if (breaks === 2 && part.length > 0) {
        parts.push(part);
        part = [];
      }
    } else if (node.nodeType !== TEXT || node.textContent?.trim() !== '') {
      breaks = 0;
    }
    part.push(node);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function wrap(document: Document, nodes: readonly Node[]): Element {
  const home = document.createElement('p');
  const [first] = nodes;
  first?.parentNode?.insertBefore(home, first);
  for (const node of nodes) home.appendChild(node);
  return home;
}

function readInline(nodes: readonly Node[], isLinked: boolean): Omit<Block, 'index' | 'place'> {
  const pieces: string[] = [];
  let linkChars = 0;
  let strongChars = 0;
  let hasImage = false;
  const visit = (node: Node, inLink: boolean, inStrong: boolean): void => {
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? '';
      pieces.push(text);
      const visible = text.trim().length;
      if (inLink) linkChars += visible;
      if (inStrong) strongChars += visible;
    } else if (node.nodeName === 'BR') {
      pieces.push(' ');
    } else if (node.nodeName === 'IMG') {
      hasImage = true;
    } else if (!isNoteMark(node)) {
      const link = inLink || node.nodeName === 'A';
      const strong = inStrong || STRONG_TAGS.has(node.nodeName);
      for (let child = node.firstChild; child !== null; child = child.nextSibling)
        visit(child, link, strong);
    }
  };
  for (const node of nodes) visit(node, isLinked, false);
  return { text: plainText(pieces.join('')), linkChars, strongChars, hasImage };
}

/** So long is a mark such as [12] or [citation needed] at most. */
const MAX_MARK_CHARS = 25;
const MARK_TAGS = new Set(['SUP', 'SPAN']);
const BARE_MARK = /^[(]?(?:\d{1,3}|[a-z]|[*†‡])[)]?$/u;
const BRACKETED = /^\[[^[\]]*\]$/u;

/** A footnote's mark or an editing link: a raised number, or a link in square brackets. */
function isNoteMark(node: Node): boolean {
  if (!MARK_TAGS.has(node.nodeName)) return false;
  const text = (node.textContent ?? '').trim();
  if (text.length > MAX_MARK_CHARS) return false;
  if (!BRACKETED.test(text) && !(node.nodeName === 'SUP' && BARE_MARK.test(text))) return false;
  return (node as Element).querySelector('a') !== null;
}
