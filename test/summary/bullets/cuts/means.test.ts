import { describe, expect, it } from '@jest/globals';
import { findMeans } from '../../../../src/summary/bullets/cuts/means.ts';
import { markCuts } from './mark-cuts.ts';

describe('how something was done', () => {
  it.each([
    'The council of Ostvik has saved the last ferry of the island⟦ by selling a crane and two old boats⟧.',
    'The council of Ostvik has saved the last ferry of the island⟦ by selling, pawning, and hiding its cranes⟧.',
    'A sailor who saved a boat off the coast of Norrland⟦ by lighting a lamp on the mast⟧ will be honoured in May, the port said.',
    'The firm from Luleby won the race to the island in June⟦ by sailing through the night⟧, the paper said.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findMeans)).toBe(row);
  });

  it.each([
    ['who did it', 'The old harbour wall of the town of Ostvik was hit by falling stones in May.'],
    [
      'who did it',
      'The loss of the port of Ostvik in May was caused in large part by falling prices.',
    ],
    [
      'a time',
      'The council of Ostvik will have closed the old ferry of the island by spring again.',
    ],
    [
      'a name',
      'The council of Ostvik has bought the new ferry of the island made by Boeing last May.',
    ],
    ['denied', 'The council of Ostvik did not save the ferry of the island by selling a crane.'],
    ['a limit', 'The port of Ostvik can save the ferry of the island only by selling its cranes.'],
    ['all there is', 'Haug saved the ferry by selling a crane.'],
    [
      'what the verb is still to come for',
      'The claim that the firm by selling cranes saved the ferry of the old port was denied.',
    ],
  ])('stays where it is %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findMeans)).toBe(sentence);
  });
});
