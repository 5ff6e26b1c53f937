import { describe, expect, it } from '@jest/globals';
import { findModifierCuts } from '../../../../src/summary/bullets/cuts/modifier-cuts.ts';
import { markCuts } from './mark-cuts.ts';

describe('what tells which one it is of something new', () => {
  it.each([
    'A large house⟦ standing on the cliff of Ostvik⟧ has been sold to a man from Luleby.',
    'A large house⟦ standing 90 metres above the sea on the cliff⟧ has been sold to a man from Luleby.',
    'A young sailor⟦ who was seen on the quay of Ostvik⟧ will face no charges for the fire.',
    'An old pilot⟦ charged with the theft of a boat in Ostvik⟧ was set free on Friday.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findModifierCuts)).toBe(row);
  });

  it.each([
    ['known', 'The house standing on the cliff of Ostvik has been sold to a man from Luleby.'],
    ['every one', 'Sailors who were seen on the quay of Ostvik will face charges for the fire.'],
    [
      'its claim',
      'A young sailor who said he was seen on the quay will face charges for the fire.',
    ],
    ['its denial', 'A young sailor who was never seen on the quay will face charges for the fire.'],
    ['its statement', 'A report released in Ostvik found that the quay was not built of stone.'],
    ['a number of them', 'A boat named for 12 sailors lost at sea in May, was sold to a firm.'],
  ])('stays where it is %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findModifierCuts)).toBe(sentence);
  });
});
