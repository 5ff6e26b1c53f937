import { givenNameGender, NAME_SUFFIXES, PARTICLES, POST_NOMINALS } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import { officeStart } from './office-start.ts';
import { officeKey } from './is-role-noun.ts';
import { isInitial } from './tokens.ts';
import type { Token } from './tokens.ts';

/** No name that people bear in the news has more words. */
const MAX_RUN_WORDS = 12;
const MAX_NAME_WORDS = 6;

/** What names are looked for with: one paragraph, the language's words, and the words that the article writes small. */
export interface NameSearch {
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly language: string;
  /** Keys of words that stand with a small letter somewhere in the article. */
  readonly small: ReadonlySet<string>;
}

/** The capitalised runs of a paragraph that may be names, with the titles before them. */
export function findNameRuns(search: NameSearch): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { tokens } = search;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!startsRun(search, at)) continue;
    const end = endOfRun(search, at);
    for (const piece of cutAtTimes(search, at, end)) {
      const run = readRun(search, piece.start, piece.end);
      if (run !== undefined && !isGlued(run)) runs.push(run);
    }
    at = end - 1;
  }
  return runs;
}

/** "PooleAnn": where links stand without a space between them, their words are no names. */
function isGlued({ tokens, start, end }: NameRun): boolean {
  return tokens.slice(start, end).some(({ text }) => GLUED.test(text));
}

function startsRun(search: NameSearch, at: number): boolean {
  const token = search.tokens[at];
  return token?.isCapital === true && !isShouted(token, search);
}

/** In a line all in capitals a verb or small word is no part of a name. */
function isShouted({ text, key }: Token, { lexicon }: NameSearch): boolean {
  if (text.length < 3 || text !== text.toUpperCase()) return false;
  return lexicon.speech.has(key) || lexicon.starts.has(key);
}

/** Capitalised words, with particles and a "Jr." behind a comma between them. */
function endOfRun(search: NameSearch, start: number): number {
  const { tokens, lexicon } = search;
  let end = start + 1;
  while (end - start < MAX_RUN_WORDS) {
    const last = tokens[end - 1];
    if (last === undefined || last.isPossessive) break;
    let at = end;
    if (tokens[at]?.text === ',' && isSuffix(tokens[at + 1])) return at + 2;
    while (at - end < 3 && isParticle(tokens[at], lexicon) && joinsName(last, lexicon)) at += 1;
    const next = tokens[at];
    if (next?.isCapital !== true || next.opensSentence || isShouted(next, search)) break;
    end = at + 1;
  }
  return end;
}

function isSuffix(token: Token | undefined): boolean {
  if (token?.isCapital !== true) return false;
  return NAME_SUFFIXES.has(token.key) || POST_NOMINALS.has(token.key);
}

function isParticle(token: Token | undefined, lexicon: Lexicon): boolean {
  return (
    token !== undefined &&
    token.isWord &&
    !token.isCapital &&
    PARTICLES.has(token.key) &&
    !lexicon.articles.has(token.key)
  );
}

/** Where a capital tells no name, "von" joins a surname to a given name and else says where from. */
function joinsName(before: Token, lexicon: Lexicon): boolean {
  return !lexicon.nounsAreCapital || isInitial(before) || givenNameGender(before.key) !== undefined;
}

/** Fitzgerald may have a capital inside, and a Mc and a Mac, which are short. */
const GLUED = /(?<!^F)\p{Ll}{3}\p{Lu}\p{Ll}{2}/u;

/** Ming and King are names: only long words tell by their ending what they are. */
const LONG_WORD = 7;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** "said Ann Poole Sunday", "Come March Ann Poole": the day and the month are no part of the name. */
function cutAtTimes(search: NameSearch, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!isTime(search, start, at)) continue;
    const last = endOfName(search, from, at);
    if (last > from) pieces.push({ start: from, end: last });
    from = at + 1;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

/** Without the small words behind it: "from" in "Poole from May". */
function endOfName({ tokens }: NameSearch, start: number, end: number): number {
  let last = end;
  while (last > start && tokens[last - 1]?.isCapital !== true) last -= 1;
  return last;
}

/** A month behind a given name or an office is a name: "April Poole", "Fredric March". */
function isTime({ tokens, lexicon }: NameSearch, start: number, at: number): boolean {
  const key = tokens[at]?.key ?? '';
  if (lexicon.weekdays.has(key)) return true;
  const before = tokens[at - 1];
  if (at === start || before === undefined || !lexicon.months.has(key)) return false;
  return lexicon.starts.has(before.key) || (before.opensSentence && !isOfPerson(before, lexicon));
}

function isOfPerson(token: Token, lexicon: Lexicon): boolean {
  const { key } = token;
  if (lexicon.honorifics.has(key) || lexicon.offices.has(key) || isInitial(token)) return true;
  return givenNameGender(key) !== undefined;
}

function readRun(search: NameSearch, from: number, end: number): NameRun | undefined {
  const { tokens } = search;
  let start = from;
  while (start < end && isNoNameAtFront(search, start, end)) start += 1;
  if (start >= end) return undefined;
  const office = lastOffice(search, start, end);
  const titleFrom = start;
  if (office !== undefined) start = skipDoing(search, office + 1, end);
  else start = skipForeignWords(search, start, end);
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
  return { paragraph: search.paragraph, tokens, titleStart, start, end, keys, titles };
}

/** "Princess Laughing Ann": what somebody does stands in captions, and no given name ends so. */
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
  if (end - at > 1 && lexicon.speech.has(token.key)) return true;
  if (lexicon.starts.has(token.key) && !isKnownFirst(tokens, at, end)) return true;
  if (givenNameGender(token.key) !== undefined && end - at > 1) return false;
  return search.small.has(token.key);
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
