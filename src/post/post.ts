import type { Action } from './actions.ts';
import type { Span } from '../article/article.ts';

/** Something the bot says, before it has any platform's form: plain text without markup, of any length. */
export interface Post {
  /** One for each article, or a single one. At least one. */
  readonly sections: readonly Section[];
  /** What can be done with it, in the order of its buttons. */
  readonly actions: readonly Action[];
  /** Whether it stands there until an answer does. */
  readonly isUnderWay?: true;
}

export interface Section {
  readonly title?: Title;
  /** `Site · First Author · 2 April 2031 · 4 min read` */
  readonly about?: string;
  readonly parts: readonly Part[];
  /** What a reader should know of it, a sentence each. */
  readonly notes: readonly string[];
  /** The id under which the article is kept that it is about, where that is known: its parts' evidence points into it. */
  readonly articleId?: string;
}

export interface Title {
  readonly text: string;
  /** The article's own address, http(s): the only link of a post. */
  readonly url?: string;
}

export type Part =
  /** A paragraph in our own words. */
  | { readonly kind: 'text'; readonly text: string }
  /** Something to type, as it is to be typed. */
  | { readonly kind: 'example'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'bullet'; readonly text: string; readonly evidence?: Evidence }
  /** In its marks, and who said it, with the role behind a comma where it is known. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly speaker?: string;
      readonly evidence?: Evidence;
    }
  /** A piece of the article, word for word, and where it stands: `paragraph 4 of 12`. */
  | {
      readonly kind: 'passage';
      readonly text: string;
      readonly place: string;
      readonly evidence?: Evidence;
    };

/** Where it stands in its section's article. */
export type Evidence = readonly Span[];
