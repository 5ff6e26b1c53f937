import type { Glyph, MarkFamily } from './glyphs.ts';

/** One quotation mark in a paragraph, and what its surroundings say it does. */
export interface Mark {
  readonly start: number;
  /** Two apostrophes in a row are one mark of two characters. */
  readonly end: number;
  readonly family: MarkFamily;
  readonly draws: Glyph['draws'];
  /** `«` and `‹`, `「` and `『` are of one family and close only their like. */
  readonly character: string;
  /** What the characters around it, and its own shape, make it. */
  readonly does: 'open' | 'close' | 'either';
  /** It may as well be something else: the apostrophe of "the players' union", the inches of 15". */
  readonly isWeak: boolean;
}
