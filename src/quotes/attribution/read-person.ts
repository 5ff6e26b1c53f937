import { isRoleNoun } from '../../people/is-role-noun.ts';
import { POST_NOMINALS } from '../../people/lexicon.ts';
import type { Token } from '../../people/tokens.ts';
import type { Phrase } from './phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';

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
