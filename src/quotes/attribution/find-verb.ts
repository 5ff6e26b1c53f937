import type { Token } from '../../people/tokens.ts';
import type { Phrase } from './phrase.ts';
import { isAdverb } from './is-adverb.ts';
import type { PhraseSearch } from './phrase-search.ts';

/** Between a subject and its verb stand no more tokens: "X, a long description of X, said". */
const MAX_ASIDE = 45;

/** Behind adverbs and auxiliaries. */
export function skipAdverbs({ tokens, words }: PhraseSearch, at: number): number {
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

/** The verb of speech at a token, past adverbs and auxiliaries. */
export function verbAt(search: PhraseSearch, at: number): number | undefined {
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
export function lastVerb(search: PhraseSearch): number | undefined {
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

/** "X was told": the subject hears. */
export function isPassive({ tokens, words }: PhraseSearch, verb: number): boolean {
  if (!words.receiving.has(tokens[verb]?.key ?? '')) return false;
  const before = tokens[verb - 1]?.key ?? '';
  return words.people.copulas.has(before) || words.people.copulas.has(tokens[verb - 2]?.key ?? '');
}
