import type { BulletWords } from '../bullet-words.ts';
import type { Clause } from '../clause.ts';
import { articleOf, isCapital, type Token } from '../token.ts';
import type { Cut } from './cut.ts';

const MAX_FILLER_WORDS = 4;

/** ", however,", ", for example,", "also": what ties a sentence to others and tells nothing alone. */
export function findFillerCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const cuts: Cut[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.isNested) continue;
    if (token.text === ',') {
      const close = fillerEnd(clause, at + 1);
      if (close === undefined) continue;
      const start = tokens[at - 1]?.end ?? token.start;
      const isAtEnd = /^[.!?]$/u.test(tokens[close]?.text ?? '') || needsComma(clause, close + 1);
      cuts.push({
        start,
        end: isAtEnd ? (tokens[close - 1]?.end ?? start) : (tokens[close]?.end ?? start),
        rule: 'filler',
        cost: 0,
      });
    } else if (words.deletable.has(token.lower) && at > 0 && isBetweenWords(clause, at)) {
      cuts.push({
        start: tokens[at - 1]?.end ?? token.start,
        end: token.end,
        rule: 'filler',
        cost: 0,
      });
    }
  }
  return cuts;
}

/** "Should the port stay shut, however, they sail", "Ann Poole, left, Roy Holt and Ivy Hale": one comma was theirs anyway. */
function needsComma({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at];
  if (next === undefined || words.nounPointers.has(next.lower)) return false;
  return (
    isCapital(next) ||
    [words.openers, words.subjects, words.determiners].some((those) => those.has(next.lower)) ||
    // "Sur les bancs, en revanche, la maire", but "Ficam excluídos, porém, os barcos"
    (words.leadOpeners.has(tokens[0]?.lower ?? '') &&
      [words.definites, words.indefinites].some((those) => those.has(articleOf(next))))
  );
}

/** The index of the comma or stop behind a filler that starts here. */
function fillerEnd({ tokens, words }: Clause, from: number): number | undefined {
  let phrase = '';
  for (let at = from; at < from + MAX_FILLER_WORDS; at += 1) {
    phrase += `${phrase === '' ? '' : ' '}${tokens[at]?.lower ?? ''}`;
    const next = tokens[at + 1]?.text ?? '';
    if (words.fillers.has(phrase) && /^[,.!?]$/u.test(next)) return at + 1;
  }
  return undefined;
}

/** "has also said", not "not only … but also", "also known as" nor the measure in "a similarly priced boat". */
function isBetweenWords({ tokens, words }: Clause, at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before?.kind !== 'word' || next?.kind !== 'word') return false;
  return (
    !words.negations.has(before.lower) &&
    !isMeasure(tokens, words, at) &&
    before.lower !== 'but' &&
    // "invece di", "además de"
    !words.complements.has(next.lower) &&
    next.lower !== 'known' &&
    next.lower !== 'called'
  );
}

/** An adverb behind an article or a form of "be" that stands before no verb says how much, and of what. */
function isMeasure(tokens: readonly Token[], words: BulletWords, at: number): boolean {
  if (!words.measures.has(tokens[at]?.lower ?? '')) return false;
  const before = tokens[at - 1]?.lower ?? '';
  return words.determiners.has(before) || words.existential.has(before);
}
