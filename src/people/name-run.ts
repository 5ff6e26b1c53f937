import type { Token } from './tokens.ts';

/** A capitalised run of words that may name somebody, cut into title and name: indexes of tokens, `end` exclusive. */
export interface NameRun {
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** Where the title or office before the name begins; the same as `start` where there is none. */
  readonly titleStart: number;
  readonly start: number;
  readonly end: number;
  /** The name's words that count, in small letters, without suffix: `vladimir v putin`. */
  readonly keys: readonly string[];
  /** Titles and offices directly before it, in small letters. */
  readonly titles: readonly string[];
}
