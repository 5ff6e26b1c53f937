import { describe, expect, it } from '@jest/globals';
import { findLeadingStatements } from '../../../../src/summary/bullets/cuts/leading-statements.ts';
import { markCuts } from './mark-cuts.ts';

describe('what a sentence teases with', () => {
  it.each([
    '⟦He wears no uniform, but ⟧Emil Haug runs the port and its two ferries.',
    '⟦It was a cold year, but ⟧the council of Ostvik kept both ferries running.',
  ])('goes: %s', (marked) => {
    expect(markCuts(marked, findLeadingStatements)).toBe(marked);
  });

  it.each([
    ['it names somebody', 'Mara Lund wears no uniform, but Emil Haug runs the port of Ostvik.'],
    ['another pronoun follows', 'It was a cold year, but they kept both of the ferries running.'],
    ['a clause follows', 'She said the port was shut, but that the ferries would sail again.'],
    ['somebody claims it', 'He said it was cold, but the council kept both ferries running.'],
    ['little follows', 'It was a cold year, but the ferries sailed.'],
    ['a noun follows', 'It was not the ferry, but the old quay of the town of Ostvik.'],
  ])('stays where %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findLeadingStatements)).toBe(sentence);
  });
});
