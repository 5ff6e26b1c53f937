import { Lexer, Tokenizer } from 'marked';
import { htmlText } from './html-text.ts';
import { inlineText, type MarkdownToken } from './inline-text.ts';

/** A heading (with its depth), a paragraph of the text, or what is none. */
export interface Block {
  readonly text: string;
  /** 1 to 6 for a heading. */
  readonly depth?: number;
  /** The rule that cuts it. */
  readonly rule?: string;
}

const MAX_STRONG_SUBHEAD_CHARS = 120;
const MAX_ROW_CHARS = 2000;

/** Reads a tidied Markdown text into headings and paragraphs, in its order, and among them what is no prose. */
export function readBlocks(source: string): readonly Block[] {
  // Without GitHub's extensions: to tell its tables the lexer looks through all text below every line of dashes.
  const blockLexer = new Lexer({ gfm: false });
  const tokens = blockLexer.blockTokens(source, []);
  const tokenizer = new Tokenizer();
  // Addresses in text stay text.
  tokenizer.url = () => undefined;
  const lexer = new Lexer({ gfm: true, tokenizer });
  lexer.tokens.links = blockLexer.tokens.links;
  const found: Found = {
    blocks: [],
    lex: (text) => lexer.inlineTokens(text, []),
    afterPicture: false,
  };
  addAll(tokens, found);
  return found.blocks;
}

interface Found {
  readonly blocks: Block[];
  readonly lex: (text: string) => readonly MarkdownToken[];
  /** The block before was nothing but a picture. */
  afterPicture: boolean;
}

function addAll(tokens: readonly MarkdownToken[], found: Found): void {
  for (const token of tokens) {
    if (token.type !== 'space') addBlock(token, found);
  }
}

function addBlock(token: MarkdownToken, found: Found): void {
  const { type, raw, text = '', depth, tokens = [], items = [] } = token;
  if (type === 'paragraph' || type === 'text') {
    addParagraph(text, found);
    return;
  }
  found.afterPicture = false;
  if (type === 'heading') {
    const heading = inlineText(text, found.lex);
    addPictures(heading.pictures, found);
    if (heading.text !== '') found.blocks.push({ text: heading.text, depth: depth ?? 6 });
    addPictures(heading.picturesBelow, found);
  } else if (type === 'code') {
    found.blocks.push({ text, rule: 'code' });
  } else if (type === 'html') {
    addHtml(raw, found);
  } else if (type === 'def') {
    if (raw.startsWith('[^')) found.blocks.push({ text: raw.trim(), rule: 'footnote' });
  } else if (type === 'blockquote') {
    addAll(tokens, found);
  } else if (type === 'list_item') {
    addAll(tokens.map(dropCheckbox), found);
  } else if (type === 'list') {
    addAll(items, found);
  }
}

/** `[x] done` is an item of a list of tasks. */
function dropCheckbox(token: MarkdownToken, index: number): MarkdownToken {
  if (index > 0 || token.text === undefined) return token;
  return { ...token, text: token.text.replace(/^\[[ xX]\]\s/u, '') };
}

function addHtml(html: string, found: Found): void {
  const blocks = htmlText(html);
  for (const text of blocks) found.blocks.push({ text });
  if (blocks.length === 0 && html.trim() !== '')
    found.blocks.push({ text: html.trim(), rule: 'html' });
}

function addParagraph(source: string, found: Found): void {
  const { prose: withTable, note } = splitFootnotes(source);
  const { above, table, below } = splitTable(withTable);
  const isTableLast = above.trim() !== '' && below.trim() === '';
  if (!isTableLast) addCut(table, 'table', found);
  addProse([above, below].filter((part) => part !== '').join('\n'), found);
  if (isTableLast) addCut(table, 'table', found);
  addCut(note, 'footnote', found);
}

function addCut(text: string, rule: string, found: Found): void {
  if (text !== '') found.blocks.push({ text, rule });
}

function addProse(prose: string, found: Found): void {
  const { afterPicture } = found;
  found.afterPicture = false;
  if (prose.trim() === '') return;
  const { text, pictures, picturesBelow, emphasised, strong } = inlineText(prose, found.lex);
  const hasPictures = pictures.length + picturesBelow.length > 0;
  addPictures(pictures, found);
  if (text === '') {
    found.afterPicture = hasPictures;
  } else if (emphasised && (afterPicture || hasPictures)) {
    found.blocks.push({ text, rule: 'caption' });
  } else if (strong && text.length <= MAX_STRONG_SUBHEAD_CHARS && !/[.!?,;]$/u.test(text)) {
    // People set subheads in bold; they are below every real heading.
    found.blocks.push({ text, depth: 6 });
  } else {
    found.blocks.push({ text });
  }
  addPictures(picturesBelow, found);
}

function addPictures(pictures: readonly string[], found: Found): void {
  for (const text of pictures) found.blocks.push({ text, rule: 'picture' });
}

/** `[^1]: text` and the lines below it, to the end of the paragraph. */
function splitFootnotes(source: string): { readonly prose: string; readonly note: string } {
  const start = /^\[\^[^\]\s]{1,40}\]:/mu.exec(source)?.index;
  if (start === undefined) return { prose: source, note: '' };
  return { prose: source.slice(0, start), note: source.slice(start).trim() };
}

const DELIMITER_ROW = /^[ \t|:-]+$/u;

interface AroundTable {
  readonly above: string;
  readonly table: string;
  readonly below: string;
}

/** A line of dashes and bars, the line above it and the lines with bars below it. */
function splitTable(source: string): AroundTable {
  const none = { above: source, table: '', below: '' };
  if (!source.includes('|')) return none;
  const lines = source.split('\n');
  const row = lines.findIndex(
    (line, index) =>
      index > 0 &&
      line.includes('-') &&
      line.includes('|') &&
      line.length <= MAX_ROW_CHARS &&
      DELIMITER_ROW.test(line) &&
      lines[index - 1]?.includes('|') === true,
  );
  if (row === -1) return none;
  const more = lines.slice(row + 1).findIndex((line) => !line.includes('|'));
  const end = more === -1 ? lines.length : row + 1 + more;
  const [above = '', table = '', below = ''] = [
    lines.slice(0, row - 1),
    lines.slice(row - 1, end),
    lines.slice(end),
  ].map((part) => part.join('\n'));
  return { above, table, below };
}
