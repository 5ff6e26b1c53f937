import { fullProse } from './line-features.ts';
import type { PageLine } from './page-line.ts';

/** Where readers' comments begin: below a line about them, with dated lines between the paragraphs. */
export function findComments(lines: readonly PageLine[], titleAt: number): number {
  let prose = 0;
  const answers = sums(
    lines.map((line, at) =>
      Number(line.dated && lines[at + 1]?.dated === false && lines[at + 1]?.kind === undefined),
    ),
  );
  for (const [at, line] of lines.entries()) {
    if (at > titleAt) prose += fullProse(line);
    if (line.kind !== 'comments' || prose < 0.4) continue;
    const end = Math.min(lines.length - 1, at + 50);
    if ((answers[end] ?? 0) - (answers[at + 1] ?? 0) >= 3) return at;
  }
  return lines.length;
}

function sums(values: readonly number[]): readonly number[] {
  const result = [0];
  for (const value of values) result.push((result.at(-1) ?? 0) + value);
  return result;
}
