import { stopWordsOf } from '../text/words.ts';
import { isRoleNoun, officeKey } from './is-role-noun.ts';
import type { NameSearch } from './name-search.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** So far before a name the words of an office are looked for. */
const MAX_TITLE_WORDS = 7;
/** So many words that no list knows may stand in an office: "harbour pilot". */
const MAX_UNKNOWN = 2;

interface OfficePlace {
  /** Where the name starts. */
  readonly start: number;
  /** Where the capital words before it start; the same as `start` where there are none. */
  readonly from: number;
  /** So many words the name has. */
  readonly words: number;
}

/** Where the office begins: the words before the name, when a noun for a person ends them, and no verb. */
export function officeStart(search: NameSearch, run: OfficePlace): number {
  const { tokens, lexicon } = search;
  const head = tokens[run.start - 1];
  if (head === undefined) return run.start;
  const isCapitalOffice = run.from < run.start;
  if (!isCapitalOffice && !isRoleNoun(head, lexicon)) return fieldStart(search, run);
  if (isCapitalOffice && lexicon.honorifics.has(head.key) && run.from === run.start - 1) {
    // "Council leader Sir Roy Poole".
    const before = tokens[run.from - 1];
    if (before === undefined) return run.from;
    // "First Lady Ann Poole".
    const isRank = isInner(before) && lexicon.ranks.has(before.key);
    if (!isRoleNoun(before, lexicon)) return isRank ? run.from - 1 : run.from;
    return officeStart(search, { start: run.from, from: run.from, words: run.words });
  }
  // "Saving Mr. Poole": before Mr. stand offices only.
  if (
    isCapitalOffice &&
    lexicon.honorifics.has(head.key) &&
    !isOffice(tokens[run.start - 2], lexicon)
  )
    return run.start - 1;
  const at = isCapitalOffice ? run.from : run.start - 1;
  return listStart(search, walkBack(search, run, at));
}

function isOffice(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false;
  return isRoleNoun(token, lexicon) || lexicon.offices.has(officeKey(token.key));
}

/** "vice president for finance Ann Poole": an office, and its field before the name. */
function fieldStart(search: NameSearch, run: OfficePlace): number {
  const { tokens, lexicon } = search;
  const [noun, tie, field] = [-3, -2, -1].map((by) => tokens[run.start + by]);
  if (noun === undefined || tie === undefined || field === undefined) return run.start;
  if (run.words < 2 || run.from < run.start || !isRoleNoun(noun, lexicon)) return run.start;
  if (!lexicon.modifiers.has(field.key) || !lexicon.prepositions.has(tie.key)) return run.start;
  return walkBack(search, run, run.start - 3);
}

/** Back over what describes the office: all of it behind an article, else only what is sure to. */
function walkBack(search: NameSearch, run: OfficePlace, from: number): number {
  const { tokens, lexicon } = search;
  const isCapitalOffice = run.from < run.start;
  // "a trade deal President Poole wants": before an office with a capital a small word is no part of it.
  const isBeforeCapital = (token: Token) =>
    isCapitalOffice && !lexicon.nounsAreCapital && !token.isCapital;
  const floor = Math.max(0, run.start - MAX_TITLE_WORDS);
  const maxUnknown = lexicon.nounsAreCapital ? MAX_TITLE_WORDS : MAX_UNKNOWN;
  let at = from;
  let sure = at;
  let unknown = 0;
  while (at > floor) {
    const before = tokens[at - 1];
    if (before?.isWord !== true) break;
    if (isDeterminer(before, lexicon)) return namesAnother(search, run, at - 1) ? run.start : at;
    if (before.isPossessive) return possessorStart(search, at, sure);
    if (isCrowdDoing(search, at)) break;
    // "who led in Ferris former keeper Ann Poole", in German: a noun before adjectives is another's.
    if (lexicon.nounsAreCapital && before.isCapital && at !== sure) break;
    if (isModifier(search, run, at - 1) || isOfTwo(search, run, at - 1)) sure = at - 1;
    else if (isTie(before, lexicon)) return isCapitalOffice ? sure : at;
    else if (isNoAdjective(search, at - 1) || isBeforeCapital(before)) break;
    else unknown += 1;
    if (unknown > maxUnknown) break;
    at -= 1;
  }
  return run.words < 2 && !isCapitalOffice && holdsAmount(tokens, at - 1, run.start)
    ? run.start
    : sure;
}

/**
 * Whether what a determiner opens is not what the name's bearer is. "a judge Poole has met": behind an article a
 * description names nobody by the surname alone. "through the private server Ann Poole used": behind a preposition a phrase
 * does nothing itself.
 */
function namesAnother({ tokens, lexicon }: NameSearch, run: OfficePlace, at: number): boolean {
  if (run.from < run.start) return false;
  if (run.words < 2) return lexicon.articles.has(tokens[at]?.key ?? '');
  const { key } = tokens[run.start + run.words] ?? { key: '' };
  const isSubject =
    lexicon.finite.has(key) ||
    lexicon.verbForms.has(key) ||
    lexicon.verbEndings.some((ending) => key.endsWith(ending));
  const before = tokens[at - 1];
  return isSubject && before !== undefined && isTie(before, lexicon);
}

/** "Fans cheer Rovers coach Ann Poole": behind several who open the sentence a word that no list knows is what they do. */
function isCrowdDoing({ tokens, lexicon }: NameSearch, at: number): boolean {
  const [crowd, verb, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (lexicon.nounsAreCapital || crowd === undefined || verb === undefined) return false;
  return (
    crowd.opensSentence &&
    /[^s]s$/u.test(crowd.key) &&
    !verb.isCapital &&
    !lexicon.modifiers.has(verb.key) &&
    !lexicon.offices.has(verb.key) &&
    (next?.isCapital === true || next === undefined || lexicon.modifiers.has(next.key))
  );
}

/** "candidate Sen. Poole": an office in small letters before one with a capital. */
function isOfTwo({ tokens, lexicon }: NameSearch, run: OfficePlace, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.isCapital || at + 1 !== run.from) return false;
  return run.from < run.start && lexicon.offices.has(token.key);
}

/** "the $2 million figure Poole gave": what is counted is nobody. */
function holdsAmount(tokens: readonly Token[], from: number, end: number): boolean {
  return tokens.slice(Math.max(0, from), end).some(({ text }) => /^[\d$£€%]/u.test(text));
}

/** "by harbour pilot Ann Poole": behind a preposition a noun phrase begins; behind "to" a verb may. */
function isTie({ key, isCapital }: Token, lexicon: Lexicon): boolean {
  return !isCapital && lexicon.prepositions.has(key) && !lexicon.beforeVerbs.has(key);
}

/** "chairman, CEO and president Ann Poole": offices that are counted up belong together. */
function listStart({ tokens, lexicon }: NameSearch, start: number): number {
  let at = start;
  if (!lexicon.pairs.has(tokens[at - 1]?.key ?? '')) return start;
  for (let tie = at - 1; tie > 0; tie = at - 1) {
    const isTied = lexicon.pairs.has(tokens[tie]?.key ?? '') || tokens[tie]?.text === ',';
    const noun = tokens[tie - 1];
    if (!isTied || noun === undefined || noun.isPossessive) return at;
    if (!lexicon.bareOffices.has(noun.key)) return at;
    at = tie - 1;
    while (lexicon.modifiers.has(tokens[at - 1]?.key ?? '') || isInner(tokens[at - 1])) at -= 1;
  }
  return at;
}

/** A word with a capital that no sentence gives it. */
function isInner(token: Token | undefined): boolean {
  return token?.isCapital === true && !token.opensSentence && !token.isPossessive;
}

/** Verbs, times, small words, and plurals ("storms hit") are no part of an office. */
function isNoAdjective(search: NameSearch, at: number): boolean {
  const { tokens, lexicon, language } = search;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined) return true;
  const { key } = token;
  if (stopWordsOf(language).has(key) || lexicon.speech.has(key)) return true;
  if (lexicon.finite.has(key) || lexicon.verbForms.has(key)) return true;
  if (lexicon.placePrepositions.has(key)) return true;
  // "last week harbour pilot Ann Poole", but "the paper’s night editor Ann Poole".
  if (lexicon.notRoles.has(key) && before?.isPossessive !== true) return true;
  if (lexicon.nounsAreCapital)
    return !isSettled(before, lexicon) && !token.isCapital && !isInflected(key, lexicon);
  if (lexicon.starts.has(key) || lexicon.weekdays.has(key)) return true;
  if (token.isCapital && !token.opensSentence) return false;
  if (/[^siu]s$/u.test(key)) return true;
  if (isSettled(before, lexicon)) return false;
  const isParticiple = lexicon.participleEndings.some((ending) => key.endsWith(ending));
  if (isParticiple && before !== undefined && isTie(before, lexicon)) return false;
  return lexicon.verbEndings.some((ending) => key.endsWith(ending));
}

/** "britische": an ending that adjectives have, and few verbs. */
function isInflected(key: string, lexicon: Lexicon): boolean {
  if (lexicon.verbEndings.some((ending) => key.endsWith(ending))) return false;
  return lexicon.adjectiveEndings.some((ending) => key.endsWith(ending));
}

/** Behind an article or an owner "disgraced" and "aspiring" tell no deed, and behind a preposition "disgraced". */
function isSettled(before: Token | undefined, lexicon: Lexicon): boolean {
  if (before === undefined) return false;
  return before.isPossessive || isDeterminer(before, lexicon);
}

/** "Poole’s business manager": the owner's name belongs to the words; "That’s" owns none. */
function possessorStart({ tokens, lexicon }: NameSearch, at: number, sure: number): number {
  const owner = tokens[at - 1];
  if (owner === undefined) return at;
  if (lexicon.starts.has(owner.key)) return sure;
  if (!owner.isCapital) return at;
  let start = at - 1;
  while (start > 0 && at - start < 4) {
    const before = tokens[start - 1];
    if (before?.isCapital !== true || lexicon.starts.has(before.key)) break;
    start -= 1;
  }
  return start;
}

function isDeterminer(token: Token, lexicon: Lexicon): boolean {
  return lexicon.articles.has(token.key) || lexicon.possessives.has(token.key);
}

function isModifier(search: NameSearch, run: OfficePlace, at: number): boolean {
  const { tokens, lexicon } = search;
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.isCapital && token.opensSentence) return isOpeningModifier(search, run, at);
  if (lexicon.modifiers.has(token.key)) return true;
  if (/^(?:ex|co|vice|then)[-‐‑]/u.test(token.key) && !token.isCapital) return true;
  if (!token.isCapital) return false;
  // "Formula One champion": inside a name any word may stand.
  if (tokens[at - 1]?.isCapital === true) return true;
  const small = [
    lexicon.articles,
    lexicon.prepositions,
    lexicon.pairs,
    lexicon.months,
    lexicon.weekdays,
  ];
  return !small.some((words) => words.has(token.key));
}

/** "New Ferris coach", "Rovers manager": a sentence may open with a place or a club, and with any other word. */
function isOpeningModifier(search: NameSearch, run: OfficePlace, at: number): boolean {
  const { tokens, lexicon, language, small } = search;
  const { key } = tokens[at] ?? { key: '' };
  if (lexicon.starts.has(key) || lexicon.months.has(key) || lexicon.weekdays.has(key)) return false;
  if (lexicon.modifiers.has(key) || lexicon.orgWords.has(key)) return true;
  if (lexicon.notNames.has(key) && tokens[at + 1]?.isCapital === true) return true;
  if (stopWordsOf(language).has(key) || lexicon.speech.has(key)) return false;
  if (lexicon.finite.has(key) || lexicon.verbForms.has(key)) return false;
  if (small.has(key) && !isSubject(search, run)) return false;
  return !lexicon.verbEndings.some((ending) => key.endsWith(ending));
}

/** "Family spokesman Ann Poole said", not "Meet pilot Ann Poole". */
function isSubject({ tokens, lexicon }: NameSearch, run: OfficePlace): boolean {
  const { key, text } = tokens[run.start + run.words] ?? { key: '', text: '' };
  return text === ',' || lexicon.speech.has(key) || lexicon.finite.has(key);
}
