import { findSayingBefore } from './find-saying.ts';
import { opensClause } from './opens-clause.ts';
import type { Phrase } from './phrase.ts';
import { readPhrase } from './read-phrase.ts';
import type { PhraseSearch } from './phrase-search.ts';
import type { Saying } from './saying.ts';

/** Who says what stands behind these words: a sentence that leads to a quotation. */
export function findIntroduction(search: PhraseSearch): Saying | undefined {
  const isColon = search.tokens.at(-1)?.text === ':';
  const named = isColon ? namedByColon(search) : undefined;
  if (named?.isAlone === true) return named;
  const saying = findSayingBefore(search);
  if (saying !== undefined || !isColon) return saying;
  if (named !== undefined) return named;
  const first = readPhrase(search, 0);
  if (first?.kind === 'described' && isText(search, first)) return { who: first };
  const who = findSubject(search);
  return who === undefined ? undefined : { who };
}

/** "The full statement", "Her letter": something written that goes on behind a colon. */
function isText({ tokens, words }: PhraseSearch, { start, end }: Phrase): boolean {
  const first = tokens[start]?.key ?? '';
  const isDefinite = words.people.articles.has(first) || words.people.possessives.has(first);
  const isOwned = tokens[start]?.isPossessive === true;
  return (
    (isDefinite || isOwned) && tokens.slice(start, end).some(({ key }) => words.voices.has(key))
  );
}

/** "Poole:", "A headline - Poole:" (the name stands alone), "More from Poole:". */
function namedByColon(search: PhraseSearch): (Saying & { readonly isAlone: boolean }) | undefined {
  const { tokens, words } = search;
  for (let at = Math.max(0, tokens.length - 8); at < tokens.length; at += 1) {
    const before = tokens[at - 1];
    if (before?.isWord === true && !words.prepositions.has(before.key)) continue;
    const who = readPhrase(search, at);
    if (who?.end !== tokens.length - 1) continue;
    const isAlone = before === undefined || /^[—–-]$/u.test(before.text);
    if (who.kind === 'person' || (who.kind === 'described' && isAlone)) return { who, isAlone };
  }
  return undefined;
}

/** The first name or pronoun at the front of a clause. */
export function findSubject(search: PhraseSearch): Saying['who'] | undefined {
  for (let at = 0; at < Math.min(search.tokens.length, 20); at += 1) {
    if (!opensClause(search, at)) continue;
    const who = readPhrase(search, at);
    if (who !== undefined && who.kind !== 'described') return who;
  }
  return undefined;
}
