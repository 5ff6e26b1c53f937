import type { Article } from '../article/article.ts';
import { findPeople } from '../people/find-people.ts';
import type { Quote } from '../quotes/quote.ts';
import { chooseBullets } from './bullets/choose-bullets.ts';
import { readStory } from './bullets/story.ts';
import { findStorySentences } from './find-story-sentences.ts';
import { chooseKeyQuotes } from './key-quotes/choose-key-quotes.ts';
import { LENGTHS } from './lengths.ts';
import { rankSentences } from './ranking/rank-sentences.ts';
import type { Length, Summary } from './summary.ts';

export interface SummarizeOptions {
  readonly length: Length;
  /** How many key quotes at most; as many as the length has when it is not said. */
  readonly maxQuotes?: number;
}

/** The built-in engine: an article and its quotes → bullets and key quotes. */
export function summarize(
  article: Article,
  quotes: readonly Quote[],
  { length, maxQuotes = LENGTHS[length].quotes }: SummarizeOptions,
): Summary {
  const sentences = findStorySentences(article);
  const people = findPeople(article);
  const story = readStory(article, sentences, people);
  const { bullets } = chooseBullets(story, rankSentences(article, sentences), LENGTHS[length]);
  const keyQuotes = chooseKeyQuotes(quotes, { article, people, bullets, max: maxQuotes });
  return { length, bullets, quotes: keyQuotes };
}
