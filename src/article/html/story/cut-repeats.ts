import { bareText } from '../blocks/bare-text.ts';
import type { Block } from '../blocks/page-blocks.ts';
import { isHeading } from '../blocks/prose.ts';

/** A paragraph of this length does not occur twice in one story by chance. */
const MIN_REPEAT_CHARS = 40;
/** A sentence set large in the margin is this long. */
const MIN_PULL_QUOTE_CHARS = 25;
const MAX_PULL_QUOTE_CHARS = 400;
/** Nothing but a quote: marks around it, and no attribution. */
const WHOLLY_QUOTED = /^["“„«»‘'‚][^"“”„«»]+["“”«»’'‘]$/u;
/** Pages have a few pull quotes; looking for more would be work for whoever wants to make us slow. */
const MAX_PULL_QUOTES = 50;

/** Cuts the second of two equal paragraphs, and quotes that are set apart a second time. */
export function cutRepeats(blocks: readonly Block[], cuts: (string | undefined)[]): void {
  const kept = blocks.filter((block) => cuts[block.index] === undefined);
  const seen = new Set<string>();
  for (const block of kept) {
    if (block.text.length < MIN_REPEAT_CHARS) continue;
    const key = bareText(block.text);
    if (seen.has(key)) cuts[block.index] = 'repeated';
    seen.add(key);
  }
  const candidates = kept
    .filter((block) => cuts[block.index] === undefined && mayBePullQuote(block))
    .slice(0, MAX_PULL_QUOTES);
  if (candidates.length === 0) return;
  const bodies = kept
    .filter((block) => !candidates.includes(block))
    .map((block) => bareText(block.text));
  for (const block of candidates) {
    const quote = bareText(block.text);
    if (bodies.some((body) => body.length > quote.length && body.includes(quote)))
      cuts[block.index] = 'pull-quote';
  }
}

function mayBePullQuote(block: Block): boolean {
  const { length } = block.text;
  if (length < MIN_PULL_QUOTE_CHARS || length > MAX_PULL_QUOTE_CHARS) return false;
  if (isHeading(block)) return false;
  if (WHOLLY_QUOTED.test(block.text)) return true;
  return block.place.tags.has('BLOCKQUOTE') || block.strongChars > length * 0.9;
}
