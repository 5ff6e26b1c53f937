import { isRoleNoun } from '../../people/is-role-noun.ts';
import type { Token } from '../../people/tokens.ts';
import { isSpeaking } from './can-speak.ts';
import { isAdverb } from './is-adverb.ts';
import type { Phrase } from './phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';
import { readPerson } from './read-person.ts';
import type { SayingWords } from './words-of-saying.ts';

/** A description of somebody has no more words before its verb. */
const MAX_DESCRIPTION = 16;

/** "one of the aides", "the White House", "A spokesman for X": up to its verb, a comma or a relative clause. */
export function readDescription(search: PhraseSearch, at: number): Phrase | undefined {
  const { tokens, words } = search;
  const first = tokens[at];
  if (first === undefined || !opensDescription(first, words)) return undefined;
  let end = at + 1;
  while (end - at < MAX_DESCRIPTION && goesOn(search, end)) end += 1;
  end = endOfClause(search, end) ?? end;
  while (end - at > 1 && words.prepositions.has(tokens[end - 1]?.key ?? '')) end -= 1;
  if (end - at === 1 && words.people.articles.has(first.key)) return undefined;
  const [from, to] = [first.start, tokens[end - 1]?.end ?? first.end];
  return namedAtEnd(search, at, end) ?? { kind: 'described', from, to, start: at, end };
}

/** "an engineer who worked on the dam told": a clause without a comma before the verb belongs to the description. */
function endOfClause({ tokens, words }: PhraseSearch, at: number): number | undefined {
  if (!words.people.relatives.has(tokens[at]?.key ?? '')) return undefined;
  for (let end = at + 2; end < Math.min(tokens.length, at + MAX_DESCRIPTION); end += 1) {
    const token = tokens[end];
    if (token?.isWord !== true) return undefined;
    if (words.strong.has(token.key)) return end;
  }
  return undefined;
}

function opensDescription(token: Token, words: SayingWords): boolean {
  const { key } = token;
  if (!/^(?:\p{L}|\d+[-‐‑])/u.test(key) || words.obliques.has(key)) return false;
  if (words.quantifiers.has(key) || words.people.possessives.has(key)) return true;
  if (words.prepositions.has(key) || words.subordinators.has(key)) return false;
  if (words.speech.has(key) || words.nonfinite.has(key) || words.auxiliaries.has(key)) return false;
  if (words.infinitives.has(key)) return false;
  if (words.people.nounsAreCapital && !token.isCapital) return false;
  return !isAdverb(token, words) && !words.times.has(key);
}

function goesOn(search: PhraseSearch, at: number): boolean {
  const { tokens, words } = search;
  const token = tokens[at];
  if (token?.isWord !== true) return token !== undefined && /^[&'’]$/u.test(token.text);
  const { key } = token;
  if (isVerbBehindHead(search, at) || isVerbBehindName(search, at)) return false;
  if (words.people.nounsAreCapital && !isTiedInGerman(search, at)) return false;
  if (
    words.people.relatives.has(key) ||
    (words.auxiliaries.has(key) && !words.prepositions.has(key))
  )
    return false;
  if (isAdverb(token, words) && !token.isCapital) return false;
  const before = tokens[at - 1];
  const isNoun =
    token.isCapital ||
    before === undefined ||
    words.people.articles.has(before.key) ||
    words.people.possessives.has(before.key);
  if (words.speech.has(key) && !isNoun) return false;
  // "quoted a minister as saying".
  if (words.nonfinite.has(key) && !isNoun && endsLikeVerb(key, words)) return false;
  return (
    !words.subordinators.has(key) || words.prepositions.has(key) || words.people.pairs.has(key)
  );
}

/** German ties a noun to another by an article or "von": any other small word behind a noun begins something else. */
function isTiedInGerman({ tokens, words }: PhraseSearch, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || token.isCapital) return true;
  const { people, prepositions, conjunctions } = words;
  if (prepositions.has(token.key)) return people.belongs.has(token.key);
  if (before?.isCapital !== true || before.opensSentence) return true;
  return [people.articles, people.possessives, people.belongs, conjunctions].some((set) =>
    set.has(token.key),
  );
}

/** "The spokesman refused": behind the noun only what ties another to it goes on. */
function isVerbBehindHead({ tokens, words }: PhraseSearch, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || token.isCapital) return false;
  if (!isRoleNoun(before, words.people) || isRoleNoun(token, words.people)) return false;
  return endsLikeVerb(token.key, words);
}

/** "His daughter Ann disagrees": a small word behind a capital one begins something else, unless a noun comes soon. */
function isVerbBehindName({ tokens, words }: PhraseSearch, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before?.isCapital !== true || before.opensSentence || before.isPossessive) return false;
  if (token === undefined || token.isCapital || words.people.nounsAreCapital) return false;
  if (words.prepositions.has(token.key) || words.people.pairs.has(token.key)) return false;
  const soon = tokens.slice(at, at + 3);
  return !soon.some((next) => !next.isCapital && next.isWord && isSpeaking(next, words));
}

function endsLikeVerb(key: string, { people }: SayingWords): boolean {
  return people.verbEndings.some((ending) => key.endsWith(ending));
}

/** "the campaign’s chairman Ann Poole" and "another user, Ann Poole," are Ann Poole. */
function namedAtEnd(search: PhraseSearch, start: number, end: number): Phrase | undefined {
  const { tokens, words } = search;
  if (tokens[end]?.text === ',') {
    const named = readPerson(search, end + 1);
    const closing = named === undefined ? undefined : tokens[named.end];
    const isApposed =
      closing === undefined ||
      closing.text === ',' ||
      closing.text === '(' ||
      words.speech.has(closing.key);
    if (named !== undefined && isApposed && hasRoleNoun(search, start, end))
      return { ...named, start };
  }
  for (let at = Math.max(start + 1, end - 6); at < end; at += 1) {
    const named = readPerson(search, at);
    if (named?.end !== end) continue;
    const before = tokens[at - 1];
    if (
      before === undefined ||
      words.prepositions.has(before.key) ||
      words.people.pairs.has(before.key)
    )
      return undefined;
    // "the Poole slate card" is no Poole; "his daughter Ann disagrees" is Ann.
    if (isNounSoon(search, end) && !hasRoleNoun(search, start, end)) return undefined;
    return { ...named, start };
  }
  return undefined;
}

/** A small word that is no verb, adverb or preposition. */
function isNounSoon({ tokens, words }: PhraseSearch, at: number): boolean {
  const token = tokens[at];
  if (token?.isWord !== true || token.isCapital || isAdverb(token, words)) return false;
  const { speech, auxiliaries, prepositions, subordinators, people } = words;
  return ![speech, auxiliaries, prepositions, subordinators, people.finite, people.relatives].some(
    (set) => set.has(token.key),
  );
}

function hasRoleNoun({ tokens, words }: PhraseSearch, start: number, end: number): boolean {
  return tokens.slice(start, end).some((token) => isRoleNoun(token, words.people));
}
