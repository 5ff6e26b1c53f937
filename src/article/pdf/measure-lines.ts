import type { Line } from './text-page.ts';

/** Type that differs by more than this share is of another kind. */
const OTHER_SIZE = 0.08;

/** The edges of the type of one size within a region. */
export interface Margins {
  /** Where most of its lines begin. */
  readonly left: number;
  readonly right: number;
  /** Most of its lines end there. */
  readonly justified: boolean;
}

export interface Measures {
  readonly margins: ReadonlyMap<string, Margins>;
  /** The usual distance between baselines, by size. */
  readonly leading: ReadonlyMap<string, number>;
  /** In which most letters are set. */
  readonly bodyFont: string;
}

/** Takes the measures that paragraphs are told by. */
export function measureLines(lines: readonly Line[]): Measures {
  const margins = new Map<string, Margins>();
  for (const [key, alike] of Map.groupBy(lines, marginKey)) {
    const right = alike.reduce((most, line) => Math.max(most, line.right), 0);
    const full = alike.filter((line) => right - line.right < 0.15 * line.size);
    margins.set(key, {
      left: mostFrequent(alike.map((line) => Math.round(line.x))),
      right,
      justified: full.length >= 0.6 * alike.length && full.length > 3,
    });
  }
  const gaps = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    if (last?.region !== line.region || isOtherSize(line, last)) return;
    const gap = line.y - last.y;
    if (gap > 0.8 * line.size && gap < 3 * line.size) {
      const key = sizeKey(line.size);
      gaps.set(key, [...(gaps.get(key)?.slice(-MAX_GAPS) ?? []), gap]);
    }
  });
  const leading = new Map([...gaps].map(([key, found]) => [key, lowerMiddle(found)]));
  return { margins, leading, bodyFont: findBodyFont(lines) };
}

/** The font in which most letters of the lines are set. */
export function findBodyFont(lines: readonly Line[]): string {
  const chars = new Map<string, number>();
  for (const { font, text } of lines) chars.set(font, (chars.get(font) ?? 0) + text.length);
  return [...chars].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
}

/** So many distances tell the usual one. */
const MAX_GAPS = 200;

/** Below the middle: in text of short paragraphs every second distance is one between paragraphs. */
function lowerMiddle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.3)] ?? 0;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Names the lines that share their margins. */
export function marginKey(line: Line): string {
  return `${line.region} ${sizeKey(line.size)}`;
}

/** Sizes are alike to half a point. */
export function sizeKey(size: number): string {
  return (Math.round(size * 2) / 2).toFixed(1);
}

/** Whether two lines are set in sizes that are not nearly the same. */
export function isOtherSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) > OTHER_SIZE * Math.max(a.size, b.size);
}
