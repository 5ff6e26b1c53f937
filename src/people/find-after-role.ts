import { endOfPhrase, isCutShort, isInside, MAX_ROLE_TOKENS } from './end-of-role.ts';
import { isRoleNoun } from './is-role-noun.ts';
import { isAnother } from './is-another.ts';
import { roleAt } from './role-at.ts';
import type { RoleSearch } from './role-at.ts';
import { isPartyTag } from './is-party-tag.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import type { Role } from './person.ts';
import type { Token } from './tokens.ts';

/** So near its front an apposition names what the person is. */
const MAX_HEAD_TOKENS = 7;

/** "Ann Poole, a fellow at Y," and "Ann Poole, who runs Y," and "Ann Poole is a fellow at Y". */
export function findAfterRole(run: NameRun, search: RoleSearch): Role | undefined {
  const { tokens } = run;
  const { lexicon } = search;
  if (tokens[run.end - 1]?.isPossessive === true) return undefined;
  let at = skipTag(tokens, skipPlace(tokens, run.end, lexicon));
  if (lexicon.copulas.has(tokens[at]?.key ?? '')) return copularRole(run, at + 1, search);
  if (tokens[at]?.text !== ',') return undefined;
  at = skipAge(tokens, at + 1);
  const first = tokens[at];
  if (first?.isWord !== true) return undefined;
  if (lexicon.relatives.has(first.key)) return clauseRole(run, at, search);
  const start = skipOpeners(tokens, at, lexicon);
  const hasArticle = start > at;
  if (opensElse(tokens.slice(at, start + 1), lexicon)) return undefined;
  const end = endOfPhrase(run, start, lexicon);
  if (end === undefined || end <= start) return undefined;
  const isNamed = headOf(tokens, { start, end }, lexicon) !== undefined;
  if (!isNamed && (!hasArticle || !isPlainNoun(tokens, { start, end }, lexicon))) return undefined;
  if (isCutShort(tokens[end - 1], lexicon)) return undefined;
  if (
    !hasArticle &&
    !opensRole(tokens[start], lexicon) &&
    !isShortRole(tokens, { start, end }, lexicon)
  )
    return undefined;
  if (isAnother(tokens.slice(start, end), lexicon)) return undefined;
  return roleAt(run, { start, end, kind: 'apposition' }, search);
}

/** "including two", "also known as", "and her aide": no apposition, and "his father" leans on somebody. */
function opensElse(opening: readonly Token[], lexicon: Lexicon): boolean {
  const token = opening.at(-1);
  if (token === undefined || opening.some(({ key }) => lexicon.articles.has(key))) return false;
  const { key } = token;
  const sets = [lexicon.prepositions, lexicon.belongs, lexicon.pairs, lexicon.verbForms];
  if (sets.some((words) => words.has(key))) return true;
  if (lexicon.possessives.has(key)) return true;
  if (lexicon.nounsAreCapital || token.isCapital || lexicon.modifiers.has(key)) return false;
  return lexicon.verbEndings.some((ending) => key.endsWith(ending));
}

/** Behind "of Texas" in "Ann Poole of Texas, a rival,". */
function skipPlace(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  if (!lexicon.belongs.has(tokens[at]?.key ?? '') || tokens[at + 1]?.isCapital !== true) return at;
  let end = at + 2;
  while (end - at < 6 && tokens[end]?.isCapital === true) end += 1;
  return end;
}

/** Behind "(R-SC)". */
function skipTag(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(' || !isPartyTag(tokens, at + 1)) return at;
  for (let end = at + 1; end < Math.min(tokens.length, at + 8); end += 1)
    if (tokens[end]?.text === ')') return end + 1;
  return at;
}

/** Behind "45,". */
function skipAge(tokens: readonly Token[], at: number): number {
  return /^\d{1,3}$/u.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ',' ? at + 2 : at;
}

/** Behind an article. */
function skipOpeners(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  let start = at;
  while (start - at < 3 && isOpener(tokens[start], lexicon)) start += 1;
  return start;
}

/** An article, or "another", "then". */
export function isOpener(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && (lexicon.articles.has(token.key) || lexicon.openers.has(token.key));
}

/** The noun for a person near the front of the phrase. */
function headOf(
  tokens: readonly Token[],
  place: { start: number; end: number },
  lexicon: Lexicon,
): number | undefined {
  const until = Math.min(place.end, place.start + MAX_HEAD_TOKENS);
  for (let at = place.start; at < until; at += 1) {
    const token = tokens[at];
    if (token === undefined || lexicon.prepositions.has(token.key)) return undefined;
    if (isRoleNoun(token, lexicon)) return at;
  }
  return undefined;
}

/** "ferry owner": a few small words that end with a noun for a person. */
function isShortRole(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
  lexicon: Lexicon,
): boolean {
  const last = tokens[end - 1];
  if (last === undefined || end - start > 4 || !isRoleNoun(last, lexicon)) return false;
  return tokens
    .slice(start, end)
    .every(({ key }) => !lexicon.speech.has(key) && !lexicon.starts.has(key));
}

/** "a beekeeper from Ferris": behind a name and an article any noun tells, but not "a day later". */
function isPlainNoun(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
  lexicon: Lexicon,
): boolean {
  const closing = tokens[end]?.text ?? '.';
  if (!/^[,.;:(]$/u.test(closing)) return false;
  const head = tokens.slice(start, Math.min(end, start + 3));
  return head.every(
    ({ key, isWord }) =>
      isWord && !lexicon.notRoles.has(key) && !lexicon.speech.has(key) && !lexicon.finite.has(key),
  );
}

/** "director of", "former aide", "Poole’s rival": what a description without an article opens with. */
function opensRole(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false;
  if (isRoleNoun(token, lexicon) || token.isCapital) return true;
  return lexicon.modifiers.has(token.key) || lexicon.possessives.has(token.key);
}

/** "who runs Y": to the next comma or the end of the sentence. */
function clauseRole(run: NameRun, start: number, search: RoleSearch): Role | undefined {
  const { tokens } = run;
  const { lexicon } = search;
  for (let at = start; at <= tokens.length && at - start <= MAX_ROLE_TOKENS; at += 1) {
    const token = tokens[at];
    if (token !== undefined && (token.isWord || isInside(token.text))) continue;
    if (token !== undefined && !/^[,.;:!?—–]$/u.test(token.text)) return undefined;
    // "Roy Poole and Ann Hale, who have sued" speaks of both.
    const isOfMany = lexicon.manyDo.has(tokens[start + 1]?.key ?? '');
    return at - start < 3 || isOfMany
      ? undefined
      : roleAt(run, { start, end: at, kind: 'clause' }, search);
  }
  return undefined;
}

/** "Ann Poole is a fellow at Y." */
function copularRole(run: NameRun, at: number, search: RoleSearch): Role | undefined {
  const { tokens } = run;
  const { lexicon } = search;
  const start = skipOpeners(tokens, at, lexicon);
  if (start === at && !opensRole(tokens[at], lexicon)) return undefined;
  const end = endOfPhrase(run, start, lexicon);
  if (end === undefined || end <= start) return undefined;
  if (headOf(tokens, { start, end }, lexicon) === undefined) return undefined;
  if (isCutShort(tokens[end - 1], lexicon)) return undefined;
  return roleAt(run, { start, end, kind: 'clause' }, search);
}
