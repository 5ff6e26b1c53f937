/** A run of text without a wide gap, somewhere on a page. */
export interface Segment {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Three columns need two cuts, a box inside a column one more. */
const MAX_DEPTH = 4;
/** Left edges that are tried as the start of a column, the most frequent first. */
const MAX_EDGES = 12;
const MIN_SEGMENTS_A_SIDE = 3;
/** A narrower strip holds bullets, numbers or names of speakers: it belongs to what stands beside it. */
const MIN_SHARE_OF_WIDTH = 0.15;
const MIN_CHARS_A_SEGMENT = 10;

/** A stretch of the page between two runs of text that cross the gutter. */
interface Zone<S> {
  readonly left: readonly S[];
  readonly right: readonly S[];
  readonly crossing: readonly S[];
}

/**
 * Puts the segments of a page into regions in reading order: every column is one, and every band
 * that goes across columns. Within a region the order is by baseline.
 */
export function findColumns<S extends Segment>(
  segments: readonly S[],
  depth: number = MAX_DEPTH,
): readonly (readonly S[])[] {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.x - b.x);
  if (depth === 0 || sorted.length < 2 * MIN_SEGMENTS_A_SIDE) return [sorted];
  const zones = findBestZones(sorted);
  if (zones === undefined) return [sorted];
  const regions: (readonly S[])[] = [];
  let band: S[] = [];
  for (const zone of zones) {
    band.push(...zone.crossing);
    if (isTwoColumns(zone, sorted)) {
      if (band.length > 0) regions.push(band);
      band = [];
      regions.push(...findColumns(zone.left, depth - 1), ...findColumns(zone.right, depth - 1));
    } else {
      band.push(...zone.left, ...zone.right);
    }
  }
  if (band.length > 0) regions.push(band);
  return regions.map((region) => [...region].sort((a, b) => a.y - b.y || a.x - b.x));
}

function findBestZones<S extends Segment>(sorted: readonly S[]): readonly Zone<S>[] | undefined {
  let best: readonly Zone<S>[] | undefined;
  let bestScore = 0;
  for (const edge of findEdges(sorted)) {
    const zones = splitAt(sorted, edge);
    let score = 0;
    for (const zone of zones) {
      if (isTwoColumns(zone, sorted)) score += Math.min(zone.left.length, zone.right.length);
    }
    if (score > bestScore) [best, bestScore] = [zones, score];
  }
  return best;
}

/** Where several segments begin: the possible left edges of columns. */
function findEdges(segments: readonly Segment[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { x } of segments) {
    const edge = Math.floor(x / 2) * 2;
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= MIN_SEGMENTS_A_SIDE)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_EDGES)
    .map(([edge]) => edge);
}

function splitAt<S extends Segment>(sorted: readonly S[], edge: number): readonly Zone<S>[] {
  const zones: Zone<S>[] = [];
  let left: S[] = [];
  let right: S[] = [];
  let crossing: S[] = [];
  for (const segment of sorted) {
    if (segment.x < edge && segment.right > edge) {
      if (left.length + right.length > 0) {
        zones.push({ left, right, crossing });
        [left, right, crossing] = [[], [], []];
      }
      crossing.push(segment);
    } else if (segment.x >= edge) right.push(segment);
    else left.push(segment);
  }
  zones.push({ left, right, crossing });
  return zones;
}

function isTwoColumns(zone: Zone<Segment>, page: readonly Segment[]): boolean {
  const { left, right } = zone;
  if (left.length < MIN_SEGMENTS_A_SIDE || right.length < MIN_SEGMENTS_A_SIDE) return false;
  const [a, b, whole] = [boundsOf(left), boundsOf(right), boundsOf(page)];
  const narrowest = Math.min(a.right - a.x, b.right - b.x);
  if (narrowest < MIN_SHARE_OF_WIDTH * (whole.right - whole.x)) return false;
  if (a.chars < MIN_CHARS_A_SEGMENT * left.length) return false;
  if (b.chars < MIN_CHARS_A_SEGMENT * right.length) return false;
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap >= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

function boundsOf(segments: readonly Segment[]) {
  let [x, right, top, bottom, chars] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (const segment of segments) {
    x = Math.min(x, segment.x);
    right = Math.max(right, segment.right);
    top = Math.min(top, segment.y);
    bottom = Math.max(bottom, segment.y);
    chars += segment.text.length;
  }
  return { x, right, top, bottom, chars };
}
