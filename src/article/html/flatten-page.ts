import { Parser } from 'htmlparser2';
import { BLOCK_TAGS } from './block-tags.ts';
import { hidesByStyle } from './drop-unseen.ts';

/** A page's text as a person would copy it: a line for each block. */
export interface FlatPage {
  readonly title: string;
  readonly text: string;
  /** The text went on beyond the limit. */
  readonly truncated: boolean;
}

/** Text beyond this is of no story. */
const MAX_TEXT_CHARS = 1_000_000;
const MAX_TITLE_CHARS = 300;
const CHUNK_CHARS = 65_536;

const MUTE_TAGS = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'textarea', 'button', 'iframe', 'object']);
/** Elements without an end tag: what is hidden in them ends at once. */
const VOID_TAGS = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * Flattens a page to lines of text without building a tree: for pages that are too large or too deep for one.
 * Memory and time grow with the text alone.
 */
export function flattenPage(html: string): FlatPage {
  const lines: string[] = [];
  let line: string[] = [];
  let chars = 0;
  let title = '';
  let inTitle = false;
  /** How deep inside a silent element the parser is; 0 outside. */
  let silent = 0;

  const endLine = (): void => {
    const text = line.join('').replace(/\s+/gu, ' ').trim();
    if (text !== '') lines.push(text);
    line = [];
  };

  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (silent > 0 || MUTE_TAGS.has(name) || isHidden(attributes)) {
        if (!VOID_TAGS.has(name)) silent += 1;
        return;
      }
      if (name === 'title' && title === '') inTitle = true;
      else if (name === 'br' || BLOCK_TAGS.has(name.toUpperCase())) endLine();
    },
    onclosetag: (name) => {
      if (silent > 0) {
        if (!VOID_TAGS.has(name)) silent -= 1;
        return;
      }
      if (name === 'title') inTitle = false;
      else if (BLOCK_TAGS.has(name.toUpperCase())) endLine();
    },
    ontext: (text) => {
      if (silent > 0) return;
      if (inTitle) {
        title = (title + text).slice(0, MAX_TITLE_CHARS);
        return;
      }
      chars += text.length;
      line.push(text);
    },
  });
  for (let at = 0; at < html.length && chars <= MAX_TEXT_CHARS; at += CHUNK_CHARS) {
    parser.write(html.slice(at, at + CHUNK_CHARS));
  }
  endLine();
  const text = lines.join('\n');
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    text: text.slice(0, MAX_TEXT_CHARS),
    truncated: chars > MAX_TEXT_CHARS,
  };
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true;
  const { style } = attributes;
  return style !== undefined && hidesByStyle(style);
}
