import { describe, expect, it } from '@jest/globals';
import { findFillerCuts } from '../../../../src/summary/bullets/cuts/filler-cuts.ts';
import { markCuts } from './mark-cuts.ts';

describe('what ties a sentence to others', () => {
  it.each([
    'The mayor⟦, however,⟧ stayed in office.',
    'Should the quay stay shut⟦, however⟧, they would sail to Luleby.',
    'The oddest thing about the ferry is⟦, however,⟧ that it sails.',
    'The mayor⟦, of course,⟧ stayed in office.',
    'The mayor⟦, for her part,⟧ stayed in office.',
    'The mayor stayed in office⟦, however⟧.',
    'The governor resigned⟦, too⟧.',
    'The mayor⟦ also⟧ signed the plan.',
    'The harbour board has⟦ also⟧ asked for rent.',
    'The pilot⟦, meanwhile,⟧ waited for the tide⟦, though⟧.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findFillerCuts)).toBe(row);
  });

  it.each([
    'However hard the crew tried, the ferry sank.',
    'Not only the mayor but also the governor signed the plan.',
    'The singer, also known as Brask, left the stage.',
    'The eel is also called the silver snake of the bay.',
    'The soup was too hot for the children.',
    'The mayor spoke of the plan for example two.',
    'Lund called the plan “a mistake, however, worth making” in a letter.',
    'Lund wrote that she “also signed the plan” in a letter.',
    'The judge, Kari Aaberg, sent the pilot to prison.',
    'Also the governor signed the plan.',
    'Ferries to Luleby are similarly cheap in winter.',
    'The board chose a similarly old ferry for the route.',
  ])('stays: %s', (sentence) => {
    expect(markCuts(sentence, findFillerCuts)).toBe(sentence);
  });

  it('goes in German and French too', () => {
    const german = 'Die Reederei⟦, allerdings,⟧ schweigt.';
    expect(markCuts(german, findFillerCuts, 'de')).toBe(german);
    const french = 'La compagnie⟦, cependant,⟧ refuse de parler.';
    expect(markCuts(french, findFillerCuts, 'fr')).toBe(french);
  });
});

it.each([
  ['fr', 'Sur les bancs du port⟦, en revanche⟧, la maire a souri.'],
  ['pt', 'Ficam excluídos⟦, porém,⟧ os barcos do porto.'],
  ['fr', 'Le port a⟦ toutefois⟧ fermé deux quais.'],
  ['it', 'Il porto ha⟦ invece⟧ chiuso due moli.'],
  ['it', 'Il porto ha chiuso due moli invece di uno.'],
  ['es', 'El puerto ha⟦ además⟧ cerrado dos muelles.'],
])('what ties a sentence to others goes in %s too: %s', (language, row) => {
  expect(markCuts(row, findFillerCuts, language)).toBe(row);
});
