import { describe, expect, it } from '@jest/globals';
import { findForms, renderForm } from '../../../../src/summary/bullets/form.ts';
import { inventedStory, lastLine } from '../invented-story.ts';

/** The last sentence as a bullet below nothing. */
function render(sentences: readonly string[]): string {
  const story = inventedStory([sentences.join(' ')]);
  const [form] = findForms(story, lastLine(story));
  return form === undefined
    ? ''
    : renderForm(story, form, { people: new Set(), stems: new Set() }).text;
}

const verrin = 'Mr. Verrin runs a ferry.';
const lund = 'Ms. Lund runs Ostvik.';

describe('a pronoun at the start', () => {
  it.each([
    [['Tomas Verrin left Ostvik.', verrin, 'He sails at dawn.'], 'Tomas Verrin sails at dawn.'],
    [['Mara Lund left Ostvik.', lund, 'She sails at dawn.'], 'Mara Lund sails at dawn.'],
    [
      ['Tomas Verrin left Ostvik.', verrin, 'He has a boat.', 'He sails at dawn.'],
      'Tomas Verrin sails at dawn.',
    ],
    // Whose given name tells nothing is what the pronoun says.
    [['Ysk Verrin left Ostvik.', verrin, 'She sails at dawn.'], 'She sails at dawn.'],
    [['Mayor Ysk Verrin left Ostvik.', 'She sails at dawn.'], 'Mayor Ysk Verrin sails at dawn.'],
  ])('becomes the name that the sentences before speak of: %j', (sentences, expected) => {
    expect(render(sentences)).toBe(expected);
  });

  it.each([
    ['an agency', 'OSTVIK (CNN) -- Tomas Verrin left Norrland.'],
    ['a day', 'Yesterday Mr. Verrin left Norrland.'],
    ['what sets the scene', 'At the harbour on Monday, Tomas Verrin left Norrland.'],
    ['what they said', 'The harbour was open, Mr. Tomas Verrin said.'],
    ['several who are no "he"', 'Tomas Verrin met women and sailors of Norrland.'],
    ['what they are themselves', 'Mr. Verrin, a sailor, left Norrland.'],
    ['a noun before another', 'Tomas Verrin has a student loan from Norrland.'],
  ])('becomes the name behind or before %s', (_, before) => {
    const named = 'Tomas Verrin left Ostvik. Mr. Verrin denies it.';
    expect(render([named, before, 'He sails at dawn.'])).toMatch(
      /^Tomas Verrin(?:, a sailor,)? sails at dawn\.$/u,
    );
  });

  it.each([
    ['behind what belongs to it', 'Friends of Tomas Verrin left Norrland.'],
    ['in a clause of its own', 'When Tomas Verrin left, a harbour was built.'],
    ['behind a verb', 'The harbour sent a letter to Tomas Verrin.'],
    ['beside another who may be meant', 'Tomas Verrin met a pilot of Norrland.'],
  ])('stays where the name stands %s', (_, before) => {
    const named = 'Tomas Verrin left Ostvik. Mr. Verrin denies it.';
    expect(render([named, before, 'He sails at dawn.'])).toBe('He sails at dawn.');
  });

  it.each([
    ['is of another gender', ['Tomas Verrin left Ostvik.', verrin, 'She sails at dawn.']],
    [
      'stands too far off',
      ['Tomas Verrin left.', verrin, 'It rained all day.', 'He sails at dawn.'],
    ],
    ['is one of two', ['Mr. Tomas Verrin met Mr. Ole Fenn in Ostvik.', 'He sails at dawn.']],
    ['is nobody', ['It rained in Ostvik all day.', 'He sails at dawn.']],
  ])('stays where the name %s: %j', (_, sentences) => {
    expect(render(sentences)).toBe(sentences.at(-1));
  });

  it('stays between quotation marks', () => {
    const said = '“He sails at dawn,” Lund said.';
    expect(render(['Tomas Verrin left Ostvik.', verrin, said])).toContain('“He sails at dawn,”');
  });

  it('stays where it is possessive', () => {
    expect(render(['Tomas Verrin left Ostvik.', verrin, 'His boat sails at dawn.'])).toContain(
      'His boat',
    );
  });
});

describe('an age that stands for a name', () => {
  const lede = 'Tomas Verrin, 45, left Ostvik. Mr. Verrin denies it.';

  it('becomes the name of the only one who is so old', () => {
    expect(render([lede, 'The 45-year-old sails at dawn.'])).toBe('Tomas Verrin sails at dawn.');
  });

  it.each([
    ['nobody is so old', [lede, 'The 46-year-old sails at dawn.']],
    [
      'two are so old',
      [lede, 'Ole Fenn, 45, left too. Mr. Fenn denies it.', 'The 45-year-old sails at dawn.'],
    ],
  ])('stays where %s', (_, sentences) => {
    expect(render(sentences)).toBe(sentences.at(-1));
  });
});
