import type { Article } from '../../article.ts';

/** What a page says about the article in it: the fields of `Article` that are not its text. */
export type About = Pick<
  Article,
  'canonicalUrl' | 'title' | 'byline' | 'publishedAt' | 'siteName' | 'language' | 'image'
>;

/** What else the page's data tell a reader of its text. */
export interface Signals {
  /** JSON-LD's own copy of the text; plain, lines kept, at most a megabyte. */
  readonly articleBody?: string;
  /** What JSON-LD or a meta element says about a paywall. */
  readonly accessibleForFree?: boolean;
  /** CSS selectors that JSON-LD names as the parts behind a paywall. */
  readonly paywalledSelectors: readonly string[];
  /** JSON-LD types and `og:type` of the page, lower case, such as `newsarticle`, `video.other`, `website`. */
  readonly pageTypes: readonly string[];
  /** A summary that the page gives, which often stands above the story as its standfirst. */
  readonly description?: string;
}

export interface Metadata {
  readonly about: About;
  readonly signals: Signals;
}

/** What metadata needs of a DOM; linkedom's and jsdom's fit. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly lastChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
}

export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
}
