import { bareText } from '../blocks/bare-text.ts';
import type { Block } from '../blocks/page-blocks.ts';
import type { Place } from '../blocks/place.ts';
import { isWithin, sumByPlace } from '../blocks/place.ts';
import { isHeading, isProse } from '../blocks/prose.ts';

/** A paragraph's part in its container's score: no single one decides. */
const MAX_PROSE_CHARS = 600;
/** So far up a paragraph counts. */
const MAX_LEVELS = 5;
/** How much of the page's best container Readability must have found for its choice to stand. */
const MIN_SHARE_OF_DENSEST = 0.5;

/** Names of containers that hold much prose which is never the story. */
const NEVER_STORY = ['comments', 'notice', 'page-footer', 'related', 'navigation'];

/** A story of its own stands below the headline when there is at least so much prose. */
const MIN_STORY_CHARS = 600;

/**
 * The blocks to judge: Readability's choice; or, where it missed most of it, what stands in the page's densest
 * container; or, where all of its choice is somewhere below the story (comments can outgrow it), what the headline
 * stands over.
 */
export function candidateBlocks(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  title: string,
): ReadonlySet<number> {
  const overlooked = placeBelowHeadline(blocks, chosen, title);
  if (overlooked !== undefined) return indexesWithin(blocks, overlooked);
  const core = densestPlace(blocks);
  if (core === undefined) return chosen;
  let found = 0;
  let there = 0;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    if (isWithin(block.place, core)) there += block.text.length;
    if (chosen.has(block.index)) found += block.text.length;
  }
  if (found >= there * MIN_SHARE_OF_DENSEST) return chosen;
  return indexesWithin(blocks, widen(core, blocks));
}

function indexesWithin(blocks: readonly Block[], place: Place): ReadonlySet<number> {
  return new Set(
    blocks.filter((block) => isWithin(block.place, place)).map((block) => block.index),
  );
}

/** The element with the story right below the headline, when Readability chose nothing before the end of it. */
function placeBelowHeadline(
  blocks: readonly Block[],
  chosen: ReadonlySet<number>,
  title: string,
): Place | undefined {
  const headline = blocks.findIndex(
    (block) => isHeading(block) && bareText(block.text) === bareText(title),
  );
  if (headline === -1 || title === '') return undefined;
  const start = blocks
    .slice(headline)
    .find((block) => mayBeStory(block) && block.place.tag !== 'LI');
  const place = start?.place.outer;
  if (start === undefined || place === undefined || chosen.has(start.index)) return undefined;
  const inside = blocks.filter((block) => isWithin(block.place, place));
  if (inside.some((block) => chosen.has(block.index) && isProse(block))) return undefined;
  const prose = inside.filter(mayBeStory).reduce((sum, block) => sum + block.text.length, 0);
  const firstChosen = blocks.find((block) => chosen.has(block.index) && isProse(block));
  const isBefore = firstChosen === undefined || start.index < firstChosen.index;
  return isBefore && prose >= MIN_STORY_CHARS ? place : undefined;
}

/** The element with the most prose close below it: a paragraph counts whole for its parent, half for the next, less above. */
function densestPlace(blocks: readonly Block[]): Place | undefined {
  const scores = new Map<Place, number>();
  for (const block of blocks) {
    if (!mayBeStory(block)) continue;
    const chars = Math.min(block.text.length, MAX_PROSE_CHARS);
    let place = block.place.outer;
    for (let level = 1; level <= MAX_LEVELS && place !== undefined; level += 1) {
      scores.set(place, (scores.get(place) ?? 0) + chars / (level < 3 ? level : level * 3));
      place = place.outer;
    }
  }
  let best: Place | undefined;
  let bestScore = 0;
  for (const [place, score] of scores) {
    if (score > bestScore) {
      best = place;
      bestScore = score;
    }
  }
  return best;
}

/** An outer element is still the story's while this share of its text is prose. */
const MIN_PROSE_SHARE = 0.7;
/** It must bring at least so much more prose to be worth its other text. */
const MIN_GAIN = 1.02;

/** The outermost element around `core` that brings more prose and hardly anything else. */
function widen(core: Place, blocks: readonly Block[]): Place {
  const prose = sumByPlace(blocks, (block) => (mayBeStory(block) ? block.text.length : 0));
  const all = sumByPlace(blocks, (block) => block.text.length);
  let best = core;
  for (let at = core.outer; at !== undefined; at = at.outer) {
    const here = prose.get(at) ?? 0;
    if (here > (prose.get(best) ?? 0) * MIN_GAIN && here >= (all.get(at) ?? 0) * MIN_PROSE_SHARE)
      best = at;
  }
  return best;
}

function mayBeStory(block: Block): boolean {
  return isProse(block) && !NEVER_STORY.some((rule) => block.place.rules.has(rule));
}
