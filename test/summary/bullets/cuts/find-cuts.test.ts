import { describe, expect, it } from '@jest/globals';
import { findCuts } from '../../../../src/summary/bullets/cuts/find-cuts.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('findCuts', () => {
  it('finds what every rule finds, in the order of the words', () => {
    const row =
      '⟦OSTVIK — ⟧⟦However, ⟧the old ferry⟦ (pictured)⟧ struck the breakwater⟦ on Tuesday⟧ off the coast⟦, leaving a hole in the wall⟧.';
    expect(markCuts(row, findCuts)).toBe(row);
    const rules = findCuts(readClause(row.replace(/[⟦⟧]/gu, ''))).map(({ rule }) => rule);
    expect(rules).toEqual(['dateline', 'connective', 'parenthesis', 'day', 'final-clause']);
  });

  it.each([
    'The council of Ostvik approved a new fee for small boats.',
    'Two passengers drowned, and 59 people were pulled from the water within an hour.',
    'The ferry, the tug and the pilot boat were sold to a firm in Spain.',
    'Mara Lund, mayor of Ostvik, said the fee would not rise if the state paid.',
    'Lund said: “However, we also paid tax on Tuesday — for nothing.”',
  ])('leaves alone what says something: %s', (sentence) => {
    expect(markCuts(sentence, findCuts)).toBe(sentence);
  });

  it('leaves languages alone that it does not know', () => {
    const sentence = 'Laiva (vanha), joka oli vuotanut, upposi — ehkä — tiistaina.';
    const rules = findCuts(readClause(sentence, 'fi')).map(({ rule }) => rule);
    expect(rules).not.toContain('relative-clause');
    expect(rules).not.toContain('final-clause');
    expect(rules).not.toContain('day');
  });

  it('gives places that lie inside the sentence, none of them empty', () => {
    const offset = 40;
    const text = 'But the old ferry (pictured), which was new, sank on Tuesday, leaving a hole.';
    const clause = readClause(`${' '.repeat(offset)}${text}`);
    for (const { start, end } of findCuts(clause)) {
      expect(start).toBeGreaterThanOrEqual(offset);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(offset + text.length);
    }
  });
});
