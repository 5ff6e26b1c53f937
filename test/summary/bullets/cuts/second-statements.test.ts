import { describe, expect, it } from '@jest/globals';
import { findSecondStatements } from '../../../../src/summary/bullets/cuts/second-statements.ts';
import { markCuts } from './mark-cuts.ts';

describe('a second statement', () => {
  it.each([
    'The council approved the bridge after a long debate⟦, and the mayor went home⟧.',
    'The mayor opened the fair in the old harbour⟦; the band played all night⟧.',
    'The mayor said the old ferry of the port would sail again in May⟦, and added that all would be told⟧.',
    'The mayor said the old ferry of the port would sail again in May⟦, and added that all would be told⟧, the paper reported.',
    'The ferry sank with all of its crew⟦, and the harbour was closed⟧, a coastguard said.',
  ])('goes: %s', (row) => {
    expect(markCuts(row, findSecondStatements)).toBe(row);
  });

  it.each([
    ['denies', 'The ferry sank with its crew, and the firm denied a leak, a coastguard said.'],
    [
      'has the verb of two',
      'The mayor said the noise of the port, and the smell of its many sheds, was driving people away.',
    ],
    [
      'is all of a time',
      'A year after the dam was built, and long after it broke, the port is dry.',
    ],
    [
      'tells of more than claims',
      'The mayor bought the old ferry of the port, but sold it in May.',
    ],
    [
      'limits what was said',
      'The mayor said the ferry would sail in May, but added that it leaked.',
    ],
    ['denies', 'The mayor said the ferry would sail in May, and added that it was not safe.'],
    ['completes a denial', 'The point is not to mend the old quay; it is to leave it to the sea.'],
    ['says who claims both', 'The bridge is safe and the port is too, and the report says so.'],
    ['is the second half of a pair', 'The council approved the bridge, the tunnel and the port.'],
    ['stands behind a few words', 'It rained, and the mayor went home.'],
    ['holds somebody’s words', 'The council closed the quay last spring, and Lund was “glad”.'],
  ])('stays where it %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findSecondStatements)).toBe(sentence);
  });

  it('goes behind an adverbial too', () => {
    const row =
      'The council closed the old quay in the spring⟦, and the market moved to the square⟧.';
    expect(markCuts(row, findSecondStatements)).toBe(row);
  });

  it.each([
    [
      'the end of a list',
      'The fee was paid by the bakers, brewers, and the millers who lost water.',
    ],
    [
      'a verb of a relative clause only',
      'The mayor thanked the crews of Ostvik, and the divers who came.',
    ],
  ])('is not %s: %s', (_, sentence) => {
    expect(markCuts(sentence, findSecondStatements)).toBe(sentence);
  });
});
