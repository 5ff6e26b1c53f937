import { bulletWordsOf } from '../../../../src/summary/bullets/read-bullet-words.ts';
import type { Clause } from '../../../../src/summary/bullets/clause.ts';
import type { Cut } from '../../../../src/summary/bullets/cuts/cut.ts';
import { findTokens } from '../../../../src/summary/bullets/token.ts';

export type FindCuts = (clause: Clause) => readonly Cut[];

export function readClause(sentence: string, language = 'en'): Clause {
  return { tokens: findTokens(sentence, 0), words: bulletWordsOf(language) };
}

/**
 * The sentence with what a rule would cut between ⟦ and ⟧. Such marks in what is given are taken away first, so that a
 * table can give a sentence as it must come out: `expect(markCuts(row, find)).toBe(row)`.
 */
export function markCuts(marked: string, find: FindCuts, language = 'en'): string {
  const sentence = marked.replace(/[⟦⟧]/gu, '');
  const cuts = [...find(readClause(sentence, language))].sort((a, b) => b.start - a.start);
  return cuts
    .filter((cut, at) => cut.start !== cuts[at - 1]?.start || cut.end !== cuts[at - 1]?.end)
    .reduce(
      (text, { start, end }) =>
        `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`,
      sentence,
    );
}
