import type { Config } from '../config/config.ts';
import { answerSource, type FormOptions } from './answer-source.ts';
import { articleBlocks, cutBlocks } from './article-blocks.ts';
import type { CliIo } from './cli-io.ts';

export interface ReadOptions extends FormOptions {
  readonly explain?: boolean;
}

/** `nutgraf read`: one article to stdout, or why there is none to stderr. Resolves to the exit code. */
export function runRead(
  io: CliIo,
  {
    source,
    options,
    config,
  }: { readonly source: string; readonly options: ReadOptions; readonly config: Config },
): Promise<number> {
  const withCuts = options.explain === true;
  return answerSource(io, {
    source,
    config,
    wanted: { what: 'article' },
    form: options,
    withCuts,
    blocksOf: ({ article, cuts }) => [
      ...articleBlocks(article),
      ...(withCuts ? cutBlocks(cuts) : []),
    ],
  });
}
