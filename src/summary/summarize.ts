import type { Article } from '../article/article.ts';
import { findPeople } from '../people/find-people.ts';
import type { Person } from '../people/person.ts';
import type { Quote } from '../quotes/quote.ts';
import { chooseKeyQuotes } from './key-quotes/choose-key-quotes.ts';
import { LENGTHS } from './lengths.ts';
import type { Length, Summary } from './summary.ts';
import { weighArticle } from './weigh-article.ts';

export interface SummarizeOptions {
  readonly length: Length;
  /** How many key quotes at most; as many as the length has when it is not said. */
  readonly maxQuotes?: number;
  /** Whom the article names, where they were found before. */
  readonly people?: readonly Person[];
}

/** The built-in engine: an article and its quotes → bullets and key quotes. */
export function summarize(
  article: Article,
  quotes: readonly Quote[],
  { length, maxQuotes = LENGTHS[length].quotes, people = findPeople(article) }: SummarizeOptions,
): Summary {
  const { choice } = weighArticle(article, people, LENGTHS[length]);
  const { bullets } = choice;
  const keyQuotes = chooseKeyQuotes(quotes, { article, people, bullets, max: maxQuotes });
  return { length, bullets, quotes: keyQuotes };
}
