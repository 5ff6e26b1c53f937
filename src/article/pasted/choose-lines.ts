import { findFeatures, fullProse } from './line-features.ts';
import type { PageLine } from './page-line.ts';
import weights from './line-weights.json' with { type: 'json' };

/** What leaving the story for something inside it costs, once and for each line; both were tried on real pages. */
const holeCost = 2;
const holeLineCost = 0.8;
/** How much a long line may outweigh a short one. */
const maxLineWeight = 8;
/** No single line is surer than this. */
const maxScore = 4;
/** A score no line comes back from. */
const never = -20;

/**
 * Which lines are the story's: one stretch of the page with holes in it, where what the weights say of the lines
 * adds up to the most (the best path through "above", "story", "hole" and "below").
 */
export function chooseLines(lines: readonly PageLine[], titleAt: number): readonly boolean[] {
  const scores = scoreLines(lines, titleAt);
  return bestPath(scores.map((score, at) => clip(score) * Math.min(maxLineWeight, Math.sqrt(Math.max(1, lines[at]?.words ?? 1)))));
}

/** How much each line looks like the story's: the logarithm of its odds. */
export function scoreLines(lines: readonly PageLine[], titleAt: number): readonly number[] {
  const commentsAt = findComments(lines, titleAt);
  const startAt = findStart(lines, titleAt);
  return findFeatures(lines, { titleAt }).map((features, at) => {
    if (at < startAt || at >= commentsAt) return never;
    return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as keyof typeof weights], 0);
  });
}

function clip(score: number): number {
  return score === never ? never : Math.max(-maxScore, Math.min(maxScore, score));
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
