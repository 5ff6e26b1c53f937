import type { LengthLimits } from '../lengths.ts';
import type { StoryRanking } from '../ranking/rank-story.ts';
import type { Bullet } from '../summary.ts';
import { findCandidates, type Candidate } from './candidate.ts';
import { fillUp } from './fill-up.ts';
import { linesOf } from './form.ts';
import type { Need } from './references/need.ts';
import type { Line, Story } from './story.ts';
import {
  addAbove,
  NOTHING_TOLD,
  tellNext,
  tellNothing,
  valueInAnyOrder,
  valueOf,
  type Preceding,
  type Task,
  type Told,
} from './told.ts';

/** A set of bullets in the article's order. */
export interface Choice {
  readonly bullets: readonly Bullet[];
  /** The sentences they were made of. */
  readonly lines: readonly Line[];
  /** What they leave open. */
  readonly open: readonly Need[];
}

/**
 * The set of bullets that tells most within the limits: what its sentences are worth, less what they repeat, what they
 * leave open, and what tightening took.
 */
export function chooseBullets(story: Story, ranking: StoryRanking, limits: LengthLimits): Choice {
  const task = { source: { story, ranking }, limits };
  const strict = chooseAmong(findCandidates(story, ranking, 'strict'), task);
  if (strict.bullets.length > 0) return strict;
  return chooseAmong(findCandidates(story, ranking, 'lenient'), task);
}

/**
 * Tries every set: fourteen sentences, six of them in two ways, make 1,236 sets of up to three and 16,026 of up to five,
 * fewer where some are too long together.
 */
function chooseAmong(candidates: readonly Candidate[], task: Task): Choice {
  const { source, limits } = task;
  let best = tellNothing(source.story);
  let bestValue = -Infinity;
  const visit = (from: number, told: Told, above: Preceding): void => {
    for (let at = from; at < candidates.length; at += 1) {
      const candidate = candidates[at];
      const next = candidate && tellNext({ told, above }, candidate, task);
      const last = next?.chosen.at(-1);
      if (next === undefined || last === undefined) continue;
      const value = valueOf(next, task);
      if (value > bestValue) [best, bestValue] = [next, value];
      if (next.chosen.length < limits.bullets) visit(at + 1, next, addAbove(above, last));
    }
  };
  visit(0, best, NOTHING_TOLD);
  const { chosen, open } = inBestOrder(best, task);
  return {
    bullets: fillUp(chosen, source, limits.maxWords),
    lines: chosen.flatMap(({ form }) => linesOf(form)),
    open,
  };
}

/** What the article's order is worth, in the ranking's units. Set by reading. */
const ORDER_WEIGHT = 0.03;

/**
 * The article's order, unless a bullet further down tells what the first one leaves open: then that one comes first.
 */
function inBestOrder(told: Told, task: Task): Told {
  // Only what explains something comes first, not what merely leaves nothing open itself.
  if (told.open.length === 0) return told;
  let best = told;
  let bestValue = valueInAnyOrder(told, task);
  const candidates = told.chosen.map(({ candidate }) => candidate);
  for (const first of candidates.slice(1)) {
    const other = tellAll([first, ...candidates.filter((one) => one !== first)], task);
    if (other === undefined) continue;
    const value = valueInAnyOrder(other, task);
    if (value - ORDER_WEIGHT > bestValue) [best, bestValue] = [other, value];
  }
  return best;
}

/** These bullets in this order; `undefined` where one does not fit. */
function tellAll(candidates: readonly Candidate[], task: Task): Told | undefined {
  let told: Told | undefined = tellNothing(task.source.story);
  let above = NOTHING_TOLD;
  for (const candidate of candidates) {
    told = tellNext({ told, above }, candidate, task);
    const last = told?.chosen.at(-1);
    if (told === undefined || last === undefined) return undefined;
    above = addAbove(above, last);
  }
  return told;
}
