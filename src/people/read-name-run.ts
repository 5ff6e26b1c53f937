import { isSuffix } from './is-suffix.ts';
import { officeKey } from './is-role-noun.ts';
import { givenNameGender, PARTICLES } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { NameSearch } from './name-search.ts';
import { officeStart } from './office-start.ts';
import { isInitial } from './tokens.ts';
import type { Token } from './tokens.ts';

const MAX_NAME_WORDS = 6;

/** Ming and King are names: only long words tell by their ending what they are. */
const LONG_WORD = 7;

/** The title and the name in a run of words with capitals, if it holds one. */
export function readNameRun(search: NameSearch, from: number, end: number): NameRun | undefined {
  const { tokens } = search;
  let start = from;
  while (start < end && isNoNameAtFront(search, start, end)) start += 1;
  if (start >= end) return undefined;
  const office = lastOffice(search, start, end);
  const titleFrom = start;
  if (office !== undefined) start = skipDoing(search, office + 1, end);
  else start = skipDoing(search, skipForeignWords(search, start, end), end);
  if (start >= end) return undefined;
  // "South Carolina" is not a Carolina.
  const isCut = titleFrom > from && search.tokens[titleFrom - 1]?.opensSentence !== true;
  if (office === undefined && isCut && end - start === 1) return undefined;
  const keys = keysOf(tokens, start, end);
  if (keys.length === 0 || keys.length > MAX_NAME_WORDS) return undefined;
  const titleStart = officeStart(search, {
    start,
    from: office === undefined ? start : titleFrom,
    words: keys.length,
  });
  const titles = tokens.slice(titleStart, start).map((token) => token.key);
  const isShared = isPlural(tokens[start - 1], search.lexicon);
  const places = { titleStart: isShared ? start : titleStart, start, end };
  return { paragraph: search.paragraph, tokens, ...places, keys, titles };
}

/** "Sens. Roy Hale and Ann Poole": the office tells of him, and is not written so before his name alone. */
function isPlural(token: Token | undefined, lexicon: Lexicon): boolean {
  const { offices, honorifics, nounsAreCapital } = lexicon;
  if (
    token === undefined ||
    nounsAreCapital ||
    honorifics.has(token.key) ||
    !token.key.endsWith('s')
  )
    return false;
  return offices.has(token.key) && offices.has(token.key.slice(0, -1));
}

/** "Princess Laughing Ann", "Laughing Ann": what somebody does stands in captions, and no given name ends so. */
function skipDoing({ tokens, lexicon }: NameSearch, start: number, end: number): number {
  const [first, second] = [tokens[start], tokens[start + 1]];
  if (first === undefined || second === undefined || start + 1 >= end) return start;
  if (givenNameGender(first.key) !== undefined || givenNameGender(second.key) === undefined)
    return start;
  const isDoing = lexicon.doingEndings.some((ending) => first.key.endsWith(ending));
  return isDoing && first.key.length >= LONG_WORD ? start + 1 : start;
}

/** A word that a sentence opens with, or that begins no name. */
function isNoNameAtFront(search: NameSearch, at: number, end: number): boolean {
  const { tokens, lexicon } = search;
  const token = tokens[at];
  if (token === undefined) return true;
  if (!token.isCapital) return end - at < 2 || lexicon.nounsAreCapital || !PARTICLES.has(token.key);
  if (lexicon.honorifics.has(token.key) || lexicon.offices.has(token.key)) return false;
  // Alone it may be a surname that stands in full elsewhere: "West said".
  if (lexicon.notNames.has(token.key) && (end - at > 1 || lexicon.starts.has(token.key)))
    return true;
  if (!token.opensSentence) return false;
  if (end - at > 1 && (lexicon.speech.has(token.key) || isDone(token, lexicon))) return true;
  if (lexicon.starts.has(token.key) && !isKnownFirst(tokens, at, end)) return true;
  if (givenNameGender(token.key) !== undefined && end - at > 1) return false;
  return search.small.has(token.key);
}

/** "Married Poole, 71, sailed on", "Captained Ostvik": what was done opens the sentence. */
function isDone({ key }: Token, { participleEndings }: Lexicon): boolean {
  if (key.length < LONG_WORD || givenNameGender(key) !== undefined) return false;
  return participleEndings.some((ending) => key.endsWith(ending));
}

/** "Will Poole said": a word that also opens sentences is a given name before a word that is none. */
function isKnownFirst(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined || end - at !== 2) return false;
  return givenNameGender(token.key) !== undefined && givenNameGender(next.key) === undefined;
}

/** The last title or office in the run that is not its last word. */
function lastOffice(search: NameSearch, start: number, end: number): number | undefined {
  const { tokens, lexicon } = search;
  for (let at = end - 2; at >= start; at -= 1) {
    const key = tokens[at]?.key ?? '';
    if (!lexicon.honorifics.has(key) && !lexicon.offices.has(officeKey(key))) continue;
    if (isInitialism(tokens[at], lexicon)) continue;
    if (isSuffix(tokens[at + 1]) || isGivenToo(search, at, end)) continue;
    // After a given name or an initial it is a surname: "Roy T. King Jr."
    const before = tokens[at - 1];
    const isSurname =
      at > start &&
      before !== undefined &&
      (isInitial(before) || givenNameGender(before.key) !== undefined);
    if (!isSurname) return at;
  }
  return undefined;
}

/** "Dean Poole": a given name that is an office as well, directly before a surname. */
function isGivenToo({ tokens, lexicon }: NameSearch, at: number, end: number): boolean {
  const key = tokens[at]?.key ?? '';
  if (lexicon.honorifics.has(key) || givenNameGender(key) === undefined || at + 2 !== end)
    return false;
  return !lexicon.articles.has(tokens[at - 1]?.key ?? '');
}

/** "MX" is no Mx. */
function isInitialism(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined || !lexicon.honorifics.has(token.key)) return false;
  return token.text.length === 2 && token.text === token.text.toUpperCase();
}

/** In "CNN Host Ann Poole" or "New York Ann Poole" the name begins at the given name. */
function skipForeignWords(search: NameSearch, start: number, end: number): number {
  const { tokens, lexicon } = search;
  const first = tokens[start];
  if (first === undefined || end - start < 3 || givenNameGender(first.key) !== undefined)
    return start;
  if (lexicon.nounsAreCapital) return firstGivenName(search, start, end);
  for (let at = start + 1; at < end - 1; at += 1) {
    const token = tokens[at];
    if (token === undefined || givenNameGender(token.key) === undefined) continue;
    const before = tokens.slice(start, at);
    const isForeign = before.some(
      ({ key, text }) =>
        lexicon.orgWords.has(key) ||
        lexicon.notNames.has(key) ||
        lexicon.modifiers.has(key) ||
        (text.length > 1 && text === text.toUpperCase() && /^\p{Lu}+$/u.test(text)),
    );
    return isForeign || (first.opensSentence && at === start + 1) ? at : start;
  }
  return start;
}

/** Where every noun has its capital, a name begins at the given name. */
function firstGivenName({ tokens }: NameSearch, start: number, end: number): number {
  for (let at = start; at < end - 1; at += 1)
    if (givenNameGender(tokens[at]?.key ?? '') !== undefined) return at;
  return start;
}

function keysOf(tokens: readonly Token[], start: number, end: number): readonly string[] {
  return tokens
    .slice(start, end)
    .filter((token) => token.isWord && !isSuffix(token))
    .map((token) => token.key);
}
