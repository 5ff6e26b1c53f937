import type { Article } from '../../article/article.ts';
import type { Sentence } from '../sentence.ts';
import { rankStory } from './rank-story.ts';

/**
 * For each sentence how much a bullet made of it is worth, higher is better; comparable between the sentences of one
 * article. `rankStory` tells also what bullets are worth together.
 */
export function rankSentences(article: Article, sentences: readonly Sentence[]): readonly number[] {
  return rankStory(article, sentences).worths;
}
