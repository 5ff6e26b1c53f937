import { attachDropCaps } from './drop-caps.ts';
import { findColumns, type Segment } from './find-columns.ts';
import { attachSmallRows, findRows, largestOf, SMALL } from './find-rows.ts';
import type { PageCut } from './page-cut.ts';
import type { Line, Piece, TextPage } from './text-page.ts';

/** In sizes of the type: a gap from here on parts columns; justified lines stay below it, mostly. */
const COLUMN_GAP = 0.9;
/** A gap from here on is a space between words. */
const WORD_GAP = 0.15;

const FOOTNOTE_MARK = /^[\d*†‡§,\s]{1,6}$/u;

/** Pieces on one baseline without a wide gap between them. */
export interface PieceRun extends Segment {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** The runs of every page, and the raised marks that lead to footnotes, which are none of the text. */
export function findRuns(pages: readonly TextPage[]): {
  readonly runs: readonly (readonly PieceRun[])[];
  readonly cuts: readonly PageCut[];
} {
  const cuts: PageCut[] = [];
  const runs = pages.map((page, number) => {
    const { rows, marks } = dropFootnoteMarks(
      attachSmallRows(findRows(attachDropCaps(page.pieces))),
      number,
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

/** Raised marks that lead to a footnote are no words; after a digit they would be an exponent. */
function dropFootnoteMarks(
  rows: readonly (readonly Piece[])[],
  page: number,
): {
  readonly rows: readonly (readonly Piece[])[];
  readonly marks: readonly PageCut[];
} {
  const marks: PageCut[] = [];
  const kept = rows.map((row) => {
    const base = largestOf(row);
    return row.filter((piece, index) => {
      const raised = piece.size < SMALL * base.size && base.y - piece.y > 0.15 * base.size;
      if (!raised || piece.text.trim() === '' || !FOOTNOTE_MARK.test(piece.text)) return true;
      if (/\d\s*$/u.test(row[index - 1]?.text ?? '')) return true;
      const { x, y } = piece;
      marks.push({ text: piece.text.trim(), rule: 'footnote-mark', spot: { page, x, y } });
      return false;
    });
  });
  return { rows: kept, marks };
}

function splitAtGaps(row: readonly Piece[]): readonly PieceRun[] {
  const runs: Piece[][] = [];
  let right = -Infinity;
  let last: Piece | undefined;
  for (const piece of row) {
    const run = runs.at(-1);
    // Spaces count for the words around them, but not for where the text is: they fill gutters too.
    if (piece.text.trim() === '') {
      run?.push(piece);
      continue;
    }
    // Some programs make type bold by setting it twice.
    if (piece.text === last?.text && piece.x - last.x < 0.2 * piece.size) continue;
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
