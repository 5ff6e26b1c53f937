import type { Article } from '../src/article/article.ts';
import { findStorySentences } from '../src/summary/find-story-sentences.ts';
import { findStoryTerms, type StoryTerms } from '../src/summary/ranking/story-terms.ts';
import type { Sentence } from '../src/summary/sentence.ts';
import { createRouge, findReferenceStems, type RougeOf } from './rouge.ts';

/** A document of the corpus: a news text and the bullets that its site's editors wrote. */
export interface SummaryDocument {
  readonly id: string;
  readonly site: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly reference: readonly string[];
}

export interface TrainingStory {
  readonly site: string;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly story: StoryTerms;
  readonly rougeOf: RougeOf;
  /** The content stems of the editors' bullets. */
  readonly wanted: ReadonlySet<string>;
}

/**
 * Titles are kept for seven documents of ten, so that both kinds of article are learned. Most documents have none, or an
 * address that ends in a slash and gives none: with a title are 242 of 1,476. Learning from those too changed nothing.
 */
export function readTrainingStory(document: SummaryDocument, at: number): TrainingStory {
  const article: Article = {
    title: at % 10 < 7 ? (document.title ?? titleOfAddress(document.url ?? '')) : '',
    byline: [],
    language: 'en',
    paragraphs: document.text.split('\n').filter((line) => line.trim() !== ''),
    subheads: [],
    notes: [],
  };
  const sentences = findStorySentences(article);
  return {
    site: document.site,
    article,
    sentences,
    story: findStoryTerms(article, sentences),
    rougeOf: createRouge(
      sentences.map(({ text }) => text),
      document.reference,
    ),
    wanted: findReferenceStems(document.reference),
  };
}

/** The words of an address's last part, which sites make of the headline. */
function titleOfAddress(address: string): string {
  const parts = address.replace(/(?:\/index)?\.html.*$/u, '').split('/');
  return (parts.at(-1) ?? '').replace(/[-_.]+/gu, ' ');
}
