import type { Person } from '../../people/person.ts';
import type { LengthLimits } from '../lengths.ts';
import type { Pick, StoryRanking } from '../ranking/rank-story.ts';
import { similarity, type Topics } from '../ranking/similarity.ts';
import type { Bullet } from '../summary.ts';
import {
  EASY_WORDS,
  findCandidates,
  fitCandidate,
  type Candidate,
  type Source,
} from './candidate.ts';
import { fillUp, type Chosen } from './fill-up.ts';
import { introducedBy, linesOf, type Above } from './form.ts';
import { headlineShare, LEDE_WEIGHT, leansOnItself, opensNews } from './lede.ts';
import type { Need } from './references/need.ts';
import type { Line, Story } from './story.ts';

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
  const strict = chooseAmong(findCandidates(story, ranking, 'strict'), { story, ranking }, limits);
  if (strict.bullets.length > 0) return strict;
  return chooseAmong(findCandidates(story, ranking, 'lenient'), { story, ranking }, limits);
}

/** Tries every set: fourteen sentences make 3,472 sets of up to five, fewer where some are too long together. */
function chooseAmong(
  candidates: readonly Candidate[],
  source: Source,
  limits: LengthLimits,
): Choice {
  let best: Valued = NOTHING;
  let bestSet: readonly Candidate[] = [];
  const visit = (from: number, chosen: readonly Candidate[]): void => {
    if (chosen.length > 0) {
      const valued = valueSet(chosen, source, limits);
      if (valued === undefined) return;
      if (valued.value > best.value) [best, bestSet] = [valued, chosen];
    }
    if (chosen.length === limits.bullets) return;
    for (let at = from; at < candidates.length; at += 1) {
      const candidate = candidates[at];
      if (candidate !== undefined) visit(at + 1, [...chosen, candidate]);
    }
  };
  visit(0, []);
  const ordered = inBestOrder(bestSet, best, (set) => valueSet(set, source, limits));
  return { ...ordered, bullets: fillUp(ordered.chosen, source, limits.maxWords) };
}

/**
 * The article's order, unless a bullet further down tells what the first one leaves open: then that one comes first.
 */
function inBestOrder(
  set: readonly Candidate[],
  ordered: Valued,
  value: (set: readonly Candidate[]) => Valued | undefined,
): Valued {
  let best = ordered;
  // Only what explains something comes first, not what merely leaves nothing open itself.
  if (ordered.open.length === 0) return best;
  for (const [at, candidate] of set.entries()) {
    if (at === 0) continue;
    const valued = value([candidate, ...set.filter((other) => other !== candidate)]);
    if (valued !== undefined && valued.inAnyOrder - WEIGHT.order > best.inAnyOrder) best = valued;
  }
  return best;
}

const NOTHING: Valued = {
  bullets: [],
  lines: [],
  open: [],
  chosen: [],
  value: -Infinity,
  inAnyOrder: -Infinity,
};

interface Valued extends Choice {
  readonly chosen: readonly Chosen[];
  readonly value: number;
  /** The same without what its first bullet leaves open counting more. */
  readonly inAnyOrder: number;
}

/** So much any two sentences of a story have in common. */
const MAX_ALIKE = 0.35;

/** Weights of what speaks against a set, in the ranking's units. Set by reading. */
const WEIGHT = {
  /** A cut takes something away, however little. */
  cost: 0.02,
  /** What the article's order is worth. */
  order: 0.03,
  /** Nothing above the first bullet can explain what it leaves open: so many times more than what it costs below. */
  firstOpen: 1,
  /** How early a sentence stands; more where the ranking was learned from another language and what comes first is surer. */
  early: 0.1,
  earlyElsewhere: 0.4,
  /** What goes on from the bullet above as the article does. */
  follows: 0.05,
  /** Each word above what reads easily. */
  long: 0.004,
  /** Each word and each bullet that the length would have room for. */
  missingWord: 0.01,
  missingBullet: 0.3,
  /** All of the headline told, or the share of it that is. */
  headline: 0.4,
  /** Two bullets of the same words. */
  repeat: 2,
} as const;

/** What a set is worth; `undefined` where it does not fit. */
function valueSet(
  chosen: readonly Candidate[],
  source: Source,
  limits: LengthLimits,
): Valued | undefined {
  let value = 0;
  let words = 0;
  let openInFirst = 0;
  const bullets: Bullet[] = [];
  const forms: Chosen[] = [];
  const picks: Pick[] = [];
  const open: Need[] = [];
  const topics: Topics[] = [];
  const above = {
    people: new Set<Person>(),
    stems: new Set<string>(),
    indexes: new Set<number>(),
    hasLede: false,
  };
  for (const candidate of chosen) {
    // Alone and with the one behind it it is the same sentence.
    if (above.indexes.has(candidate.line.index)) return undefined;
    const fitted = fitCandidate(candidate, above, source);
    if (fitted === undefined) return undefined;
    const { form, bullet, size, topics: own, pick } = fitted;
    forms.push({ candidate, form, size });
    picks.push(pick);
    words += size;
    if (words > limits.maxWords) return undefined;
    bullets.push(bullet);
    value -= WEIGHT.cost * form.cost;
    value -= WEIGHT.long * Math.max(0, size - EASY_WORDS);
    if (candidate.isLede && opensNews(form)) value += LEDE_WEIGHT;
    value += earliness(candidate.line, source.story);
    if (above.indexes.has(candidate.line.index - 1)) value += WEIGHT.follows;
    for (const need of form.needs) {
      const cost = costOf(need, candidate, above);
      value -= cost;
      if (bullets.length === 1) openInFirst += cost;
      if (cost > 0) open.push(need);
    }
    for (const other of topics)
      value -= WEIGHT.repeat * Math.max(0, similarity(other, own) - MAX_ALIKE);
    topics.push(own);
    for (const { person } of introducedBy(form)) above.people.add(person);
    for (const stem of own) above.stems.add(stem);
    for (const { index } of linesOf(form)) above.indexes.add(index);
    above.hasLede ||= candidate.isLede;
  }
  value += source.ranking.valueOf(picks);
  value += WEIGHT.headline * headlineShare(source.story, above.stems);
  value -= WEIGHT.missingBullet * Math.max(0, limits.minBullets - chosen.length);
  value -= WEIGHT.missingWord * Math.max(0, limits.minWords - words);
  return {
    bullets,
    lines: forms.flatMap(({ form }) => linesOf(form)),
    open,
    chosen: forms,
    value: value - WEIGHT.firstOpen * openInFirst,
    inAnyOrder: value,
  };
}

/** The language of the summaries that the ranking was learned from. */
const LEARNED = 'en';
const EARLY = 8;

/** All of it for what opens a text, nothing for what stands far down. */
function earliness({ index }: Line, { article }: Story): number {
  const weight = article.language === LEARNED ? WEIGHT.early : WEIGHT.earlyElsewhere;
  return weight * Math.max(0, 1 - index / EARLY);
}

/** How much of a need is left where something above explains it in part. */
const SHARE = { rightBehind: 0.08, belowLede: 0.5, voiceOfLede: 0.4, ofLede: 0.25 } as const;

/** What a need costs below these bullets: the sentence right before explains most, the lede much. */
function costOf(
  need: Need,
  { line, isLede }: Candidate,
  above: Above & { readonly indexes: ReadonlySet<number>; readonly hasLede: boolean },
): number {
  // What nothing can mend was let in because nothing else is left.
  if (need.kind === 'never') return 0;
  // Below its headline it is clear whose voice a piece opens in.
  if (need.kind === 'voice' && isLede) return need.weight * SHARE.voiceOfLede;
  // What opens the news can point at nothing before it.
  if (isLede && leansOnItself(need)) return need.weight * SHARE.ofLede;
  if (need.kind === 'voice' || need.kind === 'statement' || need.kind === 'stop')
    return need.weight;
  const isRightBehind = above.indexes.has(line.index - 1);
  if (need.kind === 'thing') {
    if (above.stems.has(need.stem) || need.repair !== undefined) return 0;
    if (isRightBehind) return need.weight * SHARE.rightBehind;
    return above.hasLede ? need.weight * SHARE.belowLede : need.weight;
  }
  const isMeant = need.kind === 'sentence-before' || above.people.size > 0;
  return isRightBehind && isMeant ? need.weight * SHARE.rightBehind : need.weight;
}
