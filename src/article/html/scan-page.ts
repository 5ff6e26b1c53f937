import { Parser } from 'htmlparser2';

/** Bounds of a page that may be built into a tree; each is far above what real pages have. */
export const PAGE_BOUNDS = {
  /** Elements, texts and comments; a tree needs 1 to 2 KB of memory for each, and a worker has little. Long real pages have 4,000. */
  nodes: 50_000,
  depth: 500,
  attributesOfOneElement: 200,
  /**
   * Nodes, and characters of text, each counted as often as elements enclose it: Readability reads an element's
   * whole text again at every level.
   */
  nodeLevels: 4_000_000,
  charLevels: 60_000_000,
} as const;

/** The scan looks at this much at a time, so that a page beyond a bound costs no more than the part before it. */
const CHUNK_CHARS = 65_536;

/**
 * Reads the page once from front to back, without building anything, and says whether it stays within the bounds.
 * It uses the parser that linkedom uses, so what it counts is what would be built.
 */
export function isWithinBounds(html: string): boolean {
  let nodes = 0;
  let depth = 0;
  let attributes = 0;
  let nodeLevels = 0;
  let charLevels = 0;
  let isWithin = true;
  const countNode = (): void => {
    nodes += 1;
    nodeLevels += depth;
    if (
      nodes > PAGE_BOUNDS.nodes ||
      depth > PAGE_BOUNDS.depth ||
      nodeLevels > PAGE_BOUNDS.nodeLevels
    )
      isWithin = false;
  };
  const parser = new Parser({
    onopentagname: () => {
      depth += 1;
      attributes = 0;
      countNode();
    },
    onattribute: () => {
      attributes += 1;
      if (attributes > PAGE_BOUNDS.attributesOfOneElement) isWithin = false;
    },
    onclosetag: () => {
      depth -= 1;
    },
    ontext: (text) => {
      charLevels += text.length * depth;
      if (charLevels > PAGE_BOUNDS.charLevels) isWithin = false;
      countNode();
    },
    oncomment: countNode,
  });
  for (let at = 0; at < html.length && isWithin; at += CHUNK_CHARS)
    parser.write(html.slice(at, at + CHUNK_CHARS));
  return isWithin;
}
