import { Parser } from 'htmlparser2';

/** Bounds of a page that may be built into a tree; each is far above what real pages have. */
export const PAGE_BOUNDS = {
  /** Elements, texts, comments, and characters that become texts. Long real pages have 4,000, encyclopedias 60,000. */
  nodes: 100_000,
  depth: 500,
  attributesOfOneElement: 200,
  /** Of the whole page; a DOM makes a node of each. */
  attributes: 150_000,
  /** Of a class attribute; a DOM splits it into names. */
  classChars: 20_000,
  /** Of text outside scripts and styles: a book's. */
  textChars: 1_500_000,
  /**
   * Nodes, and characters of text, each counted as often as elements enclose it: Readability reads an element's
   * whole text again at every level.
   */
  nodeLevels: 4_000_000,
  charLevels: 60_000_000,
} as const;

/** What stands in these is code; it is dropped before anything else looks at it. */
const CODE_TAGS = new Set(['script', 'style']);

/** The scan looks at this much at a time, so that a page beyond a bound costs no more than the part before it. */
const CHUNK_CHARS = 65_536;

/**
 * Reads the page once from front to back, without building anything, and says whether it stays within the bounds.
 * It uses the parser that linkedom uses, so what it counts is what would be built.
 */
export function isWithinBounds(html: string): boolean {
  const seen = {
    nodes: 0,
    depth: 0,
    deepest: 0,
    attributes: 0,
    allAttributes: 0,
    widest: 0,
    classChars: 0,
    nodeLevels: 0,
    charLevels: 0,
    textChars: 0,
  };
  let isCode = false;
  const countNodes = (count: number): void => {
    seen.nodes += count;
    seen.nodeLevels += seen.depth * count;
  };
  const isBeyond = (): boolean =>
    seen.nodes > PAGE_BOUNDS.nodes ||
    seen.deepest > PAGE_BOUNDS.depth ||
    seen.classChars > PAGE_BOUNDS.classChars ||
    seen.allAttributes > PAGE_BOUNDS.attributes ||
    seen.widest > PAGE_BOUNDS.attributesOfOneElement ||
    seen.nodeLevels > PAGE_BOUNDS.nodeLevels ||
    seen.textChars > PAGE_BOUNDS.textChars ||
    seen.charLevels > PAGE_BOUNDS.charLevels;
  const parser = new Parser({
    onopentagname: (name) => {
      isCode = CODE_TAGS.has(name);
      seen.depth += 1;
      seen.attributes = 0;
      seen.deepest = Math.max(seen.deepest, seen.depth);
      countNodes(1);
    },
    onattribute: (name, value) => {
      if (name === 'class') seen.classChars = Math.max(seen.classChars, value.length);
      seen.attributes += 1;
      seen.allAttributes += 1;
      seen.widest = Math.max(seen.widest, seen.attributes);
    },
    onclosetag: () => {
      isCode = false;
      seen.depth -= 1;
    },
    ontext: (text) => {
      if (isCode) return;
      seen.textChars += text.length;
      seen.charLevels += text.length * seen.depth;
      countNodes(1 + countEscapes(text));
    },
    oncomment: () => countNodes(1),
  });
  for (let at = 0; at < html.length; at += CHUNK_CHARS) {
    parser.write(html.slice(at, at + CHUNK_CHARS));
    if (isBeyond()) return false;
  }
  return true;
}

/**
 * Characters that are written out as entities when Readability sets the page's HTML again, and read back as a text
 * node each.
 */
function countEscapes(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xa0 || code === 0x26 || code === 0x3c || code === 0x3e) count += 1;
  }
  return count;
}
