import { describe, expect, it } from '@jest/globals';
import { findCircumstances } from '../../../../src/summary/bullets/cuts/circumstances.ts';
import { LAST_RESORT } from '../../../../src/summary/bullets/cuts/cut.ts';
import { markCuts, readClause } from './mark-cuts.ts';

describe('a circumstance without a comma', () => {
  it.each([
    'The council of the old port closed the northern quay⟦ after the dam had broken⟧.',
    'A pilot who took a boat was set free in the old port⟦ after paying a bond to the court⟧.',
    'The council of the old port closed the northern quay⟦ because the dam leaked⟧.',
    'The council of the old port closed the northern quay⟦ as the water kept rising⟧.',
    'The council of the old port closed the northern quay⟦ during the long debate⟧.',
    'The council of the old port closed the northern quay⟦ at a time when boats were scarce⟧.',
    'The council of the old port closed the northern quay⟦ and was thanked for it⟧.',
    'The council of the old port closed the northern quay⟦ after the dam broke⟧, Lund said.',
    'The council of the old port closed the northern quay⟦ as the dam broke, leaving boats on land⟧.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findCircumstances)).toBe(row);
  });

  it.each([
    ['a denial', 'The mayor of the old port did not resign last year because the dam leaked.'],
    ['a measure', 'The council of the old port closed the northern quay two days after it broke.'],
    ['a comparison', 'The new ferry of the old port is just as large and loud as the tug was.'],
    [
      'a comparison',
      'The port of the northern islands lost as many as 300 pilots who had worked there.',
    ],
    [
      'the statement that is still to come',
      'Last fall, when the old mayor of Ostvik spoke of the port in the north while it was closed, Emil Haug wept.',
    ],
    [
      'what somebody is seen as',
      'A sailor told the council of Ostvik on Monday that she saw Emil Haug as a friend after he sold her the boat.',
    ],
    ['what it is', 'The mayor of the old port was held up as living proof that the quay is safe.'],
    [
      'half a range',
      'The mayor spoke of her life at sea, from her first years when she was poor to the trial.',
    ],
    ['a condition', 'The ferry of the old port will sail to the islands as soon as it is mended.'],
    ['what is said', 'The mayor of the old port said that the boy fell in when the tug turned.'],
    ['what is told', 'The mayor told the council of the port during the debate that she would go.'],
    ['a verb', 'The mayor of the old port knows well that the use of the flag as a prop was bad.'],
    [
      'what a dash closes',
      'The firm of the old port -- whose ferries were stopped after the dam broke -- was closed.',
    ],
    [
      'who it is',
      'A tall sailor who came down with fever while he was in Ostvik arrived in Luleby.',
    ],
    [
      'what goes on',
      'The crew of the old port ran when the dam broke, and the ferry, a relic, sank.',
    ],
  ])('stays where it holds %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findCircumstances)).toBe(sentence);
  });

  it('goes only for want of anything else', () => {
    const sentence =
      'The council of the old port closed the northern quay after the dam had broken.';
    expect(findCircumstances(readClause(sentence))[0]?.cost).toBe(LAST_RESORT);
  });
});
