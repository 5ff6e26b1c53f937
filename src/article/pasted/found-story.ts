import type { PageLine } from './page-line.ts';

/** What was found of a story in lines. */
export interface FoundStory {
  /** The headline's line, or -1. */
  readonly titleAt: number;
  readonly kept: ReadonlySet<PageLine>;
  /** Whether it stood among a page's other things. */
  readonly isPage: boolean;
}

/** What is known before looking. */
export interface StoryHints {
  readonly url?: string;
  readonly title?: string;
}
