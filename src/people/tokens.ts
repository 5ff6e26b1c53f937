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
  /** A possessive ending follows ("Hale’s"): no name goes on after it. */
  readonly isPossessive: boolean;
  /** Nothing, a mark that ends a sentence, or an opening quotation mark stands before it. */
  readonly opensSentence: boolean;
}

/** The words and marks of a text in order. `abbreviations` are keys whose full stop belongs to them. */
export function readTokens(text: string, abbreviations: ReadonlySet<string>): readonly Token[] {
  const tokens: Token[] = [];
  let opensSentence = true;
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) === SPACE) {
      at += 1;
      continue;
    }
    const plain = endOfPlainWord(text, at);
    const found = plain > at ? text.slice(at, plain) : findToken(text, at);
    if (found === '') break;
    const start = plain > at ? at : TOKEN.lastIndex - found.length;
    at = start + found.length;
    const previous = tokens.at(-1);
    if (found === '.' && previous?.end === start && ownsFullStop(previous, abbreviations)) {
      tokens[tokens.length - 1] = { ...previous, text: `${previous.text}.`, end: at };
      continue;
    }
    const token =
      plain > start
        ? plainToken(found, start, opensSentence)
        : tokenAt(found, start, opensSentence);
    tokens.push(token);
    if (token.isWord) opensSentence = false;
    else if (SENTENCE_END.test(found)) opensSentence = true;
  }
  return tokens;
}

/** The next token from a place on, or an empty text. */
function findToken(text: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0] ?? '';
}

/** Where a word of plain letters ends that nothing can belong to: most words are such, and need no expression. */
function endOfPlainWord(text: string, start: number): number {
  let at = start;
  const first = text.charCodeAt(at);
  if (!isSmallLetter(first) && !(first >= 65 && first <= 90)) return start;
  at += 1;
  while (isSmallLetter(text.charCodeAt(at))) at += 1;
  const next = text.charCodeAt(at);
  const isEnd = Number.isNaN(next) || next === SPACE || next === COMMA;
  const isStop = next === FULL_STOP && at - start > 1 && isEndBehind(text.charCodeAt(at + 1));
  return isEnd || isStop ? at : start;
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isEndBehind(code: number): boolean {
  return Number.isNaN(code) || code === SPACE;
}

const SPACE = 32;
const COMMA = 44;
const FULL_STOP = 46;

function plainToken(text: string, start: number, opensSentence: boolean): Token {
  const isCapital = text.charCodeAt(0) < 97;
  const key = isCapital ? text.toLowerCase() : text;
  const end = start + text.length;
  return { text, key, start, end, isWord: true, isCapital, isPossessive: false, opensSentence };
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

/** Whether the token is a single capital letter, as in "Roland V. Hale". */
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
