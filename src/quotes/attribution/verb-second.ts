import type { Phrase } from './phrase.ts';
import { canSpeak } from './can-speak.ts';
import { isAdverb } from './is-adverb.ts';
import { readPerson } from './read-person.ts';
import { readPhrase } from './read-phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';

/** Who says what follows, and the verb that tells it. */
export interface VerbSecondSaying {
  readonly who: Phrase;
  readonly verb?: number;
}

/** Between a verb and its subject stand no more words: "sagte gestern in Bern die Ministerin". */
const MAX_BETWEEN = 6;

/**
 * Who says what a German sentence announces. Its finite verb stands second: the subject before it, or directly behind it
 * where something else comes first ("Am Montag sagte X", "So hatte X noch im Mai versichert"); in a dependent clause the
 * verb stands last.
 */
export function findVerbSecond(whole: PhraseSearch): VerbSecondSaying | undefined {
  const search = behindInnerColon(whole);
  const { tokens, words } = search;
  const verb = tokens.findIndex(
    ({ key, isCapital }) => !isCapital && (words.speech.has(key) || words.auxiliaries.has(key)),
  );
  const told = tokens.findLastIndex(
    ({ key, isCapital }) => !isCapital && (words.speech.has(key) || words.nonfinite.has(key)),
  );
  if (told < 0) return announced(search);
  const beside = namedBefore(search, told) ?? namedBefore(search, verb);
  const who =
    beside ??
    subjectOfDependentClause(search, told) ??
    subjectInFront(search, verb) ??
    subjectBehind(search, verb) ??
    subjectBehind(search, lastFinite(search));
  return who === undefined ? announced(search) : { who, verb: told };
}

/** In "Z kritisierte das: So sagte X:" only what follows the first colon tells. */
function behindInnerColon(search: PhraseSearch): PhraseSearch {
  const { tokens } = search;
  const colon = tokens.slice(0, -1).findLastIndex(({ text }) => text === ':');
  return colon < 0 ? search : { ...search, tokens: tokens.slice(colon + 1) };
}

/** "Auch X sagte", "X (Grüne), sagte": the name directly before the verb, past a party or a comma. */
function namedBefore(search: PhraseSearch, verb: number): Phrase | undefined {
  const { tokens, words } = search;
  let end = verb;
  while (end > 0 && tokens[end - 1]?.text === ',') end -= 1;
  if (tokens[end - 1]?.text === ')')
    end = tokens.slice(0, end).findLastIndex(({ text }) => text === '(');
  for (let at = Math.max(0, end - 8); at < end; at += 1) {
    const who = readPerson(search, at);
    if (who?.end !== end) continue;
    const before = tokens[at - 1]?.key ?? '';
    if (words.obliques.has(before) || words.prepositions.has(before)) return undefined;
    return who;
  }
  return undefined;
}

/** A name or a description of whoever can speak. */
function subjectAt(search: PhraseSearch, at: number): Phrase | undefined {
  const who = readPhrase(search, at);
  return who?.kind === 'described' && !canSpeak(search, who) ? undefined : who;
}

/** The subject that a sentence begins with; a lone word there is none where a name follows the verb ("Zögernd sagte X"). */
function subjectInFront(search: PhraseSearch, verb: number): Phrase | undefined {
  const who = opensWithSubject(search) ? subjectAt(search, 0) : undefined;
  const isLone = who?.kind === 'described' && who.end === 1;
  return isLone && subjectBehind(search, verb)?.kind === 'person' ? undefined : who;
}

/** Whether a sentence begins with a name or a noun phrase that can be its subject. */
function opensWithSubject({ tokens, words, mentions }: PhraseSearch): boolean {
  const first = tokens[0];
  if (first?.isWord !== true) return false;
  if (mentions.has(first.start)) return true;
  if (words.obliques.has(first.key) || words.prepositions.has(first.key)) return false;
  return !isAdverb(first, words) && !words.subordinators.has(first.key);
}

function lastFinite({ tokens, words }: PhraseSearch): number {
  return tokens.findLastIndex(({ key, isCapital }) => !isCapital && words.speech.has(key));
}

/** The first phrase behind a finite verb that can be its subject. */
function subjectBehind(search: PhraseSearch, verb: number): Phrase | undefined {
  if (verb < 0) return undefined;
  const { tokens, words } = search;
  for (let at = verb + 1; at <= verb + MAX_BETWEEN; at += 1) {
    const token = tokens[at];
    if (token?.isWord !== true) return undefined;
    if (isAdverb(token, words)) continue;
    // "sagte am Montag X": past the preposition and its noun.
    if (words.prepositions.has(token.key) || words.obliques.has(token.key)) {
      while (tokens[at + 1]?.isWord === true && tokens[at]?.isCapital !== true) at += 1;
      continue;
    }
    return subjectAt(search, at);
  }
  return undefined;
}

/** "…, die X einmal gesagt hatte:" — the only name between the clause's first word and its verb at the end. */
function subjectOfDependentClause(search: PhraseSearch, told: number): Phrase | undefined {
  const { tokens, words } = search;
  const rest = tokens.slice(told + 1).filter(({ isWord }) => isWord);
  if (rest.length > 1 || !rest.every(({ key }) => words.auxiliaries.has(key))) return undefined;
  const comma = tokens.slice(0, told).findLastIndex(({ text }) => text === ',');
  const opener = tokens[comma + 1];
  const isDependent =
    opener !== undefined &&
    (words.subordinators.has(opener.key) || (comma >= 0 && words.people.articles.has(opener.key)));
  if (!isDependent) return undefined;
  return onlyPerson(search, comma + 1, told);
}

/** A colon alone: the one person whom the sentence names and who is not its object. */
function announced(search: PhraseSearch): VerbSecondSaying | undefined {
  const { tokens } = search;
  if (tokens.at(-1)?.text !== ':') return undefined;
  const who = onlyPerson(search, 0, tokens.length);
  return who === undefined ? undefined : { who };
}

function onlyPerson(search: PhraseSearch, from: number, to: number): Phrase | undefined {
  const { tokens, words } = search;
  let found: Phrase | undefined;
  for (let at = from; at < to; at += 1) {
    const who = readPerson(search, at);
    if (who === undefined) continue;
    if (found !== undefined) return undefined;
    const before = tokens[at - 1]?.key ?? '';
    if (words.obliques.has(before) || words.prepositions.has(before)) return undefined;
    found = who;
    at = who.end;
  }
  return found;
}
