import { describe, expect, it } from '@jest/globals';
import { findOccasions } from '../../../../src/summary/bullets/cuts/occasions.ts';
import { markCuts } from './mark-cuts.ts';

describe('where something was said', () => {
  it.each([
    'The ferry ran aground off Ostvik at night, Mara Lund said⟦ in a statement⟧.',
    'The ferry ran aground off Ostvik at night, Mara Lund said⟦ at a news conference in Luleby⟧.',
  ])('goes at the end: %s', (marked) => {
    expect(markCuts(marked, findOccasions)).toBe(marked);
  });

  it.each([
    ['what was said follows', 'Mara Lund of the port of Ostvik said in a statement that it sank.'],
    ['it tells where it happened', 'The ferry ran aground, Mara Lund said on a bench in Ostvik.'],
    ['little stands before it', 'Boats sank, Mara Lund, 71, said in a statement.'],
    ['little stands before it', 'Mara Lund said in a statement.'],
    ['it is denied', 'The ferry ran aground at night, said Mara Lund, but not in a statement.'],
  ])('stays where %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findOccasions)).toBe(sentence);
  });
});
