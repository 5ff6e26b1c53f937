import type { Piece } from '../place-cuts.ts';
import type { Paragraph } from './join-lines.ts';
import type { PageCut, Spot } from './page-cut.ts';
import type { Line } from './text-page.ts';

/** In points: columns that begin or end so near to each other are beside a spot alike. */
const SAME_EDGE = 10;

/** The story's paragraphs and what was cut around them, in the order in which the document's lines are read. */
export function orderPieces(
  lines: readonly Line[],
  story: readonly Paragraph[],
  cuts: readonly PageCut[],
): readonly Piece[] {
  const order = new Map(lines.map((line, index) => [line, index]));
  const indexOf = (line: Line | undefined): number => (line && order.get(line)) ?? 0;
  const placeOf = findPlaces(lines);
  const placed = [
    ...cuts.map((cut) => {
      const { text, rule } = cut;
      return { text, rule, at: 'line' in cut ? indexOf(cut.line) : placeOf(cut.spot) };
    }),
    // What stands before a paragraph's last line stands before it or within it.
    ...story.map((paragraph) => ({
      text: paragraph.text,
      at: indexOf(paragraph.lines.at(-1)) + 0.5,
    })),
  ];
  return placed.sort((one, other) => one.at - other.at);
}

/** Lines that follow each other within a column, or in a band across columns. */
interface Region {
  readonly left: number;
  readonly right: number;
  /** The index of its first line among all lines. */
  readonly start: number;
  /** For each of its lines, the lowest baseline so far. */
  readonly depths: readonly number[];
}

/** Tells the index of the line before which a spot is read. */
function findPlaces(lines: readonly Line[]): (spot: Spot) => number {
  const pages = regionsOfPages(lines);
  return (spot) => {
    const regions = pages.get(spot.page);
    if (regions === undefined) return startOfNext(pages, spot.page) ?? lines.length;
    if ('edge' in spot && spot.edge === 'bottom') return endOfAbove(regions, spot.y);
    return startOfBelow('x' in spot ? regionsBeside(regions, spot.x) : regions, spot.y);
  };
}

function regionsOfPages(lines: readonly Line[]): ReadonlyMap<number, readonly Region[]> {
  const pages = new Map<number, Region[]>();
  let start = 0;
  for (const inRegion of Map.groupBy(lines, ({ region }) => region).values()) {
    const page = inRegion[0]?.page ?? 0;
    const depths: number[] = [];
    for (const { y } of inRegion) depths.push(Math.max(y, depths.at(-1) ?? y));
    const left = Math.min(...new Set(inRegion.map((line) => line.x)));
    const right = Math.max(...new Set(inRegion.map((line) => line.right)));
    const regions = pages.get(page) ?? [];
    pages.set(page, regions);
    regions.push({ left, right, start, depths });
    start += inRegion.length;
  }
  return pages;
}

/** Where the first page with lines behind this one begins. */
function startOfNext(
  pages: ReadonlyMap<number, readonly Region[]>,
  page: number,
): number | undefined {
  for (const [number, [first]] of pages) if (number > page) return first?.start;
  return undefined;
}

/** The columns that the spot stands over, or those nearest to it. */
function regionsBeside(regions: readonly Region[], x: number): readonly Region[] {
  const distances = regions.map(({ left, right }) => Math.max(left - x, x - right, 0));
  const nearest = Math.min(...new Set(distances));
  return regions.filter((_, index) => (distances[index] ?? 0) <= nearest + SAME_EDGE);
}

/** Where the first line below begins; behind the last where there is none. */
function startOfBelow(regions: readonly Region[], y: number): number {
  for (const region of regions) {
    const above = countAbove(region, y);
    if (above < region.depths.length) return region.start + above;
  }
  const last = regions.at(-1);
  return last === undefined ? 0 : last.start + last.depths.length;
}

/** Where the last line above has ended; before the first where there is none. */
function endOfAbove(regions: readonly Region[], y: number): number {
  for (const region of regions.toReversed()) {
    const above = countAbove(region, y);
    if (above > 0) return region.start + above;
  }
  return regions[0]?.start ?? 0;
}

/** How many lines of the region come before the first that is below; found by halves, so that a page of marks is no work. */
function countAbove({ depths }: Region, y: number): number {
  let [low, high] = [0, depths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((depths[middle] ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
