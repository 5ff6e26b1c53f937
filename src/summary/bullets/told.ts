import type { LengthLimits } from '../lengths.ts';
import { LEARNED_LANGUAGE } from '../ranking/rank-story.ts';
import { similarity } from '../ranking/similarity.ts';
import { EASY_WORDS, fitCandidate, type Candidate, type Fitted, type Source } from './candidate.ts';
import { introducedBy, linesOf, NOTHING_ABOVE, type Above } from './form.ts';
import { LEDE_WEIGHT, leansOnItself, opensNews } from './lede.ts';
import type { Need } from './references/need.ts';
import type { Line, Story } from './story.ts';

/** A sentence in the form in which it was chosen. */
export interface Chosen extends Fitted {
  readonly candidate: Candidate;
}

/** Bullets in their order, and what they are worth but for what only a whole set tells. */
export interface Told {
  readonly chosen: readonly Chosen[];
  readonly words: number;
  readonly value: number;
  /** What they leave open. */
  readonly open: readonly Need[];
  /** What that costs in the first of them. */
  readonly openInFirst: number;
  /** What the headline speaks of and they do not. */
  readonly untold: readonly string[];
}

/** What stands above a bullet in its set. */
export interface Preceding extends Above {
  /** Of its sentences. */
  readonly indexes: ReadonlySet<number>;
  readonly hasLede: boolean;
}

export const NOTHING_TOLD: Preceding = { ...NOTHING_ABOVE, indexes: new Set(), hasLede: false };

/** So much any two sentences of a story have in common. */
const MAX_ALIKE = 0.35;

/** Weights of what speaks against a set, in the ranking's units. Set by reading. */
const WEIGHT = {
  /** A cut takes something away, however little. */
  cost: 0.02,
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

/** What bullets are chosen from, and within which limits. */
export interface Task {
  readonly source: Source;
  readonly limits: LengthLimits;
}

export function tellNothing({ titleStems }: Story): Told {
  return { chosen: [], words: 0, value: 0, open: [], openInFirst: 0, untold: [...titleStems] };
}

/** Bullets, and what they tell the one below them. */
export interface Place {
  readonly told: Told;
  readonly above: Preceding;
}

/** The bullets with one more below them; `undefined` where it does not fit. */
export function tellNext(
  { told, above }: Place,
  candidate: Candidate,
  { source, limits }: Task,
): Told | undefined {
  const { line, isLede } = candidate;
  // Alone and with the one behind it it is the same sentence.
  if (above.indexes.has(line.index)) return undefined;
  const fitted = fitCandidate(candidate, above, source);
  if (fitted === undefined) return undefined;
  const { form, size, topics } = fitted;
  const words = told.words + size;
  if (words > limits.maxWords) return undefined;
  const costs = form.needs.map((need) => costOf(need, candidate, above));
  const cost = costs.reduce((sum, one) => sum + one, 0);
  let value = told.value - cost - WEIGHT.cost * form.cost;
  value -= WEIGHT.long * Math.max(0, size - EASY_WORDS);
  if (isLede && opensNews(form)) value += LEDE_WEIGHT;
  value += earliness(line, source.story);
  if (above.indexes.has(line.index - 1)) value += WEIGHT.follows;
  for (const other of told.chosen)
    value -= WEIGHT.repeat * Math.max(0, similarity(other.topics, topics) - MAX_ALIKE);
  return {
    chosen: [...told.chosen, { ...fitted, candidate }],
    words,
    value,
    open: [...told.open, ...form.needs.filter((_, at) => (costs[at] ?? 0) > 0)],
    openInFirst: told.chosen.length === 0 ? cost : told.openInFirst,
    untold: told.untold.filter((stem) => !topics.has(stem)),
  };
}

/** What stands above the next bullet once this one is told too. */
export function addAbove(above: Preceding, { candidate, form, topics }: Chosen): Preceding {
  return {
    people: new Set([...above.people, ...introducedBy(form).map(({ person }) => person)]),
    stems: new Set([...above.stems, ...topics]),
    indexes: new Set([...above.indexes, ...linesOf(form).map(({ index }) => index)]),
    hasLede: above.hasLede || candidate.isLede,
  };
}

/** What bullets are worth as a whole set, whichever comes first. */
export function valueInAnyOrder(told: Told, { source, limits }: Task): number {
  const { story, ranking } = source;
  const { size } = story.titleStems;
  let value = told.value + ranking.valueOf(told.chosen.map(({ pick }) => pick));
  if (size > 0) value += WEIGHT.headline * (1 - told.untold.length / size);
  value -= WEIGHT.missingBullet * Math.max(0, limits.minBullets - told.chosen.length);
  value -= WEIGHT.missingWord * Math.max(0, limits.minWords - told.words);
  return value;
}

/** The same in their order: nothing above the first can explain what it leaves open. */
export function valueOf(told: Told, task: Task): number {
  return valueInAnyOrder(told, task) - WEIGHT.firstOpen * told.openInFirst;
}

const EARLY = 8;

/** All of it for what opens a text, nothing for what stands far down. */
function earliness({ index }: Line, { article }: Story): number {
  const weight = article.language === LEARNED_LANGUAGE ? WEIGHT.early : WEIGHT.earlyElsewhere;
  return weight * Math.max(0, 1 - index / EARLY);
}

/** How much of a need is left where something above explains it in part. */
const SHARE = { rightBehind: 0.08, belowLede: 0.5, voiceOfLede: 0.4, ofLede: 0.25 } as const;

/** What a need costs below these bullets: the sentence right before explains most, the lede much. */
function costOf(need: Need, { line, isLede }: Candidate, above: Preceding): number {
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
