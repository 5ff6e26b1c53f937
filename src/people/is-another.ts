import { isRoleNoun } from './is-role-noun.ts';
import { givenNameGender } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Whether words name somebody else: "Senator Roy Hale" beside a name is who stands next in a list, and no description. */
export function isAnother(words: readonly Token[], lexicon: Lexicon): boolean {
  for (const [at, token] of words.entries()) {
    if (isFullName(words, at))
      return at === 0 ? isAlone(words, lexicon) : isTitled(words, at, lexicon);
    // "aide to Senator Roy Hale": what follows belongs to the description.
    const ties = [lexicon.belongs, lexicon.prepositions, lexicon.relatives];
    if (isOwner(token) || ties.some((tie) => tie.has(token.key))) return false;
  }
  return false;
}

/** Not "Ann Hale supporter", nor "Ann Hale’s aide". */
function isAlone(words: readonly Token[], lexicon: Lexicon): boolean {
  const last = words.at(-1);
  return !words.some(isOwner) && (last === undefined || !isRoleNoun(last, lexicon));
}

function isOwner({ isPossessive }: Token): boolean {
  return isPossessive;
}

/** A given name that is known, and a word with a capital. */
function isFullName(words: readonly Token[], at: number): boolean {
  const [given, surname] = [words[at], words[at + 1]];
  if (given?.isCapital !== true || given.isPossessive) return false;
  return surname?.isCapital === true && givenNameGender(given.key) !== undefined;
}

function isTitled(words: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const before = words[at - 1];
  if (before === undefined || words[at + 1]?.isPossessive === true) return false;
  const isTitle = lexicon.offices.has(before.key) || lexicon.honorifics.has(before.key);
  return isTitle || isRoleNoun(before, lexicon);
}
