import type { Block } from './page-blocks.ts';
import type { Place } from './place.ts';
import { outward } from './place.ts';
import { isProse } from './prose.ts';

/** A paragraph's part in its container's score: no single one decides. */
const MAX_PROSE_CHARS = 600;

/** How much of the page's best container Readability must have found for its choice to stand. */
const MIN_SHARE_OF_DENSEST = 0.5;

/** Names of containers that hold much prose which is never the story. */
const NEVER_STORY = new Set(['comments', 'notice', 'page-footer', 'related', 'navigation']);

/**
 * The blocks to judge: Readability's choice, or, where it missed most of it, what stands in the page's densest container.
 */
export function candidateBlocks(blocks: readonly Block[], chosen: ReadonlySet<number>): ReadonlySet<number> {
  const core = densestPlace(blocks);
  if (core === undefined) return chosen;
  let found = 0;
  let there = 0;
  for (const block of blocks) {
    const isIn = isWithin(block.place, core);
    if (!isProse(block)) continue;
    if (isIn) there += block.text.length;
    if (chosen.has(block.index)) found += block.text.length;
  }
  if (found >= there * MIN_SHARE_OF_DENSEST) return chosen;
  const wide = widen(core, blocks);
  return new Set(blocks.filter((block) => isWithin(block.place, wide)).map((block) => block.index));
}

/** The element with the most prose close below it: a paragraph counts whole for its parent, half for the next, less above. */
function densestPlace(blocks: readonly Block[]): Place | undefined {
  const scores = new Map<Place, number>();
  for (const block of blocks) {
    if (!isProse(block) || isNeverStory(block.place)) continue;
    const chars = Math.min(block.text.length, MAX_PROSE_CHARS);
    let level = 0;
    for (const place of outward(block.place)) {
      if (level > 0) scores.set(place, (scores.get(place) ?? 0) + chars / (level === 1 ? 1 : level === 2 ? 2 : level * 3));
      level += 1;
      if (level > 5) break;
    }
  }
  let best: Place | undefined;
  for (const [place, score] of scores) {
    if (best === undefined || score > (scores.get(best) ?? 0)) best = place;
  }
  return best;
}

/** An outer element is still the story's while this share of its text is prose. */
const MIN_PROSE_SHARE = 0.7;

/** The outermost element around `core` that brings more prose and hardly anything else. */
function widen(core: Place, blocks: readonly Block[]): Place {
  const sums = new Map<Place, { chars: number; prose: number }>();
  for (const at of outward(core)) sums.set(at, { chars: 0, prose: 0 });
  for (const block of blocks) {
    const prose = isProse(block) && !isNeverStory(block.place);
    for (const at of outward(block.place)) {
      const sum = sums.get(at);
      if (sum === undefined) continue;
      sum.chars += block.text.length;
      if (prose) sum.prose += block.text.length;
    }
  }
  let best = core;
  for (const [place, sum] of sums) {
    const inner = sums.get(best)?.prose ?? 0;
    if (sum.prose > inner * 1.02 && sum.prose >= sum.chars * MIN_PROSE_SHARE) best = place;
  }
  return best;
}

function isNeverStory(place: Place): boolean {
  for (const at of outward(place)) if (at.rule !== undefined && NEVER_STORY.has(at.rule)) return true;
  return false;
}

export function isWithin(place: Place, container: Place): boolean {
  for (const at of outward(place)) {
    if (at === container) return true;
    if (at.depth < container.depth) return false;
  }
  return false;
}
