import { isSuffix } from './is-suffix.ts';
import { givenNameGender, PARTICLES } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { NameSearch } from './name-search.ts';
import { readNameRun } from './read-name-run.ts';
import { isInitial } from './tokens.ts';
import type { Token } from './tokens.ts';

/** No name that people bear in the news has more words. */
const MAX_RUN_WORDS = 12;

/** The capitalised runs of a paragraph that may be names, with the titles before them. */
export function findNameRuns(search: NameSearch): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { tokens } = search;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!startsRun(search, at)) continue;
    const end = endOfRun(search, at);
    for (const piece of cutAtTimes(search, at, end)) {
      const run = readNameRun(search, piece.start, piece.end);
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
