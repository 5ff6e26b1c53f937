import type { Article } from '../../article/article.ts';
import { findStems } from '../../text/stems.ts';
import type { Sentence } from '../sentence.ts';

/** A content stem of the story and where it stands. */
export interface Term {
  readonly stem: string;
  /** How often it stands in the story. */
  readonly count: number;
  /** The sentences that it stands in, ascending; at least one. */
  readonly sentences: readonly number[];
  /** How many other terms its first sentence has before it. */
  readonly depth: number;
  readonly isInTitle: boolean;
}

/** The story as the terms of its sentences. */
export interface StoryTerms {
  readonly terms: readonly Term[];
  /** For each sentence its terms as indexes of `terms`, each once, in the order of their first occurrence. */
  readonly bySentence: readonly (readonly number[])[];
  /** For each sentence how many content stems it has, repeated ones too. */
  readonly sizes: readonly number[];
  readonly hasTitle: boolean;
}

/** What the sentences of an article speak of. */
export function findStoryTerms(article: Article, sentences: readonly Sentence[]): StoryTerms {
  const title = new Set(findStems(article.title, article.language));
  const indexes = new Map<string, number>();
  const terms: (Term & { count: number; readonly sentences: number[] })[] = [];
  const sizes: number[] = [];
  const bySentence = sentences.map(({ text }, at) => {
    const stems = findStems(text, article.language);
    const own: number[] = [];
    sizes.push(stems.length);
    for (const stem of stems) {
      const index = indexes.get(stem) ?? terms.length;
      if (index === terms.length) {
        indexes.set(stem, index);
        const isInTitle = title.has(stem);
        terms.push({ stem, count: 0, sentences: [], depth: own.length, isInTitle });
      }
      const term = terms[index];
      if (term === undefined) continue;
      term.count += 1;
      if (term.sentences.at(-1) === at) continue;
      term.sentences.push(at);
      own.push(index);
    }
    return own;
  });
  return { terms, bySentence, sizes, hasTitle: title.size > 0 };
}
