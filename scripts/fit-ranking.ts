import type { BoostedTrees } from '../src/summary/ranking/boosted-trees.ts';
import { findSalience, type RankingModel } from '../src/summary/ranking/rank-story.ts';
import { findSentenceFeatures } from '../src/summary/ranking/sentence-features.ts';
import { findTermFeatures } from '../src/summary/ranking/term-features.ts';
import { fitTrees, type TreeExample, type TreeOptions } from './fit-trees.ts';
import type { TrainingStory } from './training-story.ts';

/** Editors' terms and sentences from farther down are few; they would only cost time. */
const MAX_PLACE = 30;

const TERM_TREES: TreeOptions = {
  loss: 'log-odds',
  trees: 80,
  leaves: 8,
  rate: 0.15,
  minWeight: 30,
  ridge: 10,
};
const SENTENCE_TREES: TreeOptions = {
  loss: 'squares',
  trees: 100,
  leaves: 6,
  rate: 0.08,
  minWeight: 40,
  ridge: 20,
};
/** Sentences are learned from with the salience that stories have which the terms were not learned from. */
const INNER_FOLDS = 3;

/** Fits both models, the same to the byte each time. */
export function fitRanking(stories: readonly TrainingStory[]): RankingModel {
  const salience = crossFitSalience(stories);
  const weights = findWeights(stories);
  const examples = stories.flatMap((story, at) =>
    findExamples(story, salience[at] ?? [], weights.get(story.site) ?? 1),
  );
  return { term: fitTerms(stories), sentence: fitTrees(examples, SENTENCE_TREES) };
}

/** A site counts by the square root of its stories, so that the manner of the largest one is not all that is learned. */
function findWeights(stories: readonly TrainingStory[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { site } of stories) counts.set(site, (counts.get(site) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return new Map([...counts].map(([site, count]) => [site, Math.sqrt(most / count)]));
}

function crossFitSalience(stories: readonly TrainingStory[]): readonly (readonly number[])[] {
  const models = Array.from({ length: INNER_FOLDS }, (_, fold) =>
    fitTerms(stories.filter((__, at) => at % INNER_FOLDS !== fold)),
  );
  return stories.map(({ story }, at) => {
    const model = models[at % INNER_FOLDS];
    return model === undefined ? [] : findSalience(story, model);
  });
}

/** Which terms of a story its editors take up. */
function fitTerms(stories: readonly TrainingStory[]): BoostedTrees {
  const weights = findWeights(stories);
  const examples = stories.flatMap(({ site, story, wanted }) => {
    const weight = weights.get(site) ?? 1;
    const rows = findTermFeatures(story);
    return story.terms.flatMap(({ stem, sentences }, at): readonly TreeExample[] => {
      const values = rows[at];
      if (values === undefined || (sentences[0] ?? 0) >= MAX_PLACE) return [];
      return [{ values, target: Number(wanted.has(stem)), weight }];
    });
  });
  return fitTrees(examples, TERM_TREES);
}

/** What the sentences of a story add, measured from its mean: only the order within a story is learned. */
function findExamples(
  { sentences, story, rougeOf }: TrainingStory,
  salience: readonly number[],
  weight: number,
): readonly TreeExample[] {
  const rows = findSentenceFeatures({ sentences, story, salience }).slice(0, MAX_PLACE);
  const gains = rows.map((_, at) => findGain(rougeOf, at, sentences.length));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
  return rows.map((values, at) => ({ values, target: (gains[at] ?? 0) - mean, weight }));
}

/** A third how like the bullets a sentence is alone, two thirds what it adds to the first two others. */
function findGain(
  rougeOf: (chosen: readonly number[]) => number,
  at: number,
  size: number,
): number {
  const others = [0, 1, 2].filter((other) => other !== at && other < size).slice(0, 2);
  return (rougeOf([at]) + 2 * (rougeOf([...others, at]) - rougeOf(others))) / 3;
}
