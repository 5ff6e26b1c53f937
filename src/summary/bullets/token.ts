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
  /(?<![\p{L}\p{N}])E['’](?= )|[\p{L}\p{M}\p{N}$£€¥%#@&+]+(?:[.'’/:_-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}%]+|(?<=\d),\d+)*(?:(?<=(?<![\p{L}\p{N}])\p{L}|\.\p{L}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Prof|Lt|Col|Sgt|Inc|Co|Corp|Ltd|No|Nr)\.)?|--|[^\s]/gu;

/** Which mark closes which. */
const CLOSES: Readonly<Record<string, string>> = {
  // Some texts have one mark for both.
  '“': '”“',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '(': ')',
  '[': ']',
  '‘': '’',
};

/** The tokens of a piece of a paragraph; `offset` is where the piece starts in it. */
export function findTokens(text: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const kind = /[\p{L}\p{N}]/u.test(found) ? 'word' : 'mark';
    const wasNested = open.length > 0;
    if (kind === 'mark')
      turn(open, found, {
        before: text.charAt(index - 1),
        after: text.slice(index + 1, index + 4),
      });
    // Agencies write "E' stato" for "È stato".
    const lower = /^E['’]$/u.test(found) ? 'è' : found.toLowerCase().replaceAll('’', "'");
    // "US" and "IT" are no pronouns.
    const isAcronym = /^\p{Lu}{2,}$/u.test(found);
    const base = isAcronym ? found : lower.replace(/'(?:s|ve|re|d|ll|m)?$/u, '');
    const start = offset + index;
    const isNested = wasNested || open.length > 0;
    tokens.push({ text: found, lower, base, start, end: start + found.length, kind, isNested });
  }
  return tokens;
}

/**
 * Opens or closes what a mark does; an apostrophe behind a plural closes nothing, and in "the '90s" and "'s nachts" it opens
 * nothing.
 */
function turn(
  open: string[],
  mark: string,
  { before, after }: { readonly before: string; readonly after: string },
): void {
  const last = open.at(-1);
  if (last !== undefined && (CLOSES[last] ?? last).includes(mark)) {
    open.pop();
  } else if (mark === '»' && !/^[\p{L}\p{N}]/u.test(after)) {
    // It opens »so« and closes «so».
    return;
  } else if (/^(?:\d\ds|[stnk](?!\p{L}))/u.test(after) && /^['‘]$/u.test(mark)) {
    return;
  } else if (mark in CLOSES || mark === '"') {
    open.push(mark);
  } else if (mark === "'" && !/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) {
    open.push(mark);
  }
}

/** "l'" and "accord" of "l'accord"; a word that is not written together with an article is its own. */
export function splitElision(lower: string): { readonly article: string; readonly rest: string } {
  const [, article = '', rest = lower] = /^(\p{L}{1,6}')(\p{L}.*)$/u.exec(lower) ?? [];
  return { article, rest };
}

/** "le", and "l'" of "l'accord". */
export function articleOf(token: Token | undefined): string {
  const lower = token?.lower ?? '';
  const { article } = splitElision(lower);
  return article === '' ? lower : article;
}

export function firstWord(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ kind }) => kind === 'word');
}

/** Whether a word is written with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}
