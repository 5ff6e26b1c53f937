import type { Article } from '../../../src/article/article.ts';
import { findPeople } from '../../../src/people/find-people.ts';
import { readStory, type Line, type Story } from '../../../src/summary/bullets/story.ts';
import { findStorySentences } from '../../../src/summary/find-story-sentences.ts';
import { inventedArticle } from '../invented-article.ts';

/** The story that these paragraphs tell, with the people whom they name. */
export function inventedStory(paragraphs: readonly string[], more: Partial<Article> = {}): Story {
  const article = inventedArticle(paragraphs, more);
  return readStory(article, findStorySentences(article), findPeople(article));
}

/** The last sentence of a story. */
export function lastLine({ lines }: Story): Line {
  const line = lines.at(-1);
  if (line === undefined) throw new Error('the story has no sentence');
  return line;
}
