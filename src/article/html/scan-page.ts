import { Parser } from 'htmlparser2';

/** Bounds of a page that may be built into a tree; each is far above what real pages have. */
export const PAGE_BOUNDS = {
  nodes: 100_000,
  depth: 500,
  attributesOfOneElement: 200,
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
  let within = true;
  const parser = new Parser({
    onopentagname: () => {
      nodes += 1;
      depth += 1;
      attributes = 0;
      if (nodes > PAGE_BOUNDS.nodes || depth > PAGE_BOUNDS.depth) within = false;
    },
    onattribute: () => {
      attributes += 1;
      if (attributes > PAGE_BOUNDS.attributesOfOneElement) within = false;
    },
    onclosetag: () => {
      depth -= 1;
    },
    ontext: () => {
      nodes += 1;
    },
    oncomment: () => {
      nodes += 1;
    },
  });
  for (let at = 0; at < html.length && within; at += CHUNK_CHARS) parser.write(html.slice(at, at + CHUNK_CHARS));
  return within && nodes <= PAGE_BOUNDS.nodes;
}
