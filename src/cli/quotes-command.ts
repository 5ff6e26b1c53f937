import type { Config } from '../config/config.ts';
import { answerSource, type FormOptions } from './answer-source.ts';
import type { CliIo } from './cli-io.ts';
import { allQuoteBlocks } from './summary-blocks.ts';

/** `nutgraf quotes`: every direct quote with its speaker to stdout. Resolves to the exit code. */
export function runQuotes(
  io: CliIo,
  {
    source,
    options,
    config,
  }: { readonly source: string; readonly options: FormOptions; readonly config: Config },
): Promise<number> {
  return answerSource(io, {
    source,
    config,
    wanted: { what: 'quotes' },
    form: options,
    blocksOf: ({ article, quotes = [] }) => allQuoteBlocks(article, quotes),
  });
}
