import type { Block } from '../platforms/terminal/block.ts';
import { renderMarkdown } from '../platforms/terminal/render-markdown.ts';
import { renderForTerminal, renderPlain } from '../platforms/terminal/render-text.ts';
import { isStyled, type CliIo } from './cli-io.ts';

/** Blocks as they are wanted: Markdown, plain for a pipe, or for a terminal of its width. */
export function renderBlocks(
  blocks: readonly Block[],
  { markdown }: { readonly markdown?: boolean },
  { stdout, env }: Pick<CliIo, 'stdout' | 'env'>,
): string {
  if (markdown === true) return renderMarkdown(blocks);
  if (stdout.isTTY !== true) return renderPlain(blocks);
  return renderForTerminal(blocks, { columns: stdout.columns, isStyled: isStyled(stdout, env) });
}
