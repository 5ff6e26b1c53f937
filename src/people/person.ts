import type { Span } from '../article/article.ts';

/** Somebody whom the article names. */
export interface Person {
  /** The fullest form of the name that the article gives, without titles: `Ilse Brandt`. */
  readonly name: string;
  /** Every place that names this person, in the article's order. */
  readonly mentions: readonly Mention[];
  /** What the article says that this person is, in the article's order. */
  readonly roles: readonly Role[];
  /** As the article's own words tell (Mr., her, sagte sie …); absent when they do not. */
  readonly gender?: Gender;
}

export type Gender = 'female' | 'male';

/** A place that names a person. */
export interface Mention {
  /** The name's own words, without a possessive ending: `Ruth V. Calloway`, `Calloway`. */
  readonly name: Span;
  /** The same with the title or office directly before it: `President Ruth V. Calloway`, `Mrs. Calloway`. */
  readonly titled: Span;
  readonly form: 'full' | 'surname' | 'given';
}

/** An office or description that the article ties to a person. */
export interface Role {
  /** `marine biologist at the University of Carrow`, without a leading article or comma. */
  readonly text: string;
  readonly span: Span;
  /** How it stands: before the name, or set off behind or before it by commas, or told by a verb ("X, who runs Y"). */
  readonly kind: 'title' | 'apposition' | 'clause';
}
