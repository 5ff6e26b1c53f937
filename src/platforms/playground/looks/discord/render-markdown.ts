import { markup, type Markup, type MarkupValue } from '../markup.ts';
import { renderInline, type Names } from './render-inline.ts';

export type { Names } from './render-inline.ts';

/** Some lines of one kind, which the client shows as one block. */
type Block =
  | { readonly kind: 'text' | 'quote'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'heading' | 'small'; readonly line: string; readonly level: number }
  | { readonly kind: 'code'; readonly code: string }
  /** An empty line. */
  | { readonly kind: 'gap' };

interface Item {
  readonly line: string;
  readonly isNested: boolean;
}

/** Discord's Markdown as its client shows it: https://support.discord.com/hc/articles/210298617 */
export function renderMarkdown(markdown: string, names: Names): Markup {
  return markup`${readBlocks(markdown.split('\n')).map((block) => renderBlock(block, names))}`;
}

function renderBlock(block: Block, names: Names): Markup {
  switch (block.kind) {
    case 'text':
      return markup`<div class="text">
        ${block.lines.map((line, at): MarkupValue => [
          at === 0 ? undefined : markup`<br />`,
          renderInline(line, names),
        ])}
      </div>`;
    case 'quote':
      return markup`<blockquote>${renderMarkdown(block.lines.join('\n'), names)}</blockquote>`;
    case 'list':
      return markup`<ul>
        ${block.items.map(
          ({ line, isNested }) =>
            markup`<li${isNested ? markup` class="nested"` : undefined}>${renderInline(line, names)}</li>`,
        )}
      </ul>`;
    case 'heading':
      return markup`<div class="heading level-${block.level}" role="heading" aria-level="${block.level + 2}">
        ${renderInline(block.line, names)}
      </div>`;
    case 'small':
      return markup`<div class="small">${renderInline(block.line, names)}</div>`;
    case 'code':
      return markup`<pre><code>${block.code}</code></pre>`;
    case 'gap':
      return markup`<div class="gap"></div>`;
  }
}

const FENCE = /^```(?:\w+$)?/u;
const QUOTE = /^ *> ?/u;
const ITEM = /^( *)[-*] /u;
const HEADING = /^(#{1,3}) /u;

/** A quote's inside has no quotes: the client takes `> >` for one and text. */
function readBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const { block, end } = readBlock(lines, at);
    blocks.push(block);
    at = end;
    // The client takes the empty lines behind a list for its end.
    while (block.kind === 'list' && lines[at] === '') at += 1;
  }
  return blocks;
}

interface ReadBlock {
  readonly block: Block;
  /** The first line behind it. */
  readonly end: number;
}

function readBlock(lines: readonly string[], at: number): ReadBlock {
  const line = lines[at] ?? '';
  if (line === '') return { block: { kind: 'gap' }, end: at + 1 };
  const fence = FENCE.test(line) ? lines.indexOf('```', at + 1) : -1;
  if (fence !== -1)
    return { block: { kind: 'code', code: lines.slice(at + 1, fence).join('\n') }, end: fence + 1 };
  const end = endOf(lines, at);
  const run = lines.slice(at, end);
  if (QUOTE.test(line))
    return { block: { kind: 'quote', lines: run.map((one) => one.replace(QUOTE, '')) }, end };
  if (isItem(line)) return { block: { kind: 'list', items: run.map(readItem) }, end };
  const level = HEADING.exec(line)?.[1]?.length;
  if (level !== undefined)
    return { block: { kind: 'heading', line: line.slice(level + 1), level }, end: at + 1 };
  if (line.startsWith('-# '))
    return { block: { kind: 'small', line: line.slice(3), level: 0 }, end: at + 1 };
  return { block: { kind: 'text', lines: run }, end };
}

/** The first line that is of another kind than the one at `at`. */
function endOf(lines: readonly string[], at: number): number {
  const kind = kindOf(lines[at] ?? '');
  const end = lines.findIndex((line, index) => index > at && kindOf(line) !== kind);
  return end === -1 ? lines.length : end;
}

function kindOf(line: string): string {
  if (line === '') return 'gap';
  if (FENCE.test(line)) return 'code';
  if (QUOTE.test(line)) return 'quote';
  if (HEADING.test(line)) return 'heading';
  if (line.startsWith('-# ')) return 'small';
  return isItem(line) ? 'list' : 'text';
}

function isItem(line: string): boolean {
  return ITEM.test(line);
}

function readItem(line: string): Item {
  const indent = ITEM.exec(line)?.[1] ?? '';
  return { line: line.replace(ITEM, ''), isNested: indent.length > 1 };
}
