import type { Article, Cut } from '../../article/article.ts';
import type { Post } from '../../post/post.ts';
import type { ShownPlan } from '../../post/digest/plan-post.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SourceState } from '../../ports/digest-store.ts';
import type { Log } from '../../ports/log.ts';
import type { Payloads } from './draw/drawings.ts';

/** What the playground has of the world. */
export interface PlaygroundParts {
  /** Where its channel and the files that people give it are kept. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** 22 base64url characters, never the same twice. */
  readonly newKey: () => string;
  /** How much a file may have: a PDF carries its pictures with it, all else is text. */
  readonly maxPdfBytes: number;
  readonly maxPageBytes: number;
  /** Asked for where there is one. */
  readonly password?: string;
  /** Whether the bot takes nothing more: what is said then waits for the next start. */
  readonly isClosing: () => boolean;
  /** Serves the pages. Rejects in words where it cannot listen. */
  readonly listen: (answer: AnswerOverHttp) => Promise<Listening>;
  readonly payloads: Payloads;
  /** Whether a post stands in one message on each of the platforms that are shown. */
  readonly fitsOneMessage: (post: Post) => boolean;
  readonly findArticle: (id: string) => Promise<ShownArticle | undefined>;
  readonly listDigests: () => Promise<readonly ShownDigest[]>;
  /** The article that ships with the project. */
  readonly readExample: () => Promise<Example>;
}

/** `caller` is the address that the request comes from. */
export type AnswerOverHttp = (request: Request, caller: string) => Promise<Response>;

export interface Listening {
  /** Where people find it: `http://localhost:3000`. */
  readonly address: string;
  close(): Promise<void>;
}

export interface Example {
  readonly name: string;
  readonly body: Uint8Array;
}

/** An article as it is shown beside its summary. */
export interface ShownArticle {
  readonly article: Article;
  /** What stood in the page around it; absent where that was not kept. */
  readonly cuts?: readonly Cut[];
}

/** A digest, when it comes, and what became of its last runs. */
export interface ShownDigest {
  readonly plan: ShownPlan;
  /** The latest first. */
  readonly runs: readonly ShownRun[];
}

export interface ShownRun {
  /** When it was, and what became of it. */
  readonly line: string;
  /** The titles of what was posted. */
  readonly stories: readonly string[];
  readonly sources: readonly SourceState[];
}
