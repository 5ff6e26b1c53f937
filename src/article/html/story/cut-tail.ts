import type { Block } from '../blocks/page-blocks.ts';
import type { Cuts } from './cuts.ts';
import type { PageFacts } from './page-facts.ts';
import { textWeight } from '../blocks/prose.ts';

/** A note about the author stands among the last paragraphs. */
const TAIL_BLOCKS = 5;
/** Such a note, and what the paper says about itself below it, are short. */
const MAX_NOTE_WEIGHT = 600;

/**
 * Cuts the note about the author below the story: a short paragraph among the last ones that opens with the
 * author's name or that was cut as such, and the short ones after it.
 */
export function cutTail(blocks: readonly Block[], cuts: Cuts, { byline }: PageFacts): void {
  const kept = blocks.filter((block) => cuts[block.index] === undefined);
  const tail = kept.slice(Math.max(1, kept.length - TAIL_BLOCKS));
  let isBelowNote = false;
  for (const block of tail) {
    if (textWeight(block.text) > MAX_NOTE_WEIGHT) return;
    isBelowNote ||= byline.some((name) => name.includes(' ') && opensWith(block.text, name));
    if (isBelowNote) cuts[block.index] = 'author-note';
  }
}

function opensWith(text: string, name: string): boolean {
  return text.slice(0, name.length).toLowerCase() === name.toLowerCase();
}
