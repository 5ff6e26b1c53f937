import { describe, expect, it } from '@jest/globals';
import { findDefinitePhrases } from '../../../../src/summary/bullets/references/definite-phrases.ts';
import { readClause } from '../cuts/mark-cuts.ts';

function phrasesOf(sentence: string): readonly (readonly [string, boolean])[] {
  const clause = readClause(sentence);
  return findDefinitePhrases(clause, 'en').map(({ from, to, isExplained }) => [
    clause.tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
    isExplained,
  ]);
}

describe('findDefinitePhrases', () => {
  it.each([
    ['Nobody read the report.', 'report', false],
    ['Nobody read the annual report.', 'annual report', false],
    ['Nobody read the report of the county.', 'report', true],
    ['Nobody read the report that was lost.', 'report', true],
    ['Nobody read the report in Ostvik.', 'report', true],
    ['Nobody read the report in time.', 'report', false],
    ['Nobody read the Ostvik report.', 'Ostvik report', true],
    ['Nobody read the report in a day.', 'report', false],
    ['Nobody read the report immediately.', 'report', false],
    ['Nobody read the badly printed report.', 'badly printed report', false],
    ['Nobody read the 2031 report.', '2031 report', true],
    ['The report said little.', 'report', false],
    ['The 45-year-old said little.', '45-year-old', false],
    ['The company’s owner said little.', 'company’s', false],
  ])('%s', (sentence, phrase, isExplained) => {
    expect(phrasesOf(sentence)[0]).toEqual([phrase, isExplained]);
  });

  it('leaves out what stands between quotation marks, and what has another article', () => {
    expect(phrasesOf('Lund called it “the report” in a letter about a report.')).toEqual([]);
  });

  it('knows a noun by its stem, whatever its number', () => {
    const [one] = findDefinitePhrases(readClause('Nobody read the report.'), 'en');
    const [other] = findDefinitePhrases(readClause('Nobody read the reports.'), 'en');
    expect(one?.stem).toBe(other?.stem);
  });

  it('finds none in a language without words for it', () => {
    expect(findDefinitePhrases(readClause('Nobody read the report.', 'fi'), 'fi')).toEqual([]);
  });
});
