import stringWidth from 'string-width';
import type { Block, BlockRole } from './block.ts';
import { wrapText } from './wrap-text.ts';

/** Longer lines are hard to read; typographers give 45 to 90 characters. */
const MAX_COLUMNS = 88;
const MIN_COLUMNS = 20;
/** Of a terminal that does not tell. */
const USUAL_COLUMNS = 80;

/** Select Graphic Rendition (ECMA-48, 8.3.117): what turns a style on and off. */
type Style = readonly [on: string, off: string];
const BOLD: Style = ['\u001B[1m', '\u001B[22m'];
const DIM: Style = ['\u001B[2m', '\u001B[22m'];
const GREEN: Style = ['\u001B[32m', '\u001B[39m'];
const YELLOW: Style = ['\u001B[33m', '\u001B[39m'];

interface Look {
  readonly style?: Style;
  /** What stands before the first line, into a pipe too. */
  readonly mark?: string;
  /** What stands before every line on a terminal, `mark` behind it. */
  readonly margin?: string;
  /** What is told on one line on a terminal: what it is can be seen from its beginning. */
  readonly isOneLine?: boolean;
}

const LOOKS: Readonly<Record<BlockRole, Look>> = {
  title: { style: BOLD },
  about: { style: DIM },
  note: { style: YELLOW },
  remark: { style: YELLOW },
  subhead: { style: BOLD },
  paragraph: {},
  example: { margin: '    ' },
  heading: { style: BOLD },
  cut: { style: DIM, isOneLine: true },
  bullet: { mark: '• ' },
  quote: { margin: '  │ ' },
  speaker: { mark: '— ', margin: '  │ ', style: DIM },
  chosen: { style: GREEN, isOneLine: true },
  'left-out': { style: DIM, isOneLine: true },
};

/** For pipes and files: a block a line, blank lines between them, no escape codes. */
export function renderPlain(blocks: readonly Block[]): string {
  return joined(blocks, ({ role, text }) => `${LOOKS[role].mark ?? ''}${text}`);
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
  return joined(blocks, (block) => linesOf(block, width, options.isStyled).join('\n'));
}

function linesOf({ role, text }: Block, width: number, isStyled: boolean): readonly string[] {
  const { style, mark = '', margin = '', isOneLine = false } = LOOKS[role];
  const hang = stringWidth(mark);
  const room = width - hang - stringWidth(margin);
  const lines = isOneLine ? [oneLine(text, room)] : wrapText(text, room);
  return lines.map((line, index) => {
    const marked = (index === 0 ? mark : ' '.repeat(hang)) + line;
    return isStyled ? set(margin, DIM) + set(marked, style) : margin + marked;
  });
}

function oneLine(text: string, width: number): string {
  const [line = '', ...more] = wrapText(text, width);
  return more.length === 0 ? line : `${wrapText(text, width - 1)[0] ?? ''}…`;
}

function set(text: string, style: Style | undefined): string {
  return text === '' || style === undefined ? text : style[0] + text + style[1];
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

/** What belongs together stands together: title and about, a quote and its speaker, the lines of a list. */
function isTight(before: BlockRole, role: BlockRole): boolean {
  if (before === 'title') return role === 'about';
  if (before === 'quote') return role === 'speaker';
  return LOOKS[role].isOneLine === true || (before === 'bullet' && role === 'bullet');
}
