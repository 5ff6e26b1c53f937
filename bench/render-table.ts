import type { Measured, Row } from './measure.ts';

const HEAD: readonly string[] = ['measure', 'here', 'best elsewhere', 'reach', ''];

/** The lines of all parts as one aligned table, then a line for each part that was left out. */
export function renderTable(parts: ReadonlyMap<string, Measured>): string {
  const rows = [...parts.values()].flatMap((part) => (part.status === 'measured' ? part.rows : []));
  const lines = rows.length === 0 ? [] : alignColumns([HEAD, ...rows.map(cellsOf)]);
  for (const [name, part] of parts) {
    if (part.status === 'left-out') lines.push(`left out: ${name}, ${part.why}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function cellsOf(row: Row): readonly string[] {
  const mark = row.reached === undefined ? '' : row.reached ? 'reached' : 'not reached';
  return [row.measure, row.here, row.bestElsewhere, row.reach, mark];
}

function alignColumns(table: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(
    1,
    0,
    widths
      .map((width) => '-'.repeat(width))
      .join('  ')
      .trimEnd(),
  );
  return lines;
}
