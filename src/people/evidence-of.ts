import { isRoleNoun } from './is-role-noun.ts';
import { givenNameGender, NAME_SUFFIXES, PARTICLES, POST_NOMINALS } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameRun } from './name-run.ts';
import { isPartyTag } from './is-party-tag.ts';
import { isInitial } from './tokens.ts';
import type { Token } from './tokens.ts';

/** What speaks for or against a run naming a person. */
export type Evidence =
  | 'titled'
  | 'role'
  | 'aged'
  | 'tagged'
  | 'relative'
  | 'apposed'
  | 'speaks'
  | 'given'
  | 'initial'
  | 'particle'
  | 'the'
  | 'attribute'
  | 'place'
  | 'org'
  | 'small'
  | 'acronym'
  | 'alone'
  | 'often';

/** Everything at one place that tells whether it names a person. */
export function evidenceOf(
  run: NameRun,
  lexicon: Lexicon,
  stopWords: ReadonlySet<string>,
): Evidence[] {
  const { tokens, start, end } = run;
  const found: Evidence[] = [];
  const words = tokens
    .slice(start, end)
    .filter(({ isWord, key }) => isWord && !POST_NOMINALS.has(key));
  const first = words[0];
  if (first === undefined) return found;
  if (run.titles.some((title) => lexicon.honorifics.has(title) || lexicon.offices.has(title)))
    found.push('titled');
  else if (run.titles.length > 0) found.push('role');
  if (words.length > 1 && !PARTICLES.has(first.key) && givenNameGender(first.key) !== undefined)
    found.push('given');
  if ((words.slice(1).some(isInitial) && words.length > 2) || isInitials(first))
    found.push('initial');
  if (words.some(({ key }) => NAME_SUFFIXES.has(key))) found.push('initial');
  if (words.length > 2 && words.slice(1).some((word) => !word.isCapital && PARTICLES.has(word.key)))
    found.push('particle');
  if (words.some((word, at) => isOfThing(word, words[at - 1], lexicon))) found.push('org');
  if (words.some((word) => stopWords.has(word.key) && !PARTICLES.has(word.key)))
    found.push('small');
  if (words.some(isAcronym) && (words.length < 2 || !words.every(isAcronym))) found.push('acronym');
  if (words.length === 1 && isNoSurname(first, lexicon)) found.push('org');
  if (
    words.length === 1 &&
    lexicon.starts.has(first.key) &&
    givenNameGender(first.key) === undefined
  )
    found.push('small');
  found.push(...evidenceBefore(run, lexicon), ...evidenceAfter(tokens, end, lexicon));
  return found;
}

/** "Trust", "Paris", "May"; but a month behind a given name is a surname. */
function isOfThing({ key }: Token, before: Token | undefined, lexicon: Lexicon): boolean {
  if (lexicon.orgWords.has(key)) return true;
  if (!lexicon.notNames.has(key)) return false;
  return !lexicon.months.has(key) || givenNameGender(before?.key ?? '') === undefined;
}

function evidenceBefore(run: NameRun, lexicon: Lexicon): Evidence[] {
  const before = run.tokens[run.titleStart - 1];
  if (before === undefined || run.titles.length > 0) return [];
  if (lexicon.nounsAreCapital && isSetOffBehindRole(run, lexicon)) return ['apposed'];
  if (lexicon.articles.has(before.key)) {
    // German has relative pronouns that look like articles: "die Ute Kroll nannte".
    const first = run.tokens[run.start]?.key ?? '';
    const isRelative = lexicon.nounsAreCapital && givenNameGender(first) !== undefined;
    if (isRelative) return [];
    return describesNoun(run, lexicon) ? ['attribute'] : ['the'];
  }
  if (lexicon.speech.has(before.key)) return ['speaks'];
  if (isApposedBefore(run, lexicon)) return ['apposed'];
  return lexicon.placePrepositions.has(before.key) ? ['place'] : [];
}

/** "the Poole campaign": the article belongs to the noun; firms stand so, and people whom the article calls Mr. too. */
function describesNoun({ tokens, start, end }: NameRun, lexicon: Lexicon): boolean {
  const next = tokens[end];
  if (lexicon.nounsAreCapital || end - start > 1 || next?.isWord !== true) return false;
  if (next.isCapital || lexicon.speech.has(next.key) || lexicon.finite.has(next.key)) return false;
  return !lexicon.starts.has(next.key) && !lexicon.verbForms.has(next.key);
}

/** "die Sprecherin des Vereins, Ute Kroll,": two words or more, set off behind a noun for a person. */
function isSetOffBehindRole({ tokens, start, end }: NameRun, lexicon: Lexicon): boolean {
  if (end - start < 2 || tokens[start - 1]?.text !== ',') return false;
  if (!/^[,.(:;“”"]?$/u.test(tokens[end]?.text ?? '')) return false;
  for (let at = start - 2; at >= Math.max(0, start - 10); at -= 1) {
    const token = tokens[at];
    if (token?.isWord !== true) return false;
    if (isRoleNoun(token, lexicon)) return true;
  }
  return false;
}

/** "the club’s captain, Ann Poole,". */
function isApposedBefore({ tokens, titleStart, end }: NameRun, lexicon: Lexicon): boolean {
  const noun = tokens[titleStart - 2];
  if (tokens[titleStart - 1]?.text !== ',' || noun === undefined) return false;
  const closing = tokens[end]?.text ?? '';
  return isRoleNoun(noun, lexicon) && /^(?:[,.(]|)$/u.test(closing);
}

function evidenceAfter(tokens: readonly Token[], end: number, lexicon: Lexicon): Evidence[] {
  const next = tokens[end];
  if (next === undefined || tokens[end - 1]?.isPossessive === true) return [];
  if (next.isWord) return lexicon.speech.has(next.key) ? ['speaks'] : [];
  const after = tokens[end + 1];
  if (after === undefined) return [];
  if (next.text === '(')
    return isPartyTag(tokens, end + 1) ? ['tagged'] : isAge(after) ? ['aged'] : [];
  if (next.text !== ',') return [];
  if (isAge(after) && tokens[end + 2]?.isWord !== true) return ['aged'];
  if (lexicon.relatives.has(after.key)) return ['relative'];
  if (lexicon.speech.has(after.key)) return ['speaks'];
  return opensApposition(tokens, end + 1, lexicon) ? ['apposed'] : [];
}

function isAge(token: Token): boolean {
  return /^[1-9]\d?$|^1[01]\d$/u.test(token.text);
}

/** Whether a noun for a person stands near the front: "a senior fellow at", "director of", "who runs". */
function opensApposition(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  for (let i = at; i < Math.min(tokens.length, at + 7); i += 1) {
    const token = tokens[i];
    if (!token?.isWord) return false;
    if (isRoleNoun(token, lexicon)) return true;
    if (lexicon.finite.has(token.key) || lexicon.speech.has(token.key)) return false;
  }
  return false;
}

function isAcronym(token: Token): boolean {
  return /^\p{Lu}{2,}$/u.test(token.text.replaceAll('.', ''));
}

/** "J.M. Hale". */
function isInitials(token: Token): boolean {
  return /^\p{Lu}\.\p{Lu}\.?$/u.test(token.text);
}

/** "Attorney General", "Mr. President", "Republican Presidents": an office alone is nobody's name. */
function isNoSurname(token: Token, lexicon: Lexicon): boolean {
  const { key } = token;
  if (token.text.endsWith('.') || key.length < 2) return true;
  const singular = key.replace(/s$/u, '');
  return [key, singular].some(
    (word) => lexicon.offices.has(word) || lexicon.roles.has(word) || lexicon.honorifics.has(word),
  );
}
