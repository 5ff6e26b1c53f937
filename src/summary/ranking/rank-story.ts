import type { Article } from '../../article/article.ts';
import { findStems } from '../../text/stems.ts';
import type { Sentence } from '../sentence.ts';
import { sumTrees, type BoostedTrees } from './boosted-trees.ts';
import modelData from './model.json' with { type: 'json' };
import { findSentenceFeatures } from './sentence-features.ts';
import { findStoryTerms, type StoryTerms } from './story-terms.ts';
import { findTermFeatures } from './term-features.ts';

/** The language of the summaries that the ranking was learned from. */
export const LEARNED_LANGUAGE = 'en';

/** What was learned of what editors write; `npm run train` makes it again. */
export interface RankingModel {
  /** The log odds that an editor's bullets have a term of the story. */
  readonly term: BoostedTrees;
  /** How much more than the story's other sentences a sentence adds to bullets, in ROUGE. */
  readonly sentence: BoostedTrees;
}

/** What a text mentions of the story. */
export interface Mention {
  /** Indexes, each once. */
  readonly terms: readonly number[];
  /** The text's content stems, repeated ones and such as the story does not have too. */
  readonly size: number;
}

/** A bullet: the sentences that it was made of, and what it mentions. */
export interface Pick {
  readonly sentences: readonly number[];
  readonly mention: Mention;
}

export interface StoryRanking {
  /** For each sentence what it is worth on its own: its part of the value of a set of three that share nothing. */
  readonly worths: readonly number[];
  /** For each sentence what it mentions. */
  readonly mentions: readonly Mention[];
  /** What a text mentions, such as a sentence that was tightened. Worth asking once for each text. */
  readonly mentionOf: (text: string) => Mention;
  /** How many of the terms that a text mentions an editor's bullets have, as far as can be expected. */
  readonly told: (mention: Mention) => number;
  /** What bullets are worth together: what two of them mention counts once, and idle words count against them. */
  readonly valueOf: (picks: readonly Pick[]) => number;
}

/** So many content stems editors write: the larger, the longer are the sets that are worth most. */
const EDITORS_SIZE = 35;
/**
 * What covering the story weighs, and what its sentences add. Cross-validated on bullets as they are shown, like
 * `EDITORS_SIZE`: both have to stand above what `choose-bullets.ts` holds against a set.
 */
const COVERAGE = 5;
const GAIN = 2;
const BULLETS = 3;

/** Ranks the sentences of a story, alone and together. */
export function rankStory(
  article: Article,
  sentences: readonly Sentence[],
  model: RankingModel = shippedModel,
): StoryRanking {
  const story = findStoryTerms(article, sentences);
  const salience = findSalience(story, model.term);
  const rows = findSentenceFeatures({ sentences, story, salience });
  const gains = rows.map((row) => sumTrees(model.sentence, row));
  return createRanking({ story, salience, gains, language: article.language });
}

/** For each term how likely an editor's bullets have it, 0..1. */
export function findSalience(story: StoryTerms, term: BoostedTrees): readonly number[] {
  return findTermFeatures(story).map((row) => 1 / (1 + Math.exp(-sumTrees(term, row))));
}

export interface RankedStory {
  readonly story: StoryTerms;
  readonly salience: readonly number[];
  readonly gains: readonly number[];
  readonly language: string;
}

function createRanking({ story, salience, gains, language }: RankedStory): StoryRanking {
  const mentions = story.bySentence.map((terms, at) => ({ terms, size: story.sizes[at] ?? 0 }));
  const coverage = (hits: number, size: number): number =>
    (2 * COVERAGE * hits) / (size + EDITORS_SIZE);
  const told = ({ terms }: Mention): number =>
    terms.reduce((sum, term) => sum + (salience[term] ?? 0), 0);
  const worths = mentions.map(({ terms, size }, at) => {
    return GAIN * (gains[at] ?? 0) + coverage(told({ terms, size }), BULLETS * size);
  });
  // The set that last mentioned a term: cheaper than a set of terms for each of some thousand calls.
  const mentionedBy = new Uint32Array(story.terms.length);
  let call = 0;
  const valueOf = (picks: readonly Pick[]): number => {
    call += 1;
    let [value, hits, size] = [0, 0, 0];
    for (const { sentences: own, mention } of picks) {
      for (const sentence of own) value += GAIN * (gains[sentence] ?? 0);
      size += mention.size;
      for (const term of mention.terms) {
        if (mentionedBy[term] === call) continue;
        mentionedBy[term] = call;
        hits += salience[term] ?? 0;
      }
    }
    return value + coverage(hits, size);
  };
  return { worths, mentions, mentionOf: createMentionOf(story, language), told, valueOf };
}

function createMentionOf(story: StoryTerms, language: string): (text: string) => Mention {
  const indexes = new Map(story.terms.map(({ stem }, at) => [stem, at]));
  return (text) => {
    const stems = findStems(text, language);
    const terms = new Set<number>();
    for (const stem of stems) {
      const index = indexes.get(stem);
      if (index !== undefined) terms.add(index);
    }
    return { terms: [...terms], size: stems.length };
  };
}

// A JSON module's type has no tuples.
const shippedModel = modelData as unknown as RankingModel;
