import type { Token } from '../../people/tokens.ts';
import { verbAt, verbOf } from './find-verb.ts';
import { opensClause } from './opens-clause.ts';
import type { Phrase } from './phrase.ts';
import { canSpeak } from './can-speak.ts';
import { isAdverb } from './is-adverb.ts';
import { readPerson } from './read-person.ts';
import { readPhrase } from './read-phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';
import type { SayingWords } from './words-of-saying.ts';

/** The phrase at a clause's start whose verb this is: directly before it, else the leftmost. */
export function subjectOf(
  search: PhraseSearch,
  verb: number,
  fits: (who: Phrase) => boolean,
): Phrase | undefined {
  const { tokens, words } = search;
  if (!words.speech.has(tokens[verb]?.key ?? '')) return subjectOfParticiple(search, verb, fits);
  let found: Phrase | undefined;
  for (let at = 0; at < verb; at += 1) {
    if (!opensClause(search, at)) continue;
    const who = readPhrase(search, at);
    if (who === undefined || who.end > verb || !fits(who) || verbOf(search, who) !== verb) continue;
    if (verbAt(search, who.end) === verb) return who;
    found ??= who;
  }
  return found ?? sharedSubject(search, verb, fits);
}

/** "X rose and said": the subject of the verb before. */
function sharedSubject(
  search: PhraseSearch,
  verb: number,
  fits: (who: Phrase) => boolean,
): Phrase | undefined {
  const { tokens, words } = search;
  let before = verb - 1;
  while (before > 0 && isSkipped(tokens[before], words)) before -= 1;
  if (!words.conjunctions.has(tokens[before]?.key ?? '')) return undefined;
  for (let at = 0; at < before; at += 1) {
    const who = opensClause(search, at) ? readPhrase(search, at) : undefined;
    if (who === undefined || who.end > before) continue;
    if (who.kind === 'described' && !canSpeak(search, who)) continue;
    return fits(who) ? who : undefined;
  }
  return undefined;
}

function isSkipped(token: Token | undefined, words: SayingWords): boolean {
  if (token === undefined || words.conjunctions.has(token.key)) return false;
  return isAdverb(token, words) || words.auxiliaries.has(token.key);
}

/** "X took the stage, saying": whoever the sentence is about; "with X saying", "with one aide saying": X, the aide. */
function subjectOfParticiple(
  search: PhraseSearch,
  verb: number,
  fits: (who: Phrase) => boolean,
): Phrase | undefined {
  const { tokens, words } = search;
  for (let at = verb - 1; at >= 0; at -= 1) {
    const who = readPerson(search, at);
    if (who !== undefined && words.nonfinite.has(tokens[who.end]?.key ?? '')) return who;
  }
  const behind = tokens.slice(0, verb).findLastIndex(({ key }) => words.prepositions.has(key)) + 1;
  if (behind > 0 && words.quantifiers.has(tokens[behind]?.key ?? '')) {
    // "with one saying" is nobody who is known; "with one resident saying" is.
    if (behind === verb - 1) return undefined;
    const who = readPhrase(search, behind);
    if (who?.end === verb && canSpeak(search, who)) return who;
  }
  for (let at = 0; at < verb; at += 1) {
    const who = opensClause(search, at) ? readPhrase(search, at) : undefined;
    if (who === undefined || who.end > verb) continue;
    if (who.kind === 'described' && !canSpeak(search, who)) continue;
    return fits(who) ? who : undefined;
  }
  return undefined;
}
