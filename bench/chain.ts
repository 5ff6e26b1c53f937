import type { Article } from '../src/article/article.ts';
import { readText } from '../src/article/pasted/read-text.ts';
import type { Reading } from '../src/article/reading.ts';
import { builtInMakers } from '../src/engine/built-in-makers.ts';
import { summarizeReading } from '../src/engine/summarize-reading.ts';
import type { Summary } from '../src/summary/summary.ts';

/** The article of a clean text, a paragraph a line, as `batch --as-text` takes it. */
export function articleOf(text: string, title: string | null | undefined): Article {
  const reading = readText(text, { asIs: true, ...(typeof title === 'string' ? { title } : {}) });
  if (reading.status === 'failed') throw new Error(`a text is ${reading.problem.code}`);
  return reading.article;
}

/** What a standard summary of something that was read is; nothing where there is no article. */
export function summaryOf(reading: Reading): Summary | undefined {
  const wanted = { what: 'summary', length: 'standard' } as const;
  const result = summarizeReading(reading, wanted, builtInMakers);
  if (result.status === 'done') return result.summary;
  // A page may hold no article; that an article makes no summary is a fault, and no number.
  if (result.problem.code === 'summarizing-failed') throw new Error(result.problem.reason);
  return undefined;
}
