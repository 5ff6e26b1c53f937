import type { FurnitureKind } from '../furniture/line-kind.ts';
import type { PageLine } from './page-line.ts';

/** Kinds that are nothing but the page's own; the others may be a part of how a story is told. */
const LABEL_KINDS: ReadonlySet<FurnitureKind | undefined> = new Set<FurnitureKind>([
  'ad-label',
  'share',
  'newsletter',
  'subscribe',
  'related',
  'media',
  'reading-time',
  'comments',
  'copyright',
  'navigation',
  'contact',
]);
/** Kinds that stand below a story; each one passed makes it likelier that the story is over. */
const END_KINDS: ReadonlySet<FurnitureKind | undefined> = new Set<FurnitureKind>([
  'comments',
  'related',
  'author-note',
  'topics',
  'copyright',
]);

/** What is known of the page when its lines are weighed. */
export interface PageFacts {
  /** The headline's line, or -1. */
  readonly titleAt: number;
}

export type Features = Readonly<Record<FeatureName, number>>;
export type FeatureName =
  keyof ReturnType<typeof ownFeatures> | keyof ReturnType<typeof placeFeatures>;

/** What speaks for and against each line being the story's, each between 0 and 1 or a little more. */
export function findFeatures(lines: readonly PageLine[], facts: PageFacts): readonly Features[] {
  const page = measurePage(lines, facts.titleAt);
  const titleWords = new Set(lettersIn(lines[facts.titleAt]?.text ?? ''));
  return lines.map((line, at) => ({
    ...ownFeatures(line, titleWords),
    ...placeFeatures(line, at, page),
  }));
}

/** Paragraphs alone: a teaser without an end counts for nothing. */
export function fullProse(line: PageLine): number {
  return line.closed && line.prose >= 0.3 ? line.prose : 0;
}

function ownFeatures(line: PageLine, titleWords: ReadonlySet<string>) {
  const size = Math.min(1, Math.log1p(line.words) / Math.log(80));
  const words = lettersIn(line.text);
  const shared = words.filter((word) => titleWords.has(word)).length;
  const sentences = line.text.match(/[.!?。！？।](?=\s|["”’»」]|$)/gu)?.length ?? 0;
  const is = (kind: FurnitureKind): number => Number(line.kind === kind);
  return {
    bias: 1,
    size,
    length: Math.min(1, line.words / 60),
    closed: Number(line.closed),
    closedSize: line.closed ? size : 0,
    small: line.smallShare,
    titleCase: Number(line.words > 1 && line.smallShare < 0.35),
    sentences: Math.min(4, sentences) / 4,
    quote: Number(/^["“„«「『‘]/u.test(line.text)),
    bullet: Number(/^(?:[-–—•*·▪◦]|\(?\d{1,2}[.)])\s/u.test(line.text)),
    prose: line.prose,
    section: is('section'),
    link: is('link'),
    ornament: is('ornament'),
    dated: Number(line.dated),
    repeated: Number(line.copies > 1),
    isTitle: Number(titleWords.size > 1 && shared / Math.max(words.length, titleWords.size) > 0.75),
    titleShare: words.length > 2 ? shared / words.length : 0,
  };
}

function placeFeatures(line: PageLine, at: number, page: PageMeasures) {
  const { lines, titleAt } = page;
  const around = (sum: RangeSum, reach: number): number =>
    sum(at - reach, at) + sum(at + 1, at + 1 + reach);
  const isShort = (other: PageLine | undefined): number =>
    Number(other !== undefined && other.words < 8);
  const isLabel = (other: PageLine | undefined): number => Number(LABEL_KINDS.has(other?.kind));
  const isBelow = titleAt >= 0 && at > titleAt;
  return {
    proseBefore: lines[at - 1]?.prose ?? 0,
    proseAfter: lines[at + 1]?.prose ?? 0,
    proseNear: around(page.prose, 3),
    proseWide: around(page.prose, 10) / 4,
    proseAmid: (line.prose * around(page.prose, 5)) / 4,
    labelBefore: isLabel(lines[at - 1]),
    labelAfter: isLabel(lines[at + 1]),
    labelsNear: around(page.labels, 4) / 4,
    datesNear: around(page.dates, 3) / 2,
    datedNear: Math.min(1, around(page.dated, 6) / 4),
    repeatedNear: around(page.repeated, 4) / 4,
    shortBefore: isShort(lines[at - 1]),
    shortAfter: isShort(lines[at + 1]),
    gapBefore: page.gapBefore[at] ?? 0,
    gapAfter: page.gapAfter[at] ?? 0,
    endings: page.endings[at] ?? 0,
    sinceTitle: isBelow ? Math.exp((titleAt - at) / 8) : 0,
    leadIn: Number(isBelow && line.prose < 0.5 && page.prose(titleAt, at) < 0.5),
    sinceByline: page.sinceByline[at] ?? 0,
    position: at / lines.length,
  };
}

interface PageMeasures {
  readonly lines: readonly PageLine[];
  readonly titleAt: number;
  readonly prose: RangeSum;
  readonly labels: RangeSum;
  readonly dates: RangeSum;
  readonly dated: RangeSum;
  readonly repeated: RangeSum;
  readonly gapBefore: readonly number[];
  readonly gapAfter: readonly number[];
  readonly endings: readonly number[];
  readonly sinceByline: readonly number[];
}

function measurePage(lines: readonly PageLine[], titleAt: number): PageMeasures {
  const sumOf = (value: (line: PageLine) => number): RangeSum => rangeSums(lines.map(value));
  return {
    lines,
    titleAt,
    prose: sumOf((line) => line.prose),
    labels: sumOf((line) => Number(LABEL_KINDS.has(line.kind))),
    dates: sumOf((line) => Number(line.kind === 'date')),
    dated: sumOf((line) => Number(line.dated)),
    repeated: sumOf((line) => Number(line.copies > 1)),
    gapBefore: gaps(lines),
    gapAfter: gaps([...lines].reverse()).reverse(),
    endings: endingsBefore(lines, titleAt),
    sinceByline: sinceBylines(lines),
  };
}

/** For each line, how many lines that stand below stories lie before it and after the story's first paragraphs. */
function endingsBefore(lines: readonly PageLine[], titleAt: number): readonly number[] {
  const total = lines.slice(Math.max(0, titleAt)).reduce((sum, line) => sum + fullProse(line), 0);
  const least = Math.min(6, Math.max(1.5, 0.15 * total));
  let count = 0;
  let prose = 0;
  return lines.map((line, at) => {
    const before = count;
    if (at > titleAt) prose += fullProse(line);
    if (isEnding(line) && prose >= least) count += 1;
    return Math.min(1, before / 8);
  });
}

/** A label with its link behind it ("Read more: …") stands inside stories too. */
function isEnding(line: PageLine): boolean {
  return END_KINDS.has(line.kind) && (line.kind !== 'related' || line.words <= 6);
}

/** How many lines lie between a line and the last paragraph before it, up to one for twelve. */
function gaps(lines: readonly PageLine[]): number[] {
  let gap = 12;
  return lines.map((line) => {
    const before = gap;
    gap = line.prose > 0.3 ? 0 : gap + 1;
    return Math.min(1, before / 12);
  });
}

/** Whether a byline or a date stands in the five lines above. */
function sinceBylines(lines: readonly PageLine[]): readonly number[] {
  let last = -10;
  return lines.map((line, at) => {
    if (line.kind === 'byline' || line.kind === 'date') last = at;
    return Number(at > last && at - last < 6);
  });
}

type RangeSum = (from: number, to: number) => number;

function rangeSums(values: readonly number[]): RangeSum {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  const at = (index: number): number => sums[Math.max(0, Math.min(values.length, index))] ?? 0;
  return (from, to) => at(to) - at(from);
}

function lettersIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}
