import type { Article } from '../article/article.ts';
import type { RawSource } from '../article/read-source.ts';
import type { FoundPlaces } from '../engine/create-engine.ts';
import type { Summarized } from '../engine/summarized.ts';
import type { KeptArticle, SummaryForm } from '../engine/task.ts';
import type { Wanted } from '../engine/wanted.ts';

/** Whatever reads, summarizes and finds answers, off the event loop. Work rejects with the signal's reason only. */
export interface ArticleDesk {
  /** How many sources are worked on at once. */
  readonly workers: number;
  workOnLink(address: string, wanted: Wanted, signal: AbortSignal): Promise<Summarized>;
  workOnRaw(raw: RawSource, wanted: Wanted, signal: AbortSignal): Promise<Summarized>;
  /** The summary of an article that was read before. */
  summarizeKept(kept: KeptArticle, form: SummaryForm, signal: AbortSignal): Promise<Summarized>;
  /** The places of the article that answer a question, best first; none where it does not say. */
  findPlaces(article: Article, question: string, signal: AbortSignal): Promise<FoundPlaces>;
}
