import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** What names are looked for with: one paragraph, the language's words, and the words that the article writes small. */
export interface NameSearch {
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly language: string;
  /** Keys of words that stand with a small letter somewhere in the article. */
  readonly small: ReadonlySet<string>;
}
