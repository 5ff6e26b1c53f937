import type { Token } from '../../people/tokens.ts';
import { isAdverb } from './is-adverb.ts';
import type { PhraseSearch } from './phrase-search.ts';

/** Whether a subject may stand at a token: at a clause’s start. */
export function opensClause({ tokens, words }: PhraseSearch, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (!before.isWord) return /^[,:;—–("'”’-]$/u.test(before.text);
  if (words.people.pairs.has(before.key) && isNamePair(tokens, at)) return false;
  // A short quotation (“Never,” said X) is one word here.
  if (before.text === '“”' || words.subordinators.has(before.key)) return true;
  // "X said he replied": what is said is a clause of its own.
  return isAdverb(before, words) || words.speech.has(before.key);
}

/** "Ann Poole and Tom Hale". */
function isNamePair(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 2]?.isCapital === true && tokens[at]?.isCapital === true;
}
