import { findFeatures, fullProse, type Features } from './line-features.ts';
import type { FurnitureKind } from '../furniture/line-kind.ts';
import type { PageLine } from './page-line.ts';
import weights from './line-weights.json' with { type: 'json' };

/** What leaving the story for something inside it costs, once and for each line; both were tried on real pages. */
const holeCost = 5;
const holeLineCost = 0.8;
/** How much a long line may outweigh a short one. */
const maxLineWeight = 8;
/** A longer stretch of short lines is no list in a story. */
const maxHole = 20;
/** No single line is surer than this. */
const maxScore = 4;

/**
 * Which lines are the story's: one stretch of the page with holes in it, where what the weights say of the lines
 * adds up to the most (the best path through "above", "story", "hole" and "below"). Furniture is passed over.
 */
export function chooseLines(lines: readonly PageLine[], titleAt: number): readonly boolean[] {
  const open = openLines(lines, titleAt);
  const features = findFeatures(lines, { titleAt });
  const gains = open.map((at) => gainOf(scoreLine(features[at]), lines[at]?.words ?? 1));
  const path = bestPath(gains);
  const chosen = new Set(open.filter((_, index) => path[index]));
  const isOpen = (at: number): boolean => isParagraph(lines[at]) && features[at]?.endings === 0;
  for (const at of tailOf(open, path.lastIndexOf(true), isOpen)) chosen.add(at);
  return fillHoles(
    lines,
    lines.map((_, at) => chosen.has(at)),
  );
}

/** The paragraphs that follow at once, furniture aside: as long as nothing ended the story they belong to it. */
function tailOf(open: readonly number[], last: number, isOpen: (at: number) => boolean): readonly number[] {
  if (last < 0) return [];
  const after = open.slice(last + 1);
  const end = after.findIndex((at) => !isOpen(at));
  return end < 0 ? after : after.slice(0, end);
}

function isParagraph(line: PageLine | undefined): boolean {
  return line !== undefined && line.closed && line.words >= 15 && line.prose > 0.5 && line.copies === 1;
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
    if (last >= 0 && hole.length > 0 && hole.length <= maxHole && hole.every(isInner)) {
      for (let i = last + 1; i < at; i += 1) filled[i] = lines[i]?.kind === undefined;
    }
    last = at;
  }
  return filled;
}

function isInner(line: PageLine): boolean {
  return line.kind === 'ad-label' || (line.kind === undefined && line.copies === 1 && !line.dated && !line.headsEnd);
}

/** The lines that may be the story's at all: below the headline, above the comments, no furniture. */
export function openLines(lines: readonly PageLine[], titleAt: number): readonly number[] {
  const start = findStart(lines, titleAt);
  const end = findComments(lines, titleAt);
  return lines.flatMap((line, at) => (at < start || at >= end || isFurniture(line) || isLinked(line, lines[at - 1]) ? [] : [at]));
}

/** How much a line looks like the story's: the logarithm of its odds. */
export function scoreLine(features: Features | undefined): number {
  if (features === undefined) return 0;
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as keyof typeof weights], 0);
}

function gainOf(score: number, words: number): number {
  return Math.max(-maxScore, Math.min(maxScore, score)) * Math.min(maxLineWeight, Math.sqrt(Math.max(1, words)));
}

/** Lines that no story has, whatever stands around them. */
function isFurniture(line: PageLine): boolean {
  return line.kind !== undefined && !storyKinds.has(line.kind);
}

/** The headline of another story below a label that says so. */
function isLinked(line: PageLine, label: PageLine | undefined): boolean {
  return label?.kind === 'related' && label.words <= 6 && !line.closed && line.words <= 20;
}

/** Nothing above the headline is the story's, unless most paragraphs stand there and so it is none. */
function findStart(lines: readonly PageLine[], titleAt: number): number {
  if (titleAt <= 0) return 0;
  const total = (part: readonly PageLine[]): number => part.reduce((sum, line) => sum + fullProse(line), 0);
  return total(lines.slice(titleAt)) >= 0.15 * total(lines.slice(0, titleAt)) ? titleAt : 0;
}

/** Where readers' comments begin: below a line about them, with dated lines between the paragraphs. */
export function findComments(lines: readonly PageLine[], titleAt: number): number {
  let prose = 0;
  const answers = sums(lines.map((line, at) => Number(line.dated && lines[at + 1]?.dated === false && lines[at + 1]?.kind === undefined)));
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

/** Kinds that a story may hold: a subhead of one word, an address, a rule. */
const storyKinds: ReadonlySet<FurnitureKind> = new Set(['section', 'link', 'ornament']);

const above = 0;
const story = 1;
const hole = 2;
const below = 3;

/** The states that may come before each, and what the step costs. */
const steps: readonly (readonly (readonly [from: number, cost: number])[])[] = [
  [[above, 0]],
  [[above, 0], [story, 0], [hole, 0]],
  [[story, holeCost + holeLineCost], [hole, holeLineCost]],
  [[story, 0], [hole, 0], [below, 0]],
];

function bestPath(gains: readonly number[]): readonly boolean[] {
  let sumsOf: readonly number[] = [0, -Infinity, -Infinity, -Infinity];
  const origins: (readonly number[])[] = [];
  for (const gain of gains) {
    const before = sumsOf;
    const best = steps.map((from) =>
      from.map(([state, cost]) => ({ state, sum: (before[state] ?? 0) - cost })).reduce((a, b) => (b.sum > a.sum ? b : a)),
    );
    sumsOf = best.map(({ sum }, state) => (state === story ? sum + gain : sum));
    origins.push(best.map(({ state }) => state));
  }
  let state = sumsOf.reduce((best, sum, at) => (sum > (sumsOf[best] ?? 0) ? at : best), above);
  const chosen = gains.map(() => false);
  for (let at = gains.length - 1; at >= 0; at -= 1) {
    chosen[at] = state === story;
    state = origins[at]?.[state] ?? above;
  }
  return chosen;
}
