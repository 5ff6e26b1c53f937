import type { Block } from '../blocks/page-blocks.ts';
import { textWeight } from '../blocks/prose.ts';
import type { Cuts } from './cuts.ts';
import type { PageFacts } from './page-facts.ts';

/** A note about the author stands among the last paragraphs. */
const TAIL_BLOCKS = 5;
/** Such a note, and what the paper says about itself below it, are short. */
const MAX_NOTE_WEIGHT = 600;

/**
 * Cuts the note about an author below the story: a short paragraph among the last ones that opens with the author's
 * name, which the story itself has not used, and goes on in a sentence about them. What stands below it in the same
 * element goes too, where the story has no part in that element.
 */
export function cutTail(blocks: readonly Block[], cuts: Cuts, { byline }: PageFacts): void {
  const names = byline.filter((name) => name.includes(' '));
  const kept = blocks.filter((block) => cuts[block.index] === undefined);
  const first = Math.max(1, kept.length - TAIL_BLOCKS);
  const at = kept.findIndex((block, index) => index >= first && isNote(block.text, names));
  const note = kept[at];
  if (note === undefined) return;
  const story = kept.slice(0, at);
  const name = names.find((one) => opensWith(note.text, one)) ?? '';
  if (story.some(({ text }) => text.includes(name))) return;
  const home = note.place.outer;
  const isOwnHome = !story.some((block) => block.place.outer === home);
  for (const block of kept.slice(at)) {
    const isBelow =
      isOwnHome && block.place.outer === home && textWeight(block.text) <= MAX_NOTE_WEIGHT;
    if (block === note || isBelow) cuts[block.index] = 'author-note';
  }
}

/** "Mara Voss covers the harbour." but neither "Mara Voss: When did it begin?" nor "Mara Voss" alone. */
function isNote(text: string, names: readonly string[]): boolean {
  if (textWeight(text) > MAX_NOTE_WEIGHT) return false;
  return names.some((name) => opensWith(text, name) && /^,?\s\p{L}/u.test(text.slice(name.length)));
}

function opensWith(text: string, name: string): boolean {
  return text.slice(0, name.length).toLowerCase() === name.toLowerCase();
}
