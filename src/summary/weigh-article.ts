import type { Article } from '../article/article.ts';
import type { Person } from '../people/person.ts';
import { chooseBullets, type Choice } from './bullets/choose-bullets.ts';
import { readStory, type Story } from './bullets/story.ts';
import { findStorySentences } from './find-story-sentences.ts';
import type { LengthLimits } from './lengths.ts';
import { rankStory } from './ranking/rank-story.ts';

/** An article's sentences, weighed, and the bullets that were chosen. */
export interface Weighed {
  readonly story: Story;
  /** One for each line of the story. */
  readonly scores: readonly number[];
  readonly choice: Choice;
}

export function weighArticle(
  article: Article,
  people: readonly Person[],
  limits: LengthLimits,
): Weighed {
  const sentences = findStorySentences(article);
  const story = readStory(article, sentences, people);
  const ranking = rankStory(article, sentences);
  return { story, scores: ranking.worths, choice: chooseBullets(story, ranking, limits) };
}
