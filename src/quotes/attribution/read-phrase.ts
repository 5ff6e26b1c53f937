import type { Phrase } from './phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';
import { readDescription } from './read-description.ts';
import { readPerson } from './read-person.ts';

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
