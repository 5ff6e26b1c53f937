import { countWords } from '../../text/words.ts';

/** How long a text is for whoever reads it: runs between spaces, or what dictionaries find where there are none. */
export function sizeInWords(text: string): number {
  const spaced = text.split(/\s+/u).filter((word) => word !== '').length;
  return Math.max(spaced, countWords(text));
}
