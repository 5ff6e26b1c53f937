import type { Article } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';
import type { Person } from '../people/person.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Explanation } from '../summary/explanation.ts';
import type { SummarizeOptions } from '../summary/summarize.ts';
import type { Summary } from '../summary/summary.ts';
import type { Summarized } from './summarized.ts';
import type { Wanted } from './wanted.ts';
import { withinReach } from './within-reach.ts';

/** Those who make of an article what is wanted of it. */
export interface Makers {
  readonly findPeople: (article: Article) => readonly Person[];
  readonly findQuotes: (article: Article, people: readonly Person[]) => readonly Quote[];
  readonly summarize: MakeOf<Summary>;
  readonly explainSummary: MakeOf<Explanation>;
}

type MakeOf<Made> = (article: Article, quotes: readonly Quote[], options: SummarizeOptions) => Made;

/** An article that was read → its quotes and summary, as far as they are wanted. A maker that throws is a problem. */
export function summarizeReading(reading: Reading, wanted: Wanted, makers: Makers): Summarized {
  if (reading.status === 'failed') return reading;
  const { article, cuts } = reading;
  if (wanted.what === 'article') return { status: 'done', article, cuts };
  try {
    const near = withinReach(article);
    const people = makers.findPeople(near);
    const quotes = makers.findQuotes(near, people);
    if (wanted.what === 'quotes') return { status: 'done', article, cuts, quotes };
    const { length, maxQuotes, isExplained = false } = wanted;
    const options = { length, people, ...(maxQuotes === undefined ? {} : { maxQuotes }) };
    const summary = makers.summarize(near, quotes, options);
    const done = { status: 'done', article, cuts, quotes, summary } as const;
    return isExplained
      ? { ...done, explanation: makers.explainSummary(near, quotes, options) }
      : done;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'failed', problem: { code: 'summarizing-failed', reason } };
  }
}
