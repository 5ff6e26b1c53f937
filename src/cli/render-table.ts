import stringWidth from 'string-width';
import { printable } from '../post/printable.ts';

export interface Table {
  readonly headings: readonly string[];
  /** As many cells each as there are headings. */
  readonly rows: readonly (readonly string[])[];
}

const GAP = '  ';

/**
 * A row a line, its cells below each other; where that is wider than the terminal, a row a paragraph and a cell a line.
 * Plain text without styles, safe to print. @param columns of the terminal; undefined for a pipe
 */
export function renderTable({ headings, rows }: Table, columns: number | undefined): string {
  const cells = [headings, ...rows].map((row) => row.map((cell) => printable(cell).trim()));
  const widths = headings.map((_, at) =>
    Math.max(...cells.map((row) => stringWidth(row[at] ?? ''))),
  );
  const width = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (columns !== undefined && columns > 0 && width > columns) return renderRows(cells);
  const lines = cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell)))
      .join(GAP)
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function renderRows([headings = [], ...rows]: readonly (readonly string[])[]): string {
  const paragraphs = rows.map(([first = '', ...rest]) =>
    [first, ...rest.map((cell, at) => `  ${(headings[at + 1] ?? '').toLowerCase()}: ${cell}`)].join(
      '\n',
    ),
  );
  return `${paragraphs.join('\n\n')}\n`;
}
