import { bestPath } from './best-path.ts';
import { findComments } from './find-comments.ts';
import { findFeatures, fullProse, type FeatureName, type Features } from './line-features.ts';
import type { FurnitureKind } from '../furniture/line-kind.ts';
import type { PageLine } from './page-line.ts';
// Fitted by logistic regression on real pages: `npm run train:lines`.
import shippedWeights from './line-weights.json' with { type: 'json' };

/** What each feature of a line adds to its score, for each unit of it. */
export type LineWeights = Features;

/** How much a long line may outweigh a short one. */
const MAX_LINE_WEIGHT = 8;
/** A longer stretch of short lines is no list in a story. */
const MAX_HOLE = 20;
/** No single line is surer than this. */
const MAX_SCORE = 4;

/**
 * Which lines are the story's: one stretch of the page with holes in it, where what the weights say of the lines
 * adds up to the most (the best path through "above", "story", "hole" and "below"). Furniture is passed over.
 */
export function chooseLines(
  lines: readonly PageLine[],
  titleAt: number,
  weights: LineWeights = shippedWeights,
): readonly boolean[] {
  const open = openLines(lines, titleAt);
  const features = findFeatures(lines, { titleAt });
  const gains = open.map((at) => gainOf(scoreLine(features[at], weights), lines[at]?.words ?? 1));
  const path = bestPath(gains);
  const chosen = new Set(open.filter((_, index) => path[index]));
  const isOpen = (at: number): boolean => isParagraph(lines[at]) && features[at]?.endings === 0;
  const factAt = lastFact(lines, titleAt, open[path.indexOf(true)] ?? 0);
  const isHead = (at: number): boolean => isOpen(at) && at > factAt;
  for (const at of headOf(open, path.indexOf(true), isHead)) chosen.add(at);
  for (const at of tailOf(open, path.lastIndexOf(true), isOpen)) chosen.add(at);
  return fillHoles(
    lines,
    lines.map((_, at) => chosen.has(at)),
  );
}

/** The paragraphs that follow at once, furniture aside: as long as nothing ended the story they belong to it. */
function tailOf(
  open: readonly number[],
  last: number,
  isOpen: (at: number) => boolean,
): readonly number[] {
  if (last < 0) return [];
  const after = open.slice(last + 1);
  const end = after.findIndex((at) => !isOpen(at));
  return end < 0 ? after : after.slice(0, end);
}

/** The same upwards, as far as the byline or date that stands between headline and story. */
function headOf(
  open: readonly number[],
  first: number,
  isHead: (at: number) => boolean,
): readonly number[] {
  const before = open.slice(0, Math.max(0, first));
  return before.slice(before.findLastIndex((at) => !isHead(at)) + 1);
}

/** The last byline or date between headline and story; the story itself where there is none. */
function lastFact(lines: readonly PageLine[], titleAt: number, first: number): number {
  const from = titleAt < 0 ? first : titleAt;
  const at = lines
    .slice(from, first)
    .findLastIndex((line) => line.kind === 'byline' || line.kind === 'date');
  return at < 0 ? first : from + at;
}

function isParagraph(line: PageLine | undefined): boolean {
  return (
    line !== undefined && line.closed && line.words >= 15 && line.prose > 0.5 && line.copies === 1
  );
}

/**
 * Short lines between two of the story's are its own (subheads, lists) where nothing of the page's stands among
 * them but advertisements.
 */
function fillHoles(lines: readonly PageLine[], chosen: readonly boolean[]): readonly boolean[] {
  const filled = [...chosen];
  let last = -1;
  for (const [at, isChosen] of chosen.entries()) {
    if (!isChosen) continue;
    const hole = lines.slice(last + 1, at);
    if (last >= 0 && hole.length > 0 && hole.length <= MAX_HOLE && hole.every(isInner)) {
      for (let i = last + 1; i < at; i += 1) filled[i] = lines[i]?.kind === undefined;
    }
    last = at;
  }
  return filled;
}

function isInner(line: PageLine): boolean {
  return (
    line.kind === 'ad-label' ||
    (line.kind === undefined && line.copies === 1 && !line.dated && !line.headsEnd)
  );
}

/** The plain way for small pages: every sentence below the headline, up to what stands below stories. */
export function chooseSentences(lines: readonly PageLine[], titleAt: number): readonly boolean[] {
  const end = lines.findIndex((line, at) => at > titleAt && line.headsEnd);
  return lines.map(
    (line, at) =>
      at > titleAt &&
      (end < 0 || at < end) &&
      line.kind === undefined &&
      line.closed &&
      line.words >= 5,
  );
}

/** The lines that may be the story's at all: below the headline, above the comments, no furniture. */
export function openLines(lines: readonly PageLine[], titleAt: number): readonly number[] {
  const start = findStart(lines, titleAt);
  const end = findComments(lines, titleAt);
  return lines.flatMap((line, at) =>
    at < start || at >= end || isFurniture(line) || isLinked(line, lines[at - 1]) ? [] : [at],
  );
}

/** How much a line looks like the story's: the logarithm of its odds. */
function scoreLine(features: Features | undefined, weights: LineWeights): number {
  if (features === undefined) return 0;
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * features[name as FeatureName],
    0,
  );
}

function gainOf(score: number, words: number): number {
  return (
    Math.max(-MAX_SCORE, Math.min(MAX_SCORE, score)) *
    Math.min(MAX_LINE_WEIGHT, Math.sqrt(Math.max(1, words)))
  );
}

/** Lines that no story has, whatever stands around them. */
function isFurniture(line: PageLine): boolean {
  return line.kind !== undefined && !STORY_KINDS.has(line.kind);
}

/** The headline of another story below a label that says so. */
function isLinked(line: PageLine, label: PageLine | undefined): boolean {
  return label?.kind === 'related' && label.words <= 6 && !line.closed && line.words <= 20;
}

/** Nothing above the headline is the story's, unless most paragraphs stand there and so it is none. */
function findStart(lines: readonly PageLine[], titleAt: number): number {
  if (titleAt <= 0) return 0;
  const total = (part: readonly PageLine[]): number =>
    part.reduce((sum, line) => sum + fullProse(line), 0);
  return total(lines.slice(titleAt)) >= 0.15 * total(lines.slice(0, titleAt)) ? titleAt : 0;
}

/** Kinds that a story may hold: a subhead of one word, an address, a rule. */
const STORY_KINDS: ReadonlySet<FurnitureKind> = new Set(['section', 'link', 'ornament']);
