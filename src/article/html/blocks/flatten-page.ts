import { Tokenizer } from 'htmlparser2';
import { BLOCK_TAGS } from './block-tags.ts';
import { hidesByStyle } from './drop-unseen.ts';
import { Silence } from './silence.ts';

/** A page's text as a person would copy it: a line for each block. */
export interface FlatPage {
  readonly title: string;
  readonly text: string;
  /** The text went on beyond the limit. */
  readonly truncated: boolean;
}

/** Text beyond this is of no story. */
const MAX_TEXT_CHARS = 1_000_000;
const MAX_LINES = 20_000;
const MAX_TITLE_CHARS = 300;
const MAX_ATTRIBUTE_CHARS = 2000;

const MUTE_TAGS = new Set(
  'script style noscript template svg select textarea button iframe object'.split(' '),
);
/** Elements without an end tag: what hides one of them hides no more. */
const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/**
 * Flattens a page to lines of text without building a tree: for pages that are too large or too deep for one.
 * Works on bare tokens and keeps no stack, so time and memory grow with the page's length alone.
 */
export function flattenPage(html: string): FlatPage {
  const flat = new Flattener(html);
  flat.run();
  return flat.result();
}

class Flattener {
  readonly #html: string;
  readonly #tokenizer: Tokenizer;
  readonly #lines: string[] = [];
  #line: string[] = [];
  #chars = 0;
  #isTruncated = false;
  #title = '';
  #inTitle = false;
  #tag = '';
  #attribute = '';
  #value = '';
  #isHiddenTag = false;
  /** Set while inside an element whose text is not seen. */
  #silence: Silence | undefined;

  constructor(html: string) {
    this.#html = html;
    this.#tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        onopentagname: (start, end) => this.#openTag(html.slice(start, end)),
        onattribname: (start, end) => {
          this.#attribute = html
            .slice(start, Math.min(end, start + MAX_ATTRIBUTE_CHARS))
            .toLowerCase();
          this.#value = '';
        },
        onattribdata: (start, end) => {
          if (this.#value.length < MAX_ATTRIBUTE_CHARS)
            this.#value += html.slice(start, Math.min(end, start + MAX_ATTRIBUTE_CHARS));
        },
        onattribentity: (codePoint) => {
          if (this.#value.length < MAX_ATTRIBUTE_CHARS)
            this.#value += String.fromCodePoint(codePoint);
        },
        onattribend: () => {
          this.#isHiddenTag ||= hides(this.#attribute, this.#value);
        },
        onopentagend: () => this.#endOpenTag(false),
        onselfclosingtag: () => this.#endOpenTag(true),
        onclosetag: (start, end) => this.#closeTag(html.slice(start, end).toLowerCase()),
        ontext: (start, end) => this.#text(html.slice(start, end)),
        ontextentity: (codePoint) => this.#text(String.fromCodePoint(codePoint)),
        oncdata: () => undefined,
        oncomment: () => undefined,
        ondeclaration: () => undefined,
        onprocessinginstruction: () => undefined,
        onend: () => undefined,
      },
    );
  }

  run(): void {
    this.#tokenizer.write(this.#html);
    this.#tokenizer.end();
    this.#endLine();
  }

  result(): FlatPage {
    return {
      title: this.#title.replace(/\s+/gu, ' ').trim(),
      text: this.#lines.join('\n'),
      truncated: this.#isTruncated,
    };
  }

  #openTag(name: string): void {
    this.#tag = name.toLowerCase();
    this.#isHiddenTag = MUTE_TAGS.has(this.#tag);
  }

  #endOpenTag(isSelfClosing: boolean): void {
    const tag = this.#tag;
    if (this.#silence !== undefined) {
      if (!this.#silence.isEndedByStart(tag)) return;
      this.#silence = undefined;
    }
    if (this.#isHiddenTag) {
      // A slash closes nothing in HTML, except in what comes from other languages.
      if (!VOID_TAGS.has(tag) && !(isSelfClosing && tag === 'svg'))
        this.#silence = new Silence(tag);
      return;
    }
    if (tag === 'title' && this.#title === '') this.#inTitle = true;
    if (tag === 'br' || BLOCK_TAGS.has(tag.toUpperCase())) this.#endLine();
  }

  #closeTag(tag: string): void {
    if (this.#silence !== undefined) {
      const end = this.#silence.readEnd(tag);
      if (end !== 'inside') this.#silence = undefined;
      if (end !== 'outer') return;
    }
    if (tag === 'title') this.#inTitle = false;
    if (BLOCK_TAGS.has(tag.toUpperCase())) this.#endLine();
  }

  #text(text: string): void {
    if (this.#silence !== undefined) return;
    if (this.#inTitle) {
      if (this.#title.length < MAX_TITLE_CHARS)
        this.#title = (this.#title + text).slice(0, MAX_TITLE_CHARS);
      return;
    }
    const room = MAX_TEXT_CHARS - this.#chars;
    this.#chars += text.length;
    if (room > 0) this.#line.push(text.slice(0, room));
    else this.#stop();
  }

  #stop(): void {
    this.#isTruncated = true;
    this.#tokenizer.pause();
  }

  #endLine(): void {
    const line = this.#line.join('').replace(/\s+/gu, ' ').trim();
    if (line !== '') this.#lines.push(line);
    if (this.#lines.length >= MAX_LINES) this.#stop();
    this.#line = [];
  }
}

function hides(attribute: string, value: string): boolean {
  if (attribute === 'hidden') return true;
  if (attribute === 'aria-hidden') return value === 'true';
  return attribute === 'style' && hidesByStyle(value);
}
