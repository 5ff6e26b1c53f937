import { findAfterRole, isOpener } from './find-after-role.ts';
import { isRoleNoun } from './is-role-noun.ts';
import type { Lexicon } from './lexicon.ts';
import type { NamedPerson } from './named-person.ts';
import type { NameRun } from './name-run.ts';
import type { Role } from './person.ts';
import { isAnother } from './is-another.ts';
import { roleAt } from './role-at.ts';
import type { RoleSearch } from './role-at.ts';
import type { Token } from './tokens.ts';

/** So many tokens before a name an apposition may begin: "the head of the programme, X,". */
const MAX_BEFORE_TOKENS = 12;

/** Everything the article says a person is, in its order. */
export function findRoles(person: NamedPerson, search: RoleSearch): readonly Role[] {
  return person.linked.flatMap(({ run }) =>
    [titleRole(run, search), roleBefore(run, search), findAfterRole(run, search)].filter(
      (role): role is Role => role !== undefined && !isOwnVoice(role, search.lexicon),
    ),
  );
}

/** "a man who threatens my life": said by somebody, not told by the article. */
function isOwnVoice({ text }: Role, { ownVoice }: Lexicon): boolean {
  return text.split(' ').some((word) => ownVoice.has(word));
}

/** "campaign manager Ann Poole": the title without Mr. and the like. */
function titleRole(run: NameRun, search: RoleSearch): Role | undefined {
  const { tokens, lexicon } = { ...search, tokens: run.tokens };
  let end = run.start;
  while (end > run.titleStart && isHonorific(tokens[end - 1], lexicon)) end -= 1;
  // "Crown Prince": what an office is joined with is none itself.
  const last = tokens[end - 1];
  if (end > run.titleStart && end < run.start && last !== undefined && !isRoleNoun(last, lexicon))
    end = run.start;
  let start = run.titleStart;
  while (start < end && isHonorific(tokens[start], lexicon)) start += 1;
  return start < end ? roleAt(run, { start, end, kind: 'title' }, search) : undefined;
}

function isModifier(token: Token | undefined, lexicon: Lexicon): boolean {
  return lexicon.modifiers.has(token?.key ?? '');
}

/** "Mr.", "Brother"; but "brother" with a small letter tells what somebody is. */
function isHonorific(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && token.isCapital && lexicon.honorifics.has(token.key);
}

/** "the harbourmaster, Ann Poole, said": a noun phrase for a person, then a comma and the name. */
function roleBefore(run: NameRun, search: RoleSearch): Role | undefined {
  const { tokens, titleStart } = run;
  const { lexicon } = search;
  if (tokens[titleStart - 1]?.text !== ',') return undefined;
  const closing = tokens[run.end]?.text ?? '';
  if (tokens[run.end - 1]?.isPossessive === true || !/^(?:[,.;:!?—–(”"“]|)$/u.test(closing))
    return undefined;
  const end = titleStart - 1;
  let start = end;
  while (start > 0 && end - start < MAX_BEFORE_TOKENS && tokens[start - 1]?.isWord === true) {
    const word = tokens[start - 1];
    if (word === undefined) break;
    if (lexicon.finite.has(word.key) || lexicon.speech.has(word.key)) break;
    start -= 1;
    const isPhrase =
      (lexicon.articles.has(word.key) || lexicon.possessives.has(word.key) || word.opensSentence) &&
      holdsRoleNoun(run, { start, end }, lexicon);
    if (!isPhrase) continue;
    if (lexicon.possessives.has(word.key)) return undefined;
    if (lexicon.articles.has(word.key)) start += 1;
    start = skipOuterNoun(run, { start, end }, lexicon);
    // "another witness", but "then mayor".
    while (start < end && isOpener(tokens[start], lexicon) && !isModifier(tokens[start], lexicon))
      start += 1;
    if (isAnother(tokens.slice(start, end), lexicon)) return undefined;
    // "the boy’s uncle": whose he is reads badly without its article.
    while (start < end && isSmallOwner(tokens, start, end)) start += 1;
    return roleAt(run, { start, end, kind: 'apposition' }, search);
  }
  return undefined;
}

/** "an event by the mogul, Ann Poole,": she is what stands behind the preposition. */
function skipOuterNoun(
  { tokens }: NameRun,
  { start, end }: { start: number; end: number },
  lexicon: Lexicon,
): number {
  let from = start;
  for (let at = start; at < end; at += 1) {
    const token = tokens[at];
    if (token === undefined || isRoleNoun(token, lexicon)) return from;
    if ([lexicon.prepositions, lexicon.belongs].some((words) => words.has(token.key)))
      from = at + 1;
  }
  return from;
}

function isSmallOwner(tokens: readonly Token[], start: number, end: number): boolean {
  for (let at = start; at < end; at += 1)
    if (tokens[at]?.isPossessive === true) return tokens[start]?.isCapital !== true;
  return false;
}

function holdsRoleNoun(
  run: NameRun,
  at: { start: number; end: number },
  lexicon: Lexicon,
): boolean {
  return run.tokens.slice(at.start, at.end).some((token) => isRoleNoun(token, lexicon));
}
