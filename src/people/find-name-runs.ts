import { stopWordsOf } from '../text/words.ts';
import { givenNameGender, NAME_SUFFIXES, PARTICLES, POST_NOMINALS } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import { isInitial } from './tokens.ts';
import type { Token } from './tokens.ts';

/** No name that people bear in the news has more words. */
const MAX_RUN_WORDS = 12;
const MAX_NAME_WORDS = 6;
/** So far before a name the words of an office are looked for. */
const MAX_TITLE_WORDS = 7;

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
    for (const piece of cutAtWeekdays(search, at, end)) {
      const run = readRun(search, piece.start, piece.end);
      if (run !== undefined) runs.push(run);
    }
    at = end - 1;
  }
  return runs;
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

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** "said Ann Poole Sunday": the day is no part of the name. */
function cutAtWeekdays(search: NameSearch, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!search.lexicon.weekdays.has(search.tokens[at]?.key ?? '')) continue;
    if (at > from) pieces.push({ start: from, end: at });
    from = at + 1;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

function readRun(search: NameSearch, from: number, end: number): NameRun | undefined {
  const { tokens } = search;
  let start = from;
  while (start < end && isNoNameAtFront(search, start, end)) start += 1;
  if (start >= end) return undefined;
  const office = lastOffice(search, start, end);
  const titleFrom = start;
  if (office !== undefined) start = office + 1;
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
    if (isSuffix(tokens[at + 1])) continue;
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

/** "co-founder", "ex-president": what counts is the last part. */
function officeKey(key: string): string {
  return key.replace(/^.*[-‐‑]/u, '');
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

/** Where the office begins: the words before the name back to an article, when a noun for a person ends them. */
function officeStart(
  search: NameSearch,
  run: { start: number; from: number; words: number },
): number {
  const { tokens, lexicon } = search;
  const head = tokens[run.start - 1];
  if (head === undefined) return run.start;
  const isCapitalOffice = run.from < run.start;
  if (!isCapitalOffice && !isRoleNoun(head, lexicon)) return run.start;
  if (isCapitalOffice && lexicon.honorifics.has(head.key) && run.from === run.start - 1) {
    // "Council leader Sir Roy Poole".
    const before = tokens[run.from - 1];
    if (before === undefined || !isRoleNoun(before, lexicon)) return run.from;
    return officeStart(search, { start: run.from, from: run.from, words: run.words });
  }
  let at = isCapitalOffice ? run.from : run.start - 1;
  const floor = Math.max(0, run.start - MAX_TITLE_WORDS);
  let sure = at;
  while (at > floor) {
    const before = tokens[at - 1];
    if (before?.isWord !== true) break;
    // "a judge Poole has met": behind an article a description names nobody by the surname alone.
    if (isDeterminer(before, lexicon))
      return lexicon.articles.has(before.key) && !isCapitalOffice && run.words < 2 ? run.start : at;
    if (before.isPossessive) return before.isCapital ? possessorStart(tokens, at - 1) : at;
    if (isModifier(before, lexicon) && (at === sure || !before.isCapital)) sure = at - 1;
    else if (isNoAdjective(before, search)) break;
    at -= 1;
  }
  return at === 0 && !isCapitalOffice && tokens[0]?.isCapital === true ? at : sure;
}

function isNoAdjective(token: Token, search: NameSearch): boolean {
  const { lexicon, language } = search;
  if (stopWordsOf(language).has(token.key) || lexicon.speech.has(token.key)) return true;
  if (lexicon.verbForms.has(token.key)) return true;
  return !token.isCapital && lexicon.verbEndings.some((ending) => token.key.endsWith(ending));
}

/** "Poole’s business manager": the owner's name belongs to the words. */
function possessorStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && tokens[start - 1]?.isCapital === true) start -= 1;
  return start;
}

export function isRoleNoun(token: Token, lexicon: Lexicon): boolean {
  if (!token.isWord || token.isPossessive) return false;
  return lexicon.roles.has(token.key) || lexicon.roles.has(officeKey(token.key));
}

function isDeterminer(token: Token, lexicon: Lexicon): boolean {
  return lexicon.articles.has(token.key) || lexicon.possessives.has(token.key);
}

function isModifier(token: Token, lexicon: Lexicon): boolean {
  if (lexicon.modifiers.has(token.key)) return true;
  if (/^(?:ex|co|vice|then)[-‐‑]/u.test(token.key) && !token.isCapital) return true;
  return token.isCapital && !token.opensSentence;
}
