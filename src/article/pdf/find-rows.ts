import type { Piece } from './text-page.ts';

/** Baselines nearer than this, in sizes of the type, are one. */
const SAME_BASELINE = 0.25;
/** Type smaller than this share of its neighbours' may be raised or lowered against them. */
export const SMALL = 0.85;
/** Ours: a row is not copied again and again for a hostile stack of tiny ones. */
const MAX_ROW_TO_EXTEND = 500;

/** Pieces that share a baseline, from the top; within a row from the left. */
export function findRows(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
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
export function attachSmallRows(
  rows: readonly (readonly Piece[])[],
): readonly (readonly Piece[])[] {
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

/** The piece in the largest type. */
export function largestOf(row: readonly Piece[]): Piece {
  return row.reduce((best, piece) => (piece.size > best.size ? piece : best), NO_PIECE);
}
