import type { Cut } from '../article.ts';
import { attachDropCaps } from './drop-caps.ts';
import { findColumns, type Segment } from './find-columns.ts';
import type { Line, Piece, TextPage } from './text-page.ts';

/** In sizes of the type: a gap from here on parts columns; justified lines stay below it, mostly. */
const COLUMN_GAP = 0.9;
/** A gap from here on is a space between words. */
const WORD_GAP = 0.15;
/** Baselines nearer than this are one. */
const SAME_BASELINE = 0.25;
/** Type smaller than this share of its neighbours' may be raised or lowered against them. */
const SMALL = 0.85;

/** Ours: a row is not copied again and again for a hostile stack of tiny ones. */
const MAX_ROW_TO_EXTEND = 500;

const FOOTNOTE_MARK = /^[\d*†‡§,\s]{1,6}$/u;

/** Pieces on one baseline without a wide gap between them. */
export interface PieceRun extends Segment {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** The runs of every page, and the raised marks that lead to footnotes, which are none of the text. */
export function findRuns(pages: readonly TextPage[]): {
  readonly runs: readonly (readonly PieceRun[])[];
  readonly cuts: readonly Cut[];
} {
  const cuts: Cut[] = [];
  const runs = pages.map((page) => {
    const { rows, marks } = dropFootnoteMarks(
      attachSmallRows(findRows(attachDropCaps(page.pieces))),
    );
    cuts.push(...marks);
    return rows.flatMap(splitAtGaps);
  });
  return { runs, cuts };
}

/** The lines of all pages in reading order. */
export function findLines(runs: readonly (readonly PieceRun[])[]): readonly Line[] {
  const lines: Line[] = [];
  let region = 0;
  runs.forEach((onPage, page) => {
    for (const column of findColumns(onPage)) {
      const rows = attachSmallRows(findRows(column.flatMap(({ pieces }) => pieces)));
      for (const row of rows) lines.push(lineOf(row, page, region));
      region += 1;
    }
  });
  return lines;
}

/** Pieces that share a baseline, from the top; within a row from the left. */
function findRows(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y);
  const rows: Piece[][] = [];
  let [y, size] = [-Infinity, 0];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row === undefined || piece.y - y > SAME_BASELINE * Math.max(piece.size, size)) {
      rows.push([piece]);
      [y, size] = [piece.y, piece.size];
    } else {
      row.push(piece);
      size = Math.max(size, piece.size);
    }
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Puts raised and lowered small type (exponents, footnote marks) into the row it belongs to. */
function attachSmallRows(rows: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const attached: (readonly Piece[])[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const above = attached.at(-1);
    const below = rows[index + 1];
    if (below !== undefined && isRaised(row, below)) {
      attached.push([...row, ...below].sort((a, b) => a.x - b.x));
      index += 1;
    } else if (above !== undefined && above.length < MAX_ROW_TO_EXTEND && isLowered(row, above)) {
      attached[attached.length - 1] = [...above, ...row].sort((a, b) => a.x - b.x);
    } else {
      attached.push(row);
    }
  }
  return attached;
}

function isRaised(row: readonly Piece[], below: readonly Piece[]): boolean {
  const [small, large] = [largestOf(row), largestOf(below)];
  return (
    small.size < SMALL * large.size && large.y - small.y < 0.6 * large.size && touches(row, below)
  );
}

function isLowered(row: readonly Piece[], above: readonly Piece[]): boolean {
  const [small, large] = [largestOf(row), largestOf(above)];
  return (
    small.size < SMALL * large.size && small.y - large.y < 0.3 * large.size && touches(row, above)
  );
}

/** Every small piece begins where one of the row ends, or nearly. */
function touches(small: readonly Piece[], row: readonly Piece[]): boolean {
  const words = row.filter((piece) => piece.text.trim() !== '');
  return small
    .slice(0, 50)
    .every(
      (piece) =>
        piece.text.trim() === '' ||
        words.some(
          (word) =>
            Math.abs(piece.x - word.x - word.width) < 0.5 * word.size ||
            Math.abs(piece.x + piece.width - word.x) < 0.5 * word.size ||
            (piece.x > word.x && piece.x < word.x + word.width),
        ),
    );
}

const NO_PIECE: Piece = { text: '', x: 0, y: 0, width: 0, size: 0, font: '' };

function largestOf(row: readonly Piece[]): Piece {
  return row.reduce((best, piece) => (piece.size > best.size ? piece : best), NO_PIECE);
}

/** Raised marks that lead to a footnote are no words; after a digit they would be an exponent. */
function dropFootnoteMarks(rows: readonly (readonly Piece[])[]): {
  readonly rows: readonly (readonly Piece[])[];
  readonly marks: readonly Cut[];
} {
  const marks: Cut[] = [];
  const kept = rows.map((row) => {
    const base = largestOf(row);
    return row.filter((piece, index) => {
      const raised = piece.size < SMALL * base.size && base.y - piece.y > 0.15 * base.size;
      if (!raised || piece.text.trim() === '' || !FOOTNOTE_MARK.test(piece.text)) return true;
      if (/\d\s*$/u.test(row[index - 1]?.text ?? '')) return true;
      marks.push({ text: piece.text.trim(), rule: 'footnote-mark' });
      return false;
    });
  });
  return { rows: kept, marks };
}

function splitAtGaps(row: readonly Piece[]): readonly PieceRun[] {
  const runs: Piece[][] = [];
  let right = -Infinity;
  let last = NO_PIECE;
  for (const piece of row) {
    const run = runs.at(-1);
    // Spaces count for the words around them, but not for where the text is: they fill gutters too.
    if (piece.text.trim() === '') {
      run?.push(piece);
      continue;
    }
    // Some programs make type bold by setting it twice.
    if (piece.text === last.text && piece.x - last.x < 0.2 * piece.size) continue;
    if (run === undefined || piece.x - right > COLUMN_GAP * piece.size) runs.push([piece]);
    else run.push(piece);
    right = Math.max(right, piece.x + piece.width);
    last = piece;
  }
  return runs
    .map((pieces) => ({
      pieces,
      text: textOf(pieces),
      x: pieces[0]?.x ?? 0,
      right: rightOf(pieces),
      y: largestOf(pieces).y,
      size: largestOf(pieces).size,
    }))
    .filter(({ text }) => text !== '');
}

function rightOf(pieces: readonly Piece[]): number {
  let right = -Infinity;
  for (const { text, x, width } of pieces) {
    if (text.trim() !== '') right = Math.max(right, x + width);
  }
  return right;
}

function textOf(row: readonly Piece[]): string {
  let text = '';
  let right = -Infinity;
  for (const piece of row) {
    if (text !== '' && piece.x - right > WORD_GAP * piece.size) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  return text.replace(/ {2,}/gu, ' ').trim();
}

function lineOf(row: readonly Piece[], page: number, region: number): Line {
  const kinds = new Map<string, { chars: number; size: number; font: string }>();
  for (const { font, size, text } of row) {
    const key = `${font} ${size.toFixed(1)}`;
    const kind = kinds.get(key) ?? { chars: 0, size, font };
    kind.chars += text.trim().length;
    kinds.set(key, kind);
  }
  const main = [...kinds.values()].reduce((a, b) => (b.chars > a.chars ? b : a));
  return {
    text: textOf(row),
    x: row[0]?.x ?? 0,
    right: rightOf(row),
    y: largestOf(row).y,
    size: main.size,
    font: main.font,
    uniform: [...kinds.values()].every((kind) => kind.chars === 0 || kind.font === main.font),
    page,
    region,
  };
}
