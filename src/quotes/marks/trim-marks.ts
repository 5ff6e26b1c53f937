import { GLYPHS, type MarkFamily } from './glyphs.ts';
import type { Pairing } from './pair-marks.ts';

/** A piece of a text, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Marks {
  readonly family: MarkFamily;
  readonly partners: Pairing['partners'];
}

/** Takes spaces off the edges of what stands between two marks, and marks of their family that have no partner within. */
export function trimMarks(text: string, stretch: Stretch, { family, partners }: Marks): Stretch {
  let { start, end } = stretch;
  const isLoose = (at: number): boolean => {
    if (family === 'single' || GLYPHS.get(text.charAt(at))?.family !== family) return false;
    const partner = partners.get(at) ?? -1;
    return partner < start || partner >= end || Math.abs(partner - at) === end - start - 1;
  };
  while (start < end) {
    if (isSpace(text.charAt(start)) || isLoose(start)) start += 1;
    else if (isSpace(text.charAt(end - 1)) || isLoose(end - 1)) end -= 1;
    else break;
  }
  return { start, end };
}

function isSpace(character: string): boolean {
  return /^\s$/u.test(character);
}
