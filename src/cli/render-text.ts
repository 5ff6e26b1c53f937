import type { Block, BlockRole } from './article-blocks.ts';
import { wrapText } from './wrap-text.ts';

/** Longer lines are hard to read; typographers give 45 to 90 characters. */
const MAX_COLUMNS = 88;
const MIN_COLUMNS = 20;
/** Of a terminal that does not tell. */
const USUAL_COLUMNS = 80;

/** Select Graphic Rendition (ECMA-48, 8.3.117): what turns a style on and off. */
const STYLES: Readonly<Partial<Record<BlockRole, readonly [string, string]>>> = {
  title: ['\u001B[1m', '\u001B[22m'],
  subhead: ['\u001B[1m', '\u001B[22m'],
  heading: ['\u001B[1m', '\u001B[22m'],
  about: ['\u001B[2m', '\u001B[22m'],
  note: ['\u001B[33m', '\u001B[39m'],
  cut: ['\u001B[2m', '\u001B[22m'],
};

/** For pipes and files: a block a line, blank lines between them, no escape codes. */
export function renderPlain(blocks: readonly Block[]): string {
  return joined(blocks, ({ text }) => text);
}

export interface TerminalOptions {
  /** As the terminal says; undefined or 0 when it does not. */
  readonly columns: number | undefined;
  readonly isStyled: boolean;
}

/** For a terminal: wrapped to its width, styled where that is wanted. */
export function renderForTerminal(blocks: readonly Block[], options: TerminalOptions): string {
  const columns =
    options.columns === undefined || options.columns === 0 ? USUAL_COLUMNS : options.columns;
  const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
  return joined(blocks, ({ role, text }) => {
    const lines = role === 'cut' ? [oneLine(text, width)] : wrapText(text, width);
    return lines.map((line) => (options.isStyled ? styled(role, line) : line)).join('\n');
  });
}

/** A cut is told on one line; what it was is seen from its beginning. */
function oneLine(text: string, width: number): string {
  const [line = '', ...more] = wrapText(text, width);
  return more.length === 0 ? line : `${wrapText(text, width - 1)[0] ?? ''}…`;
}

function styled(role: BlockRole, line: string): string {
  const [on, off] = STYLES[role] ?? ['', ''];
  return on + line + off;
}

function joined(blocks: readonly Block[], render: (block: Block) => string): string {
  let output = '';
  let before: BlockRole | undefined;
  for (const block of blocks) {
    if (before !== undefined) output += isTight(before, block.role) ? '\n' : '\n\n';
    output += render(block);
    before = block.role;
  }
  return `${output}\n`;
}

/** The title and what is said about the article stand together, and so do the cuts. */
function isTight(before: BlockRole, role: BlockRole): boolean {
  return (before === 'title' && role === 'about') || role === 'cut';
}
