import type { Article, Span } from '../article/article.ts';
import type { RawSource } from '../article/read-source.ts';
import type { ParsedFeed, RawFeed } from '../digest/feeds/parse-feed.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Length } from '../summary/summary.ts';
import type { Summarized } from './summarized.ts';
import type { Wanted } from './wanted.ts';

/** What a worker can be asked to do. */
export type Task =
  | { readonly kind: 'source'; readonly raw: RawSource; readonly wanted: Wanted }
  | { readonly kind: 'kept'; readonly kept: KeptArticle; readonly form: SummaryForm }
  | { readonly kind: 'question'; readonly article: Article; readonly question: string }
  | { readonly kind: 'line'; readonly line: Uint8Array; readonly options: LineOptions }
  | { readonly kind: 'feed'; readonly raw: RawFeed };

/** An article that was read before, with its quotes. */
export interface KeptArticle {
  readonly article: Article;
  readonly quotes: readonly Quote[];
}

export interface SummaryForm {
  readonly length: Length;
  readonly maxQuotes?: number;
}

export interface LineOptions {
  readonly wanted: Wanted;
  /** A given text is kept as it is, a paragraph a line. */
  readonly asIs: boolean;
  /** Of the page or text in the line. */
  readonly maxBytes: number;
  /** As in `RawSource`. */
  readonly isFrugal?: boolean;
}

export type LineId = string | number;

/** What a line says about where its page is from. */
export interface LineFacts {
  readonly url?: string;
  readonly title?: string;
}

/** What became of a line of a batch. */
export type LineAnswer =
  | { readonly status: 'done'; readonly id: LineId; readonly result: Summarized }
  /** It names a file: whoever asked has the disk. */
  | {
      readonly status: 'path';
      readonly id: LineId;
      readonly path: string;
      readonly known: LineFacts;
    }
  /** It asks for nothing; `reason` completes the sentence "This line …". */
  | { readonly status: 'bad'; readonly id: LineId | null; readonly reason: string };

/** What a worker says: that it has started, then one answer for each task. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Summarized }
  | { readonly kind: 'line'; readonly answer: LineAnswer }
  | { readonly kind: 'places'; readonly places: readonly Span[] }
  | { readonly kind: 'feed'; readonly parsed: ParsedFeed }
  /** Reading threw: a fault of ours. */
  | { readonly kind: 'failed'; readonly reason: string };
