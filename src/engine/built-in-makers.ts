import { findPeople } from '../people/find-people.ts';
import { findQuotes } from '../quotes/find-quotes.ts';
import { explainSummary } from '../summary/explain-summary.ts';
import { summarize } from '../summary/summarize.ts';
import type { Makers } from './summarize-reading.ts';

/** Quotes and summaries by rules and learned numbers alone: no service, no network. */
export const builtInMakers: Makers = { findPeople, findQuotes, summarize, explainSummary };
