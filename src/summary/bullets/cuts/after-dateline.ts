import { hasFiniteVerb, type Clause } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';

/** A place before a story is short; whatever is longer is a clause. */
const MAX_DATELINE_WORDS = 8;
const MAX_PLACE_WORDS = 3;
const MAX_ACRONYM_CHARS = 5;

/**
 * The index behind `LONDON (Agency) —`, `(CNN) --`, `BERLIN, Jan. 3 –`, `Ostvik, NY –`, `NEW DELHI:`; 0 where none opens
 * the sentence. A place in capitals or with where it lies, or an agency in parentheses; then a dash, a colon, or nothing
 * behind the parenthesis.
 */
export function afterDateline(clause: Clause): number {
  return afterColon(clause) || afterDash(clause) || afterAgency(clause);
}

function afterDash({ tokens, words }: Clause): number {
  const dash = tokens.findIndex(({ text }) => DASH.test(text));
  // "Madrid, 14 oct (EFE).-"
  const before = tokens.slice(0, tokens[dash - 1]?.text === '.' ? dash - 1 : dash);
  if (dash < 1 || countWordTokens(before) > MAX_DATELINE_WORDS) return 0;
  if (before[0]?.text === '(' && before.at(-1)?.text === ')') {
    // "(ANSA) - GENOVA, 23 NOV - Due feriti"
    const rest = tokens.slice(dash + 1);
    return dash + 1 + afterDash({ tokens: rest, words });
  }
  const isDateline = (token: Token, at: number): boolean =>
    isInDateline(token) || isMonth(before, at) || isAgency(before, at);
  if (!before.every(isDateline)) return 0;
  if (before.at(-1)?.text === ')') return dash + 1;
  const isAside = tokens.filter(({ text }) => DASH.test(text)).length > 1;
  const isInCapitals = /^\p{Lu}{2,}[\p{Lu}'’-]*$/u.test(before[0]?.text ?? '');
  const isPlace = isPlaceAndState(before) || isPlaceOnly(before, tokens[dash + 1], words);
  if (!isAside) return isInCapitals || isPlace ? dash + 1 : 0;
  // "NASA — Brask Line’s partner — said"
  const isAcronym = (before[0]?.text ?? '').length <= MAX_ACRONYM_CHARS;
  const opensSentence = isCapital(tokens[dash + 1]) && !isAcronym;
  return isInCapitals && (isPlace || opensSentence) ? dash + 1 : 0;
}

const DASH = /^(?:[—–―-]|--)$/u;

/** Behind `(CNN)` and behind `London (CNN)` with no dash. */
function afterAgency({ tokens }: Clause): number {
  const close = tokens.findIndex(({ text }) => text === ')');
  if (close > 2 && close <= MAX_DATELINE_WORDS && isGluedDateline(tokens, close)) return close + 1;
  if (tokens[0]?.text !== '(') return 0;
  return close > 0 && close <= 5 && isCapital(tokens[close + 1]) ? close + 1 : 0;
}

/** `Ostvik, NY`, `Ostvik, Norrland, May 3`: a comma, and nothing else that could be a sentence. */
function isPlaceAndState(tokens: readonly Token[]): boolean {
  const comma = tokens.findIndex(({ text }) => text === ',');
  return comma > 0 && comma <= MAX_PLACE_WORDS && countWordTokens(tokens) <= MAX_PLACE_WORDS + 3;
}

/** `NEW DELHI: Nearly 150 …`; but "FBI: Two men …" and "POLICE: Two men …" tell who says so. */
function afterColon(clause: Clause): number {
  const { tokens, words } = clause;
  const colon = tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || colon > MAX_PLACE_WORDS || !isCapital(tokens[colon + 1])) return 0;
  const place = tokens.slice(0, colon);
  const [first] = place;
  // "DEAR ANN: My boat sank": somebody writes.
  if (words.address.has(first?.lower ?? '')) return 0;
  const saysSo =
    first !== undefined &&
    place.length === 1 &&
    (first.text.length <= MAX_ACRONYM_CHARS ||
      words.uniqueNouns.has(first.lower) ||
      words.categoryNouns.has(first.lower) ||
      words.personNouns.has(first.lower));
  const isInCapitals = place.every((token) => /^\p{Lu}{3,}$/u.test(token.text));
  const rest = { from: colon + 1, to: tokens.length };
  return isInCapitals && !saysSo && hasFiniteVerb(clause, rest) ? colon + 1 : 0;
}

/** `London (CNN)Police said`: a place, an agency's short name, and a sentence without a space before it. */
function isGluedDateline(tokens: readonly Token[], close: number): boolean {
  const next = tokens[close + 1];
  const agency = tokens[close - 1];
  return (
    isCapital(next) &&
    next?.start === tokens[close]?.end &&
    tokens[close - 2]?.text === '(' &&
    agency !== undefined &&
    /^\p{Lu}{2,}$/u.test(agency.text) &&
    tokens.slice(0, close).every(isInDateline)
  );
}

function isInDateline(token: Token): boolean {
  return (
    token.kind === 'mark' || isCapital(token) || /^\d/u.test(token.text) || token.lower === 'and'
  );
}

/** "dpa" or "dpa/lno" in parentheses. */
function isAgency(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return (
    before?.text === '(' &&
    next?.text === ')' &&
    /^\p{Ll}{2,5}(?:\/\p{Ll}{2,5})*$/u.test(token?.text ?? '')
  );
}

/** "Ostvik – Die Fähre …": a small word with a capital opens the sentence. */
function isPlaceOnly(
  before: readonly Token[],
  next: Token | undefined,
  words: Clause['words'],
): boolean {
  const opens = [words.definites, words.indefinites, words.leadOpeners].some((those) =>
    those.has(next?.lower ?? ''),
  );
  return before.length <= MAX_PLACE_TOKENS && before.every(isCapital) && isCapital(next) && opens;
}

const MAX_PLACE_TOKENS = 2;

/** "14 oct". */
function isMonth(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return /^\p{Ll}{3,4}$/u.test(text) && /^\d{1,2}$/u.test(tokens[at - 1]?.text ?? '');
}

function countWordTokens(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === 'word').length;
}
