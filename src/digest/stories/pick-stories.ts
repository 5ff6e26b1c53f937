import { compareFingerprints } from './compare-fingerprints.ts';
import { findWords } from './find-words.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Story } from './gather-stories.ts';
import type { Likeness } from './same-story.ts';
import { sameStory } from './same-story.ts';
import type { StemWeight } from './stem-weight.ts';
import { weighStems } from './stem-weight.ts';
import type { AlikeFinder } from './create-alike-finder.ts';
import { createAlikeFinder } from './create-alike-finder.ts';

export interface PickWishes {
  /** How many at most, and how many more in case some cannot be read. */
  readonly count: number;
  readonly reserve: number;
  /** Words or phrases of which a story must have one; all stories where there are none. */
  readonly include: readonly string[];
  /** Words or phrases of which a story may have none. */
  readonly exclude: readonly string[];
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** An older story is no news, even where it was never seen. */
  readonly maxAgeMs: number;
}

export interface Picks {
  /** The best first. */
  readonly picked: readonly Choice[];
  /** The next best, to take the place of what cannot be read. */
  readonly reserve: readonly Choice[];
  readonly left: readonly LeftOut[];
}

export interface Choice {
  readonly story: Story;
  readonly because: Worth;
}

/** What a story was worth when it was chosen: `total` is the product of the rest, each above 0. */
export interface Worth {
  readonly total: number;
  /** Halves every twelve hours. */
  readonly freshness: number;
  /** Its place in the feed that has it furthest up. */
  readonly place: number;
  /** Rises with the number of sources that carry it. */
  readonly sources: number;
  /** Below 1 where its source or its subject was chosen before. */
  readonly variety: number;
}

export interface LeftOut {
  readonly story: Story;
  readonly because:
    | { readonly kind: 'too-old'; readonly ageMs: number }
    | { readonly kind: 'posted-before'; readonly likeness: Likeness }
    | { readonly kind: 'excluded'; readonly word: string }
    | { readonly kind: 'not-included' }
    /** There was room for so many and others were worth more. */
    | { readonly kind: 'less-worth'; readonly worth: Worth };
}

/**
 * Chooses a digest's stories: fresh ones that stand high in their feeds and that many carry, of several sources and
 * subjects, without what was posted in the channel before. The same whatever order the stories come in.
 */
export function pickStories(
  stories: readonly Story[],
  posted: readonly Fingerprint[],
  wishes: PickWishes,
): Picks {
  const { left, open } = siftStories(stories, posted, wishes);
  const chosen = chooseInTurn(open, wishes);
  const worse: readonly LeftOut[] = chosen
    .slice(wishes.count + wishes.reserve)
    .map(({ story, because }) => ({ story, because: { kind: 'less-worth', worth: because } }));
  return {
    picked: chosen.slice(0, wishes.count),
    reserve: chosen.slice(wishes.count, wishes.count + wishes.reserve),
    left: [...left, ...worse],
  };
}

/** Those that may not be chosen at all, and why. */
function siftStories(
  stories: readonly Story[],
  posted: readonly Fingerprint[],
  wishes: PickWishes,
): { readonly left: readonly LeftOut[]; readonly open: readonly Story[] } {
  const weightOf = weighStems(stories.flatMap(({ fingerprints }) => fingerprints));
  const finder = createAlikeFinder<undefined>(weightOf);
  for (const one of posted) finder.add(one, undefined);
  const left: LeftOut[] = [];
  const open: Story[] = [];
  for (const story of stories) {
    const because = findObstacle(story, wishes) ?? findPosted(story, finder, weightOf);
    if (because === undefined) open.push(story);
    else left.push({ story, because });
  }
  return { left, open };
}

function findObstacle(story: Story, wishes: PickWishes): LeftOut['because'] | undefined {
  const ageMs = ageOf(story, wishes.nowMs);
  if (ageMs !== undefined && ageMs > wishes.maxAgeMs) return { kind: 'too-old', ageMs };
  const text = story.reports.map(({ title, text }) => `${title}\n${text.slice(0, MAX_TEXT_CHARS)}`);
  for (const one of text) {
    const word = findWords(one, wishes.exclude);
    if (word !== undefined) return { kind: 'excluded', word };
  }
  const isWanted =
    wishes.include.length === 0 || text.some((one) => findWords(one, wishes.include) !== undefined);
  return isWanted ? undefined : { kind: 'not-included' };
}

function findPosted(
  story: Story,
  finder: AlikeFinder<undefined>,
  weightOf: StemWeight,
): LeftOut['because'] | undefined {
  for (const print of story.fingerprints)
    for (const { fingerprint } of finder.find(print)) {
      const verdict = sameStory(fingerprint, print, weightOf);
      if (verdict.same) return { kind: 'posted-before', likeness: verdict.because };
    }
  return undefined;
}

/** One after another, each the best beside what was chosen before. Those that can no longer matter are only ordered. */
function chooseInTurn(stories: readonly Story[], wishes: PickWishes): readonly Choice[] {
  const byItself = stories
    .map((story) => ({ story, because: worthOf(story, wishes.nowMs) }))
    .sort(byWorth);
  // Variety only lessens what a story is worth, so those far down cannot come first.
  let open: readonly Choice[] = byItself.slice(0, MAX_WEIGHED);
  const chosen: Choice[] = [];
  while (chosen.length < wishes.count + wishes.reserve && open.length > 0) {
    const best = open.reduce((a, b) => (byWorth(a, b) <= 0 ? a : b));
    chosen.push(best);
    open = open.filter((one) => one !== best).map((one) => besides(one, best.story));
  }
  return [...chosen, ...[...open].sort(byWorth), ...byItself.slice(MAX_WEIGHED)];
}

/** What a story is worth when this one is chosen too. */
function besides({ story, because }: Choice, chosen: Story): Choice {
  const ofSource = chosen.lead.source === story.lead.source ? SAME_SOURCE : 1;
  const factor = ofSource * (isSameSubject(chosen, story) ? SAME_SUBJECT : 1);
  if (factor === 1) return { story, because };
  const variety = because.variety * factor;
  return { story, because: { ...because, variety, total: because.total * factor } };
}

function byWorth(a: Choice, b: Choice): number {
  return b.because.total - a.because.total || (a.story.id < b.story.id ? -1 : 1);
}

function worthOf(story: Story, nowMs: number): Worth {
  const ageMs = ageOf(story, nowMs) ?? UNKNOWN_AGE_MS;
  const freshness = 2 ** (-ageMs / HALF_LIFE_MS);
  const position = Math.min(...story.reports.map((report) => report.position));
  const place = 1 / (1 + position / HALF_PLACE);
  const sources = 1 + Math.log2(1 + story.alsoIn.length);
  return { total: freshness * place * sources, freshness, place, sources, variety: 1 };
}

/** Two stories around one event or one person. */
function isSameSubject(a: Story, b: Story): boolean {
  const [first] = a.fingerprints;
  const [second] = b.fingerprints;
  if (first === undefined || second === undefined) return false;
  const { likeness, shared } = compareFingerprints(first, second);
  return shared.length >= SUBJECT_STEMS && likeness >= SUBJECT_LIKENESS;
}

/** How long ago it was first told; unknown where no date can be believed. */
function ageOf(story: Story, nowMs: number): number | undefined {
  const times = story.reports
    .flatMap(({ publishedAtMs }) => publishedAtMs ?? [])
    .filter((time) => time <= nowMs + MAX_AHEAD_MS);
  return times.length === 0 ? undefined : Math.max(0, nowMs - Math.min(...times));
}

const HOUR_MS = 3_600_000;
const HALF_LIFE_MS = 12 * HOUR_MS;
/** An item without a date counts as one of yesterday: it may be new, and it may be as old as its feed. */
const UNKNOWN_AGE_MS = 12 * HOUR_MS;
/** Clocks differ; what is dated further ahead has a wrong date, which counts as none. */
const MAX_AHEAD_MS = 24 * HOUR_MS;
/** At this place in its feed a story is worth half. */
const HALF_PLACE = 8;
const SAME_SOURCE = 0.55;
const SAME_SUBJECT = 0.4;
const SUBJECT_STEMS = 3;
const SUBJECT_LIKENESS = 0.3;
const MAX_WEIGHED = 200;
const MAX_TEXT_CHARS = 2000;
