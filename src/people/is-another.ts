import { givenNameGender } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Whether words name somebody else: "Senator Roy Poole" beside a name is who stands next in a list, and no description. */
export function isAnother(words: readonly Token[], lexicon: Lexicon): boolean {
  return words.some((token, at) => {
    const next = words[at + 1];
    if (next === undefined || !token.isCapital || !next.isCapital) return false;
    const isOffice = lexicon.offices.has(token.key) || lexicon.honorifics.has(token.key);
    return (
      isOffice &&
      givenNameGender(next.key) !== undefined &&
      words.slice(0, at).every(({ isCapital }) => isCapital) &&
      words.slice(at).every(({ isCapital, isWord }) => isCapital || !isWord)
    );
  });
}
