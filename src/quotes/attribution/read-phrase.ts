import { isRoleNoun } from '../../people/is-role-noun.ts';
import { POST_NOMINALS } from '../../people/lexicon.ts';
import type { Mention } from '../../people/person.ts';
import type { Token } from '../../people/tokens.ts';
import type { Phrase } from './phrase.ts';
import type { SayingWords } from './words-of-saying.ts';

/** A mention and whose it is. */
export interface PlacedMention {
  readonly person: number;
  readonly mention: Mention;
}

/** Names of a paragraph by the place where they begin, with and without title. */
export type MentionsByStart = ReadonlyMap<number, PlacedMention>;

/** What phrases are read with. */
export interface PhraseSearch {
  readonly paragraph: number;
  /** Whether the tokens are a whole sentence, and not the part before or behind a quotation. */
  readonly isClosed: boolean;
  readonly tokens: readonly Token[];
  readonly mentions: MentionsByStart;
  readonly words: SayingWords;
}

/** A description of somebody has no more words before its verb. */
const MAX_DESCRIPTION = 16;

/** Who is named, described or meant by a pronoun at a token, if anybody. */
export function readPhrase(search: PhraseSearch, at: number): Phrase | undefined {
  const token = search.tokens[at];
  if (token?.isWord !== true) return undefined;
  if (search.words.pronouns.has(token.key)) {
    const gender = search.words.pronouns.get(token.key);
    return { kind: 'pronoun', key: token.key, gender, start: at, end: at + 1 };
  }
  return readPerson(search, at) ?? readDescription(search, at);
}

/** A name that is no owner of what follows ("Poole’s aide" is the aide). */
export function readPerson(search: PhraseSearch, at: number): Phrase | undefined {
  const { tokens } = search;
  const placed = search.mentions.get(tokens[at]?.start ?? -1);
  if (placed === undefined) return undefined;
  let end = at;
  while ((tokens[end]?.end ?? Infinity) <= placed.mention.name.end) end += 1;
  if (end === at || tokens[end - 1]?.isPossessive === true) return undefined;
  while (isHonour(tokens[end])) end += 1;
  if (isPossessiveMark(tokens, end) || isPair(search, end)) return undefined;
  const { person, mention } = placed;
  // "Poole adviser" is no Poole.
  const next = tokens[end];
  if (next !== undefined && next.isWord && isAttribute(next, search)) return undefined;
  return { kind: 'person', person, nameStart: mention.name.start, start: at, end };
}

/** "Roy Poole QC": behind a name, and no part of it. */
function isHonour(token: Token | undefined): boolean {
  return token?.isCapital === true && POST_NOMINALS.has(token.key);
}

/** "Rogers’ aide". */
function isPossessiveMark(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  return mark !== undefined && /^['’]$/u.test(mark.text) && mark.start === tokens[at - 1]?.end;
}

/** "Poole and Hale said": two say it. */
function isPair(search: PhraseSearch, at: number): boolean {
  const { tokens, mentions, words } = search;
  return words.people.pairs.has(tokens[at]?.key ?? '') && mentions.has(tokens[at + 1]?.start ?? -1);
}

/** A noun directly behind a name makes the name its attribute. */
function isAttribute(next: Token, { words }: PhraseSearch): boolean {
  if (next.isCapital) return !words.people.nounsAreCapital && !words.people.weekdays.has(next.key);
  const { key } = next;
  if (words.speech.has(key) || words.auxiliaries.has(key) || words.people.finite.has(key))
    return false;
  return isRoleNoun(next, words.people) || words.people.orgWords.has(key);
}

/** "one of the aides", "the White House", "A spokesman for X": up to its verb, a comma or a relative clause. */
function readDescription(search: PhraseSearch, at: number): Phrase | undefined {
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

export function isAdverb(token: Token | undefined, words: SayingWords): boolean {
  if (token === undefined) return false;
  if (words.adverbs.has(token.key)) return true;
  if (words.voices.has(token.key) || words.people.roles.has(token.key)) return false;
  return (
    !token.isCapital &&
    token.key.length > 4 &&
    words.adverbEndings.some((ending) => token.key.endsWith(ending))
  );
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

/** "Barth meint:" and "…, so Barth": where nouns have capitals, one alone beside a verb of plain saying is a name. */
function isBareSubject({ tokens, words }: PhraseSearch, { start, end }: Phrase): boolean {
  if (!words.people.nounsAreCapital) return false;
  if (!tokens.slice(start, end).every(({ isCapital }) => isCapital)) return false;
  const before = tokens[start - 1]?.key ?? '';
  const isBehind =
    start <= 2 && (words.strong.has(before) || words.according.some(([word]) => word === before));
  return isBehind || words.strong.has(tokens[end]?.key ?? '');
}

/** Whether a description is of people: only then may a pronoun mean it. */
export function isOfPeople({ tokens, words }: PhraseSearch, { start, end }: Phrase): boolean {
  return tokens
    .slice(start, end)
    .some((token) => isRoleNoun(token, words.people) || words.quantifiers.has(token.key));
}

/** Whether a description is of somebody or something that can speak: a noun for a person, an organisation, a text. */
export function canSpeak(search: PhraseSearch, who: Phrase): boolean {
  const { tokens, words } = search;
  const { start, end } = who;
  if (isBareSubject(search, who)) return true;
  const phrase = tokens.slice(start, end);
  const last = phrase.findIndex((token, at) => at > 0 && (endsHead(token, words) || !token.isWord));
  const head = last === -1 ? phrase : phrase.slice(0, last);
  if (isNameByVerb(search, head, who)) return true;
  return (head.length > 0 && isOneOf(head, words) ? phrase : head).some((token) =>
    isSpeaking(token, words),
  );
}

/** "Poole said" at a sentence's start: a lone capital word that a verb of speech follows is a name. */
function isNameByVerb(
  { tokens, words }: PhraseSearch,
  head: readonly Token[],
  { end }: Phrase,
): boolean {
  const [first] = head;
  if (head.length !== 1 || first?.isCapital !== true || words.people.starts.has(first.key))
    return false;
  let verb = end;
  while (isAdverb(tokens[verb], words)) verb += 1;
  return words.speech.has(tokens[verb]?.key ?? '');
}

/** Behind the head stands what it is of: in German a genitive too. */
function endsHead({ key }: Token, { prepositions, people }: SayingWords): boolean {
  return prepositions.has(key) || (people.nounsAreCapital && people.articles.has(key));
}

/** In "one of the aides" the noun comes later. */
function isOneOf(head: readonly Token[], words: SayingWords): boolean {
  return head.every(({ key }) => words.quantifiers.has(key));
}

function isSpeaking(token: Token, words: SayingWords): boolean {
  if (token.isCapital && !words.people.nounsAreCapital && !token.opensSentence) return true;
  if (isRoleNoun(token, words.people)) return true;
  const { key } = token;
  const singular = key.replace(/ies$/u, 'y').replace(/s$/u, '');
  return [key, singular].some(
    (word) =>
      words.voices.has(word) || words.people.orgWords.has(word) || words.people.roles.has(word),
  );
}
