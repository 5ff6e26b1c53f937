import { lastVerb, isPassive, skipAdverbs, verbOf } from './find-verb.ts';
import type { Phrase } from './phrase.ts';
import { canSpeak } from './can-speak.ts';
import { readPerson } from './read-person.ts';
import { readPhrase } from './read-phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';
import type { Saying } from './saying.ts';
import { subjectOf } from './subject-of.ts';
import { findVerbSecond } from './verb-second.ts';

/** A credit behind a quotation has no more tokens. */
const MAX_CREDIT = 16;

/** Who says what stands before these words: `“…,” X said`, `“…,” said X`, `“…”, according to X`. */
export function findSayingAfter(search: PhraseSearch, isOpen: boolean): Saying | undefined {
  const { tokens, words } = search;
  let at = 0;
  while (at < tokens.length && !/^[\p{L}\p{N}]/u.test(tokens[at]?.text ?? '')) at += 1;
  if (words.as.has(tokens[at]?.key ?? '')) at += 1;
  const according = accordingAt(search, at);
  if (according !== undefined) return reportedBy(search, according) ?? { who: according };
  const verbAt = skipAdverbs(search, at);
  const first = tokens[verbAt];
  if (first !== undefined && words.speech.has(first.key)) {
    // "äußerte sich X".
    const who = readPhrase(search, skipAdverbs(search, verbAt + 1));
    if (who === undefined) return undefined;
    return { who, verb: verbAt, isSure: isOpen && words.strong.has(first.key) };
  }
  const who = readPhrase(search, at);
  if (who === undefined) return undefined;
  const verb = verbOf(search, who);
  if (verb !== undefined) {
    const quoted = quotedPerson(search, Math.min(verb + 8, tokens.length - 1));
    const isSure = isOpen && verb === who.end && words.strong.has(tokens[verb]?.key ?? '');
    return quoted === undefined ? { who, verb, isSure } : { who: quoted, verb };
  }
  if (isCredit(search, at) && who.kind === 'person') return { who };
  // Behind a quotation that a comma ends only who says it can stand, whatever the verb.
  return isOpen && who.kind !== 'described' ? { who } : undefined;
}

/** “…” — Ann Poole, mayor; “…” (Ann Poole): a name alone behind a dash. */
function isCredit({ tokens }: PhraseSearch, at: number): boolean {
  return /^[—–(-]$/u.test(tokens[at - 1]?.text ?? '') && tokens.length <= MAX_CREDIT;
}

/** Who says what stands behind these words: `X said: “…”`, `X, a fellow at Y, said “…”`, `X: “…”`. */
export function findSayingBefore(search: PhraseSearch): Saying | undefined {
  const { tokens, words } = search;
  const verb = lastVerb(search);
  if (words.people.nounsAreCapital) {
    const quoted = verb === undefined ? undefined : quotedPerson(search, verb);
    if (quoted !== undefined) return { who: quoted };
    const second = findVerbSecond(search);
    if (second !== undefined) return second;
    const who = findAccording(search);
    return who === undefined ? undefined : { who };
  }
  const isFinite = verb !== undefined && words.speech.has(tokens[verb]?.key ?? '');
  if (verb !== undefined && isPassive(search, verb)) return agentOf(search, verb);
  if (verb !== undefined) {
    const who = quotedPerson(search, verb) ?? subjectOf(search, verb, isNamed);
    if (who !== undefined) return { who, verb };
  }
  if (verb !== undefined && isFinite) {
    const inverted = readPhrase(search, verb + 1);
    if (inverted?.kind === 'person') return { who: inverted, verb };
  }
  const according = findAccording(search);
  if (according !== undefined) return reportedBy(search, according) ?? { who: according };
  if (verb === undefined) return undefined;
  const who = subjectOf(search, verb, ({ kind }) => kind === 'described');
  return who === undefined ? undefined : { who, verb };
}

/** "was told by X": X says it. */
function agentOf(search: PhraseSearch, verb: number): Saying | undefined {
  if (!search.words.agents.has(search.tokens[verb + 1]?.key ?? '')) return undefined;
  const who = readPhrase(search, verb + 2);
  return who === undefined ? undefined : { who, verb };
}

function isNamed({ kind }: Phrase): boolean {
  return kind !== 'described';
}

/** "According to the agency, one user posted": the agency tells of it, and the user says it. */
function reportedBy(search: PhraseSearch, source: Phrase): Saying | undefined {
  const { tokens, words } = search;
  if (tokens[source.end]?.text !== ',') return undefined;
  const who = readPhrase(search, source.end + 1);
  if (who === undefined) return undefined;
  const verb = verbOf(search, who);
  if (verb === undefined || !words.strong.has(tokens[verb]?.key ?? '')) return undefined;
  return who.kind !== 'described' || canSpeak(search, who) ? { who, verb } : undefined;
}

function accordingAt(search: PhraseSearch, at: number): Phrase | undefined {
  const { tokens, words } = search;
  for (const phrase of words.according) {
    if (!phrase.every((word, i) => tokens[at + i]?.key === word)) continue;
    return readPhrase(search, at + phrase.length);
  }
  return undefined;
}

function findAccording(search: PhraseSearch): Phrase | undefined {
  for (let at = 0; at < search.tokens.length; at += 1) {
    const who = accordingAt(search, at);
    if (who !== undefined) return who;
  }
  return undefined;
}

/** In "the Post quoted X as saying" X says it. */
function quotedPerson(search: PhraseSearch, verb: number): Phrase | undefined {
  const { tokens, words } = search;
  const from = Math.max(0, verb - 12);
  for (let at = from; at <= verb; at += 1) {
    if (!words.quoting.has(tokens[at]?.key ?? '')) continue;
    const who = readPerson(search, at + 1) ?? readPhrase(search, at + 1);
    if (who === undefined) return undefined;
    const rest = tokens.slice(who.end, who.end + 4).map(({ key }) => key);
    if (words.saying.some((phrase) => phrase.every((word, i) => rest[i] === word))) return who;
  }
  return undefined;
}
