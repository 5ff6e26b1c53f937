/** A word, number or mark of a sentence, with its place in the paragraph. */
export interface Token {
  readonly text: string;
  /** In small letters, with straight apostrophes. */
  readonly lower: string;
  /** The same without a contracted verb or a possessive: `she` of "she's", `company` of "company's". */
  readonly base: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'mark';
  /** Inside quotation marks, parentheses or brackets, the marks themselves included. */
  readonly isNested: boolean;
}

const TOKEN =
  /[\p{L}\p{M}\p{N}$£€¥%#@&+]+(?:[.'’/:_-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}%]+|,(?=\d{3}(?!\d))\d{3})*(?:(?<=\b\p{L}|\.\p{L}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Prof|Lt|Col|Sgt|Inc|Co|Corp|Ltd|No|Nr)\.)?|--|[^\s]/gu;

const OPENING = new Set(['“', '„', '«', '(', '[', '‘']);
const CLOSING = new Set(['”', '»', ')', ']', '’']);

/** The tokens of a piece of a paragraph; `offset` is where the piece starts in it. */
export function findTokens(text: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let isInStraight = false;
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const kind = /[\p{L}\p{N}]/u.test(found) ? 'word' : 'mark';
    const isStraight = found === '"';
    if (kind === 'mark' && OPENING.has(found)) depth += 1;
    const isNested = depth > 0 || isInStraight || isStraight;
    if (kind === 'mark' && CLOSING.has(found)) depth = Math.max(0, depth - 1);
    if (isStraight) isInStraight = !isInStraight;
    const lower = found.toLowerCase().replaceAll('’', "'");
    const start = offset + index;
    const base = lower.replace(/'(?:s|ve|re|d|ll|m)?$/u, '');
    tokens.push({ text: found, lower, base, start, end: start + found.length, kind, isNested });
  }
  return tokens;
}

/** Whether a word is written with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}
