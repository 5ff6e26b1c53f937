import type { Article, Span } from '../article/article.ts';
import type { Summarized } from './summarized.ts';
import type { KeptArticle, SummaryForm } from './task.ts';
import { withinReach } from './within-reach.ts';

/** The summary of an article that was read before; its quotes are not looked for again. */
export async function workOnKept(
  { article, quotes }: KeptArticle,
  form: SummaryForm,
): Promise<Summarized> {
  const { builtInMakers } = await import('./built-in-makers.ts');
  try {
    const summary = builtInMakers.summarize(withinReach(article), quotes, form);
    return { status: 'done', article, cuts: [], quotes, summary };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'failed', problem: { code: 'summarizing-failed', reason } };
  }
}

/** The places of an article that answer a question, best first. */
export async function findPlaces(article: Article, question: string): Promise<readonly Span[]> {
  const { findPassages } = await import('../passages/find-passages.ts');
  return findPassages(withinReach(article), question).map(({ span }) => span);
}
