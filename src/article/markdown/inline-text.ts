import { decodeEntities, htmlText } from './html-text.ts';

/** What the lexer gives, as far as it is read here. */
export interface MarkdownToken {
  readonly type: string;
  readonly raw: string;
  readonly text?: string;
  readonly depth?: number;
  readonly tokens?: readonly MarkdownToken[];
  readonly items?: readonly MarkdownToken[];
}

export interface InlineText {
  readonly text: string;
  /** Descriptions of the pictures that stood above or among its words. */
  readonly pictures: readonly string[];
  /** Those that stood below all of its words. */
  readonly picturesBelow: readonly string[];
  /** All of the text is emphasised. */
  readonly emphasised: boolean;
  /** All of the text is strong. */
  readonly strong: boolean;
}

/** Ours: the lexer's time grows with the square of the marks in one paragraph; prose has a few dozen. */
const MAX_MARKS = 400;
const MARKS = /[*_~`[\]<!\\]/gu;

/** The text of a paragraph: no marks, no addresses, no pictures, no line breaks. */
export function inlineText(
  source: string,
  lex: (source: string) => readonly MarkdownToken[],
): InlineText {
  if ((source.match(MARKS)?.length ?? 0) > MAX_MARKS) {
    const text = fold(decodeEntities(source.replace(/[*_~`]+/gu, '')));
    return { text, pictures: [], picturesBelow: [], emphasised: false, strong: false };
  }
  const tokens = lex(source);
  const end = tokens.findLastIndex((token) => fold(textOf([token], [])) !== '') + 1;
  const [pictures, picturesBelow]: [string[], string[]] = [[], []];
  const text = fold(textOf(tokens.slice(0, end), pictures));
  textOf(tokens.slice(end), picturesBelow);
  const worded = tokens.filter((token) => !isBlank(token));
  return {
    text,
    pictures,
    picturesBelow,
    emphasised: worded.length > 0 && worded.every(({ type }) => type === 'em'),
    strong: worded.length > 0 && worded.every(({ type }) => type === 'strong'),
  };
}

function isBlank({ type, raw }: MarkdownToken): boolean {
  return type === 'image' || type === 'br' || raw.trim() === '';
}

function textOf(tokens: readonly MarkdownToken[], pictures: string[]): string {
  const parts = tokens.map((token): string => {
    switch (token.type) {
      case 'image':
        pictures.push(token.text ?? '');
        return '';
      case 'br':
        return ' ';
      case 'html':
        return /^<br\b/iu.test(token.raw) ? ' ' : htmlText(token.raw).join(' ');
      case 'codespan':
      case 'escape':
        return token.text ?? '';
      default:
        if (token.tokens !== undefined) return textOf(token.tokens, pictures);
        return decodeEntities(token.text ?? token.raw);
    }
  });
  return parts.join('');
}

const FOOTNOTE_REFERENCE = /\[\^[^\]\s]{1,40}\]/gu;

function fold(text: string): string {
  return text.replace(FOOTNOTE_REFERENCE, '').replace(/\s+/gu, ' ').trim();
}
