/** A word or mark of a paragraph, as names are looked for among them. */
export interface Token {
  /** As it stands, without a possessive ending; an abbreviation keeps its full stop. */
  readonly text: string;
  /** In small letters, without full stops, apostrophes straight: what word lists are asked for. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  /** A possessive ending follows ("Putin’s"): no name goes on after it. */
  readonly isPossessive: boolean;
  /** Nothing, a mark that ends a sentence, or an opening quotation mark stands before it. */
  readonly opensSentence: boolean;
}

/** The words and marks of a text in order. `abbreviations` are keys whose full stop belongs to them. */
export function readTokens(text: string, abbreviations: ReadonlySet<string>): readonly Token[] {
  const tokens: Token[] = [];
  let isOpening = true;
  for (const found of text.matchAll(TOKEN)) {
    const start = found.index;
    const previous = tokens.at(-1);
    if (found[0] === '.' && previous?.end === start && ownsFullStop(previous, abbreviations)) {
      tokens[tokens.length - 1] = { ...previous, text: `${previous.text}.`, end: start + 1 };
      continue;
    }
    const token = tokenAt(found[0], start, isOpening);
    tokens.push(token);
    if (token.isWord) isOpening = false;
    else if (SENTENCE_END.test(token.text)) isOpening = true;
  }
  return tokens;
}

function tokenAt(found: string, start: number, opensSentence: boolean): Token {
  const isWord = WORD_START.test(found);
  const bare = isWord ? found.replace(POSSESSIVE, '') : found;
  return {
    text: bare,
    key: isWord ? bare.toLowerCase().replaceAll('.', '').replaceAll('’', "'") : bare,
    start,
    end: start + bare.length,
    isWord,
    isCapital: isWord && CAPITAL.test(bare),
    isPossessive: bare.length < found.length,
    opensSentence,
  };
}

/** "Sen.", "V.", "U.S.": the full stop belongs to the word. */
function ownsFullStop(token: Token, abbreviations: ReadonlySet<string>): boolean {
  if (!token.isCapital || token.isPossessive) return false;
  return INITIAL.test(token.text) || abbreviations.has(token.key);
}

/** Whether the token is a single capital letter, as in "Vladimir V. Putin". */
export function isInitial(token: Token): boolean {
  return INITIAL.test(token.text) || /^\p{Lu}\.$/u.test(token.text);
}

const TOKEN =
  /\d+(?:[.,]\d+)+|\p{L}(?:\.\p{L}\p{M}*)+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-‐‑&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[^\s]/gu;
const WORD_START = /^[\p{L}\p{N}]/u;
const POSSESSIVE = /['’][sS]$/u;
const CAPITAL =
  /^(?:\p{Lu}|\p{Lt}|(?:al|el|d|l|ibn|bin|as|ar|an|ad|at|ash|az|o|de)['’\-‐‑]\p{Lu})/u;
const INITIAL = /^(?:\p{Lu}|\p{Lu}(?:\.\p{Lu}){1,2}|\p{Lu}-\p{Lu})$/u;
const SENTENCE_END = /^[.!?…:;•|“„«»"—–]$/u;
