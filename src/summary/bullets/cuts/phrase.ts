import type { BulletWords } from '../bullet-words.ts';
import { countWords, mustStay, type Clause, type Run } from '../clause.ts';
import { articleOf } from '../token.ts';
import { endsLikeParticiple, hasVerb } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 7;
const MAX_PHRASE_WORDS = 20;
/** A phrase may have commas of its own. */
export const MAX_COMMAS = 3;

/** "en el puerto", "reunido en Ostvik", "rendue lundi par". */
export function opensPhrase(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  const [opener, next] = [tokens[at], tokens[at + 1]];
  if (opener?.kind !== 'word' || next?.kind !== 'word') return false;
  if (words.leadOpeners.has(opener.lower)) return true;
  return isParticiple(clause, at);
}

/** "reunido en", "rendue lundi", "soupçonnés d'avoir". */
export function isParticiple({ tokens, words }: Clause, at: number): boolean {
  const { lower } = tokens[at] ?? { lower: '' };
  const next = articleOf(tokens[at + 1]);
  const others = [words.functionWords, words.numbers, words.timeOpeners, words.notVerbs];
  return (
    !others.some((those) => those.has(lower)) &&
    endsLikeParticiple(lower, words) &&
    [words.leadOpeners, words.weekdays, words.timeOpeners, words.complements].some((those) =>
      those.has(next),
    )
  );
}

/** A phrase without a statement of its own, and without anything that must stay. */
export function isIdle(clause: Clause, run: Run): boolean {
  const { tokens, words } = clause;
  const size = countWords(clause, run);
  const isJoined = tokens
    .slice(run.from, run.to + 2)
    .some(({ text }, at, all) => text === ',' && joins(all[at + 1]?.lower ?? '', words));
  return (
    size >= 2 &&
    size <= MAX_PHRASE_WORDS &&
    !isJoined &&
    !mustStay(clause, run) &&
    !hasQuoted(clause, run) &&
    !hasVerb(clause, run)
  );
}

/** Something between quotation marks; what stands in parentheses goes along. */
function hasQuoted({ tokens }: Clause, { from, to }: Run): boolean {
  return tokens
    .slice(from, to)
    .some(({ text, kind }) => kind === 'mark' && /["“”«»„‘]/u.test(text));
}

/** "y", "o": one of several follows. */
export function joins(word: string, { bareConnectives, alternatives }: BulletWords): boolean {
  return bareConnectives.has(word) || alternatives.has(word);
}

/** Whether a run says something alone, and does not break off: "quería saber por qué, a 114 metros, …". */
export function isWhole(clause: Clause, run: Run): boolean {
  const { tokens, words } = clause;
  const last = tokens[run.to - 1]?.lower ?? '';
  const isOpen = words.functionWords.has(last) || words.subordinators.has(last);
  return !isOpen && countWords(clause, run) >= MIN_MAIN_WORDS && hasVerb(clause, run);
}

/** "el", "un"; "al" is a preposition too. */
export function isArticle(
  word: string,
  { definites, indefinites, leadOpeners }: BulletWords,
): boolean {
  return (definites.has(word) || indefinites.has(word)) && !leadOpeners.has(word);
}
