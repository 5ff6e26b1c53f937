/** A run of text on a page, in points; `y` is the baseline counted from the top of the page. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Names the font within the document and nothing else. */
  readonly font: string;
}

/** The upright text of a page. Pages of right-to-left text are mirrored, so that reading always goes to the right. */
export interface TextPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Text that stands on its side or head: stamps, watermarks, names of photographers. */
  readonly turned: readonly Piece[];
}

/** Pieces that follow each other on a baseline within one column. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** The whole line is set in that font. */
  readonly uniform: boolean;
  readonly page: number;
  /** Lines of one column, or of one band across columns, have the same; it grows in reading order. */
  readonly region: number;
}
