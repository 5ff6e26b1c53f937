import type { Mention } from '../../people/person.ts';
import type { Token } from '../../people/tokens.ts';
import type { SayingWords } from './words-of-saying.ts';

/** A mention and whose it is. */
export interface PlacedMention {
  readonly person: number;
  readonly mention: Mention;
}

/** Names of a paragraph by the place where they begin, with and without title. */
export type MentionsByStart = ReadonlyMap<number, PlacedMention>;

/** What phrases are read with. */
export interface PhraseSearch {
  readonly paragraph: number;
  /** Whether the tokens are a whole sentence, and not the part before or behind a quotation. */
  readonly isClosed: boolean;
  readonly tokens: readonly Token[];
  readonly mentions: MentionsByStart;
  readonly words: SayingWords;
}
