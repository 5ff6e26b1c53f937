import type { Token } from '../../people/tokens.ts';
import { canSpeak, isAdverb, readPerson, readPhrase } from './read-phrase.ts';
import type { PhraseSearch } from './read-phrase.ts';
import type { Phrase } from './phrase.ts';
import { findVerbSecond } from './verb-second.ts';
import type { SayingWords } from './words-of-saying.ts';

/** Who says, by the words beside a quotation. */
export interface Saying {
  readonly who: Phrase;
  /** Index of the verb's token; absent where there is none ("Poole: “…”"). */
  readonly verb?: number;
  /** It stands where nobody but a speaker can stand: whatever it is called, it speaks. */
  readonly isSure?: boolean;
}

/** Between a subject and its verb stand no more tokens: "X, a long description of X, said". */
const MAX_ASIDE = 45;
/** A credit behind a quotation has no more tokens. */
const MAX_CREDIT = 16;

/** Who says what stands before these words: `“…,” X said`, `“…,” said X`, `“…”, according to X`. */
export function findSayingAfter(search: PhraseSearch, isOpen: boolean): Saying | undefined {
  const { tokens, words } = search;
  let at = 0;
  while (at < tokens.length && !/^[\p{L}\p{N}]/u.test(tokens[at]?.text ?? '')) at += 1;
  if (words.as.has(tokens[at]?.key ?? '')) at += 1;
  const according = accordingAt(search, at);
  if (according !== undefined) return { who: according };
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
  if (according !== undefined) return { who: according };
  if (verb === undefined) return undefined;
  const who = subjectOf(search, verb, ({ kind }) => kind === 'described');
  return who === undefined ? undefined : { who, verb };
}

/** "X was told": the subject hears. */
function isPassive({ tokens, words }: PhraseSearch, verb: number): boolean {
  if (!words.receiving.has(tokens[verb]?.key ?? '')) return false;
  const before = tokens[verb - 1]?.key ?? '';
  return words.people.copulas.has(before) || words.people.copulas.has(tokens[verb - 2]?.key ?? '');
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

function skipAdverbs({ tokens, words }: PhraseSearch, at: number): number {
  let end = at;
  for (let token = tokens[end]; token !== undefined; token = tokens[end]) {
    if (!token.isWord || words.pronouns.has(token.key)) break;
    if (!isAdverb(token, words) && !words.auxiliaries.has(token.key)) break;
    end += 1;
  }
  return end;
}

/** The verb of speech that a phrase is the subject of, past adverbs, appositions, relative clauses, places. */
export function verbOf(search: PhraseSearch, who: Phrase): number | undefined {
  const { tokens, words } = search;
  const direct = verbAt(search, who.end);
  if (direct !== undefined) return direct;
  const next = tokens[who.end];
  if (next === undefined || who.kind === 'pronoun') return undefined;
  const limit = Math.min(tokens.length, who.end + MAX_ASIDE);
  if (/^[,(—–-]$/u.test(next.text)) {
    let loose: number | undefined;
    for (let at = who.end + 1; at < limit; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      if (!token.isWord && /^[,)—–-]$/u.test(token.text)) {
        const verb = verbAt(search, at + 1);
        if (verb !== undefined) return verb;
      } else if (
        loose === undefined &&
        words.strong.has(token.key) &&
        tokens[at - 1]?.isWord === true
      )
        loose = isRelative(tokens.slice(who.end, at), search) ? undefined : at;
    }
    return loose;
  }
  if (!words.prepositions.has(next.key)) return undefined;
  for (let at = who.end + 1; at < Math.min(limit, who.end + 12); at += 1) {
    const token = tokens[at];
    if (token?.isWord !== true)
      return token?.text === ',' ? verbOf(search, { ...who, end: at }) : undefined;
    if (words.speech.has(token.key)) return at;
  }
  return undefined;
}

/** In "X, who said so, left" the verb is the relative clause's. */
function isRelative(aside: readonly Token[], { words }: PhraseSearch): boolean {
  return aside.some(({ key }) => words.people.relatives.has(key) || words.pronouns.has(key));
}

function verbAt(search: PhraseSearch, at: number): number | undefined {
  const { tokens, words } = search;
  const direct = tokens[at];
  if (direct === undefined) return undefined;
  const end = skipAdverbs(search, at);
  const verb = tokens[end];
  if (verb === undefined) return undefined;
  if (words.speech.has(verb.key)) return end;
  if (end === at) return undefined;
  return words.nonfinite.has(verb.key) || words.infinitives.has(verb.key) ? end : undefined;
}

/** The verb of speech that tells who says what follows: the last before the quotation, else the last of plain saying. */
function lastVerb(search: PhraseSearch): number | undefined {
  const { tokens, words } = search;
  let last: number | undefined;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || (token.isCapital && !token.opensSentence)) continue;
    const isSpeech =
      words.speech.has(token.key) || words.nonfinite.has(token.key) || isInfinitive(search, at);
    if (!isSpeech) continue;
    last ??= at;
    if (words.strong.has(token.key) || (!search.isClosed && tokens.length - at <= 3)) return at;
  }
  return last;
}

/** "went on to say", "will say". */
function isInfinitive({ tokens, words }: PhraseSearch, at: number): boolean {
  if (!words.infinitives.has(tokens[at]?.key ?? '')) return false;
  return words.auxiliaries.has(tokens[at - 1]?.key ?? '');
}

/** The phrase at a clause's start whose verb this is: directly before it, else the leftmost. */
function subjectOf(
  search: PhraseSearch,
  verb: number,
  fits: (who: Phrase) => boolean,
): Phrase | undefined {
  const { tokens, words } = search;
  if (!words.speech.has(tokens[verb]?.key ?? '')) return subjectOfParticiple(search, verb, fits);
  let found: Phrase | undefined;
  for (let at = 0; at < verb; at += 1) {
    if (!opensClause(search, at)) continue;
    const who = readPhrase(search, at);
    if (who === undefined || who.end > verb || !fits(who) || verbOf(search, who) !== verb) continue;
    if (verbAt(search, who.end) === verb) return who;
    found ??= who;
  }
  return found ?? sharedSubject(search, verb, fits);
}

/** "X rose and said": the subject of the verb before. */
function sharedSubject(
  search: PhraseSearch,
  verb: number,
  fits: (who: Phrase) => boolean,
): Phrase | undefined {
  const { tokens, words } = search;
  let before = verb - 1;
  while (before > 0 && isSkipped(tokens[before], words)) before -= 1;
  if (!words.conjunctions.has(tokens[before]?.key ?? '')) return undefined;
  for (let at = 0; at < before; at += 1) {
    const who = opensClause(search, at) ? readPhrase(search, at) : undefined;
    if (who === undefined || who.end > before) continue;
    if (who.kind === 'described' && !canSpeak(search, who)) continue;
    return fits(who) ? who : undefined;
  }
  return undefined;
}

function isSkipped(token: Token | undefined, words: SayingWords): boolean {
  if (token === undefined || words.conjunctions.has(token.key)) return false;
  return isAdverb(token, words) || words.auxiliaries.has(token.key);
}

/** "X took the stage, saying": whoever the sentence is about; "with X saying": X. */
function subjectOfParticiple(
  search: PhraseSearch,
  verb: number,
  fits: (who: Phrase) => boolean,
): Phrase | undefined {
  const { tokens, words } = search;
  for (let at = verb - 1; at >= 0; at -= 1) {
    const who = readPerson(search, at);
    if (who !== undefined && words.nonfinite.has(tokens[who.end]?.key ?? '')) return who;
  }
  for (let at = 0; at < verb; at += 1) {
    const who = opensClause(search, at) ? readPhrase(search, at) : undefined;
    if (who === undefined || who.end > verb) continue;
    if (who.kind === 'described' && !canSpeak(search, who)) continue;
    return fits(who) ? who : undefined;
  }
  return undefined;
}

export function opensClause({ tokens, words }: PhraseSearch, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (!before.isWord) return /^[,:;—–("'”’-]$/u.test(before.text);
  if (words.people.pairs.has(before.key) && isNamePair(tokens, at)) return false;
  // A short quotation (“Safety,” said X) is one word here.
  if (before.text === '“”' || words.subordinators.has(before.key)) return true;
  // "X said he replied": what is said is a clause of its own.
  return isAdverb(before, words) || words.speech.has(before.key);
}

/** "Ann Poole and Tom Hale". */
function isNamePair(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 2]?.isCapital === true && tokens[at]?.isCapital === true;
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
