import type { PageFacts } from './page-facts.ts';
import { findLinkLists } from './link-lists.ts';
import type { Block } from '../blocks/page-blocks.ts';
import type { Place } from '../blocks/place.ts';
import { isWithin, sumByPlace } from '../blocks/place.ts';
import { isProse } from '../blocks/prose.ts';
import { candidateBlocks } from './story-root.ts';

/** What the judges of blocks know about the page as a whole. */
export interface Story {
  readonly facts: PageFacts;
  /** The candidates: indexes of blocks that may be of the story. */
  readonly chosen: ReadonlySet<number>;
  /** Indexes of the first and the last candidate that reads like prose. */
  readonly first: number;
  readonly last: number;
  /** Index of the headline: the last H1 before the story, or -1. */
  readonly headline: number;
  /** Index of the last block before the story that is named a byline, or -1. */
  readonly byline: number;
  /** Says whether a place holds so much of the story that it is the story's own, whatever its name. */
  readonly isMain: (place: Place) => boolean;
  /** Says whether a name that speaks for furniture is one that the story's own paragraphs bear here. */
  readonly isMistrusted: (place: Place) => boolean;
  /** Says whether a list or card is made of links: teasers, tags, a table of contents. */
  readonly isLinkList: (place: Place) => boolean;
  /** Says whether a block stands in the element that holds nearly all of the story. */
  readonly isInRoot: (block: Block) => boolean;
  /** Says whether paragraphs of the story stand in the same element as a block, before and after it. */
  readonly hasSiblings: (block: Block) => boolean;
  /** Says whether the story's first paragraph stands somewhere inside a place. */
  readonly enclosesFirst: (place: Place | undefined) => boolean;
  /** Says whether a block stands in the same element as another, or below it. */
  readonly areNeighbours: (one: Block, other: Block) => boolean;
}

/** An element with more than this share of the story's prose is no furniture. */
const MAIN_SHARE = 0.3;
/** Names that stand around more than this share of the story's prose say nothing: page builders call everything a widget. */
const MISTRUST_SHARE = 0.4;
/** These are what they say, however much of them was taken for the story. */
const ALWAYS_TRUSTED = new Set(['comments', 'related', 'navigation', 'notice']);
/** The story's own container holds at least this much of its prose. */
const ROOT_SHARE = 0.85;

export function surveyStory(
  blocks: readonly Block[],
  readability: ReadonlySet<number>,
  facts: PageFacts,
): Story {
  const chosen = candidateBlocks(blocks, readability, facts.title);
  const prose = blocks.filter((block) => chosen.has(block.index) && isProse(block));
  const weights = sumByPlace(prose, (block) => block.text.length);
  const total = prose.reduce((sum, block) => sum + block.text.length, 0);
  const shareOf = (place: Place): number => (total === 0 ? 0 : (weights.get(place) ?? 0) / total);
  const root = innermost(weights.keys(), (place) => shareOf(place) >= ROOT_SHARE);
  const linkLists = findLinkLists(blocks);
  const mistrusted = mistrustedRules(prose, total, (place) => shareOf(place) > MAIN_SHARE);
  const [start] = prose;
  const first = start?.index ?? 0;
  const before = blocks.slice(0, first);
  return {
    facts,
    chosen,
    first,
    last: prose.at(-1)?.index ?? blocks.length,
    headline: before.findLastIndex((block) => block.place.tags.has('H1')),
    byline: before.findLastIndex(
      ({ place }) => place.rules.has('byline') || place.tags.has('ADDRESS'),
    ),
    isMain: (place) => shareOf(place) > MAIN_SHARE,
    isMistrusted: (place) => mistrusted.has(place.rule ?? ''),
    isLinkList: (place) => linkLists.has(place),
    isInRoot: (block) => root !== undefined && isWithin(block.place, root),
    hasSiblings: (block) => {
      const home = block.place.outer;
      const beside = prose.filter((one) => one.place.outer === home);
      return (
        beside.some((one) => one.index < block.index) &&
        beside.some((one) => one.index > block.index)
      );
    },
    enclosesFirst: (place) =>
      place !== undefined && start !== undefined && isWithin(start.place, place),
    areNeighbours: (one, other) =>
      one.place === other.place || isWithin(one.place, other.place.outer ?? other.place),
  };
}

/** Rules that the names inside the story's own container would cut too much of it by. */
function mistrustedRules(
  prose: readonly Block[],
  total: number,
  isMain: (place: Place) => boolean,
): ReadonlySet<string> {
  const cut = new Map<string, number>();
  for (const block of prose) {
    const rules = new Set<string>();
    for (let at: Place | undefined = block.place; at !== undefined && !isMain(at); at = at.outer) {
      if (at.rule !== undefined && !ALWAYS_TRUSTED.has(at.rule)) rules.add(at.rule);
    }
    for (const rule of rules) cut.set(rule, (cut.get(rule) ?? 0) + block.text.length);
  }
  return new Set(
    [...cut].flatMap(([rule, chars]) => (chars > total * MISTRUST_SHARE ? [rule] : [])),
  );
}

function innermost(places: Iterable<Place>, test: (place: Place) => boolean): Place | undefined {
  let found: Place | undefined;
  for (const place of places) {
    if ((found === undefined || place.depth > found.depth) && test(place)) found = place;
  }
  return found;
}
