import type { Token } from '../../people/tokens.ts';
import type { SayingWords } from './words-of-saying.ts';

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
