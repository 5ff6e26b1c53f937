import { readSource, type RawSource } from '../article/read-source.ts';
import { summarizeReading } from './summarize-reading.ts';
import type { Summarized } from './summarized.ts';
import type { Wanted } from './wanted.ts';

/** Reads a source and makes of it what is wanted. */
export async function workOnSource(raw: RawSource, wanted: Wanted): Promise<Summarized> {
  const reading = await readSource(raw);
  if (reading.status === 'failed') return reading;
  if (wanted.what === 'article') return { ...reading, status: 'done' };
  // Whoever only reads needs nothing of the language data.
  const { builtInMakers } = await import('./built-in-makers.ts');
  return summarizeReading(reading, wanted, builtInMakers);
}
