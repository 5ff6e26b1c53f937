import type { PageFacts } from './judge-blocks.ts';
import type { Block } from './page-blocks.ts';
import type { Place } from './place.ts';
import { isInside, outward } from './place.ts';
import { isHeading, isProse, linkShare } from './prose.ts';
import { candidateBlocks, isWithin } from './story-root.ts';

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
  /** Share of the candidates' prose that stands inside a place, 0 to 1. */
  readonly shareOf: (place: Place) => number;
  /** Says whether a list or card is made of links: teasers, tags, a table of contents. */
  readonly isLinkList: (place: Place) => boolean;
  readonly isInRoot: (block: Block) => boolean;
  /** Says whether the story's first paragraph stands somewhere inside a place. */
  readonly enclosesFirst: (place: Place | undefined) => boolean;
  /** Two blocks side by side in one element, or in elements side by side of the same kind. */
  readonly areNeighbours: (one: Block, other: Block) => boolean;
}

/** The story's own container holds at least this much of its prose. */
const ROOT_SHARE = 0.85;

export function surveyStory(blocks: readonly Block[], readability: ReadonlySet<number>, facts: PageFacts): Story {
  const chosen = candidateBlocks(blocks, readability);
  const prose = blocks.filter((block) => chosen.has(block.index) && isProse(block));
  const weights = new Map<Place, number>();
  let total = 0;
  for (const block of prose) {
    total += block.text.length;
    for (const place of outward(block.place)) weights.set(place, (weights.get(place) ?? 0) + block.text.length);
  }
  const shareOf = (place: Place): number => (total === 0 ? 0 : (weights.get(place) ?? 0) / total);
  const root = innermost(weights.keys(), (place) => shareOf(place) >= ROOT_SHARE);
  const linkLists = findLinkLists(blocks);
  const first = prose[0]?.index ?? 0;
  return {
    facts,
    chosen,
    first,
    headline: blocks.findLast((block) => block.index < first && isInside(block.place, 'H1'))?.index ?? -1,
    last: prose.at(-1)?.index ?? blocks.length,
    shareOf,
    isLinkList: (place) => linkLists.has(place),
    isInRoot: (block) => root !== undefined && isWithin(block.place, root),
    enclosesFirst: (place) => place !== undefined && prose[0] !== undefined && isWithin(prose[0].place, place),
    areNeighbours: (one, other) => {
      const home = other.place.outer ?? other.place;
      return isWithin(one.place, home) || one.place === other.place;
    },
  };
}

function innermost(places: Iterable<Place>, test: (place: Place) => boolean): Place | undefined {
  let found: Place | undefined;
  for (const place of places) {
    if ((found === undefined || place.depth > found.depth) && test(place)) found = place;
  }
  return found;
}

const LIST_TAGS = new Set(['UL', 'OL', 'DL', 'MENU']);
const CARD_TAGS = new Set(['LI', 'ARTICLE', 'TD', 'DIV', 'SECTION']);
const LINK_LIST_SHARE = 0.8;
const MAX_CARD_CHARS = 500;

interface Sum {
  chars: number;
  linkChars: number;
  blocks: number;
  linkedHeading: boolean;
}

/** Lists that are nearly all links, and cards: a linked headline with a line or two about another story. */
function findLinkLists(blocks: readonly Block[]): ReadonlySet<Place> {
  const sums = new Map<Place, Sum>();
  for (const block of blocks) {
    const linked = linkShare(block) >= 0.9;
    for (const place of outward(block.place)) {
      if (!LIST_TAGS.has(place.tag) && !CARD_TAGS.has(place.tag)) continue;
      const sum = sums.get(place) ?? { chars: 0, linkChars: 0, blocks: 0, linkedHeading: false };
      sum.chars += block.text.length;
      sum.linkChars += block.linkChars;
      sum.blocks += 1;
      if (linked && isHeading(block)) sum.linkedHeading = true;
      sums.set(place, sum);
    }
  }
  const found = new Set<Place>();
  for (const [place, sum] of sums) {
    if (LIST_TAGS.has(place.tag)) {
      if (sum.blocks > 1 && sum.linkChars >= sum.chars * LINK_LIST_SHARE) found.add(place);
    } else if (sum.linkedHeading && sum.chars <= MAX_CARD_CHARS && sum.blocks > 1 && sum.blocks < 8) {
      found.add(place);
    }
  }
  return found;
}
