import { isRoleNoun } from '../../people/is-role-noun.ts';
import type { Token } from '../../people/tokens.ts';
import { isAdverb } from './is-adverb.ts';
import type { Phrase } from './phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';
import type { SayingWords } from './words-of-saying.ts';

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

/** Whether a description is of people: only then may a pronoun mean it. */
export function isOfPeople({ tokens, words }: PhraseSearch, { start, end }: Phrase): boolean {
  return tokens
    .slice(start, end)
    .some((token) => isRoleNoun(token, words.people) || words.quantifiers.has(token.key));
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

export function isSpeaking(token: Token, words: SayingWords): boolean {
  if (token.isCapital && !words.people.nounsAreCapital && !token.opensSentence) return true;
  if (isRoleNoun(token, words.people)) return true;
  const { key } = token;
  const singular = key.replace(/ies$/u, 'y').replace(/s$/u, '');
  return [key, singular].some(
    (word) =>
      words.voices.has(word) || words.people.orgWords.has(word) || words.people.roles.has(word),
  );
}
