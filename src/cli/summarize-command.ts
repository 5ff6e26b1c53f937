import type { Config } from '../config/config.ts';
import type { Length } from '../summary/summary.ts';
import { answerSource, type Done, type FormOptions } from './answer-source.ts';
import type { Block } from '../platforms/terminal/block.ts';
import type { CliIo } from './cli-io.ts';
import { explanationBlocks, summaryBlocks } from './summary-blocks.ts';

export interface SummarizeOptions extends FormOptions {
  readonly length: Length;
  /** How many key quotes at most. */
  readonly quotes?: number;
  readonly explain?: boolean;
}

/** `nutgraf summarize`: bullets and key quotes to stdout. Resolves to the exit code. */
export function runSummarize(
  io: CliIo,
  {
    source,
    options,
    config,
  }: { readonly source: string; readonly options: SummarizeOptions; readonly config: Config },
): Promise<number> {
  const { length, quotes, explain = false } = options;
  return answerSource(io, {
    source,
    config,
    wanted: {
      what: 'summary',
      length,
      isExplained: explain,
      ...(quotes === undefined ? {} : { maxQuotes: quotes }),
    },
    form: options,
    blocksOf,
  });
}

function blocksOf({ article, summary, explanation }: Done): readonly Block[] {
  return [
    ...(summary === undefined ? [] : summaryBlocks(article, summary)),
    ...(explanation === undefined ? [] : explanationBlocks(explanation)),
  ];
}
