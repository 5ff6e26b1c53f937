/** What the judges of blocks know about the page besides its blocks. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly byline: readonly string[];
  /** The page is a discussion; its replies are not the first post's. */
  readonly isThread: boolean;
}
