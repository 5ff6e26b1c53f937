/** A web page, file or pasted page, read: the story alone, and what the page says about it. */
export interface Article {
  /** Where it was asked for, when that was a link. */
  readonly url?: string;
  /** The address that the page itself gives as its own. */
  readonly canonicalUrl?: string;
  /** The headline, without the site's name. Empty when the page gives none. */
  readonly title: string;
  /** Every author, in the page's order, names only. */
  readonly byline: readonly string[];
  /** ISO 8601, as exact as the page is: `2031-04-02T09:30:00+02:00`, `2031-04-02T09:30` (no zone known) or `2031-04-02`. */
  readonly publishedAt?: string;
  readonly siteName?: string;
  /** BCP 47 primary tag, such as `en`; `und` when it cannot be told. */
  readonly language: string;
  /** Absolute http(s) address of the lead picture. */
  readonly image?: string;
  /** The story: one string for each paragraph, subhead or list item, without markup or line breaks. */
  readonly paragraphs: readonly string[];
  /** Which of `paragraphs` are subheads: ascending indexes. */
  readonly subheads: readonly number[];
  readonly notes: readonly Note[];
}

/** What a reader should know about how the article was read. */
export type Note =
  /** Only the part before a paywall could be read. */
  | 'paywalled'
  /** The text was longer than the reader's limit, or the page broke off. */
  | 'truncated'
  /** It was found in a pasted page and not in a page's markup. */
  | 'pasted';

/** A place in `article.paragraphs`: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Something that stood in the page and is not in the article, and the rule that cut it. */
export interface Cut {
  readonly text: string;
  /** The rule's name, kebab-case: `caption`, `related-links`, `repeated`, … */
  readonly rule: string;
  /**
   * The index of the paragraph that it stood before; `paragraphs.length` for what stood below all of them. What stood
   * within a paragraph is before it. Cuts are in the order of the page, so it never decreases.
   */
  readonly before: number;
}
