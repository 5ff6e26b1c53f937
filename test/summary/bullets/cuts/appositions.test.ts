import { expect, it } from '@jest/globals';
import { findAppositions } from '../../../../src/summary/bullets/cuts/appositions.ts';
import { markCuts } from './mark-cuts.ts';

it.each([
  'The town will sell the old northern quay to Brask Line⟦, a group that runs ferries⟧.',
  'The town will sell the old northern quay to Brask Line⟦, a maker of ferries,⟧ to pay its debts.',
  'The town will sell the old northern quay to Brask Line⟦, a maker of ferries⟧, Lund said.',
])('what a comma says of the word before it goes: %s', (row) => {
  expect(markCuts(row, findAppositions)).toBe(row);
});

it.each([
  ['most of the sentence', 'The prize went to Mara Lund, the mayor of the town of Ostvik.'],
  ['a thing of a list', 'The two divers of the old port took four nets, a rope and two oars.'],
  ['a thing of a list', 'The divers of the port took an oar, a net, a rope that was wet.'],
  ['the statement', 'Last May, when the town and the port fell out over eels, a ferry sank.'],
  ['a denial', 'The town sold the old northern quay to Brask Line, a firm that never paid.'],
  ['who decided it', 'A ferry that lay in the old port of Ostvik will be sold, a court has ruled.'],
  ['somebody’s words', 'The town sold the old northern quay to Brask Line, a “giant of the sea”.'],
])('it stays where it is %s: %s', (_, sentence) => {
  expect(markCuts(sentence, findAppositions)).toBe(sentence);
});
