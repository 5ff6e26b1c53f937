import { describe, expect, it } from '@jest/globals';
import { findRescueCuts } from '../../../../src/summary/bullets/cuts/rescue-cuts.ts';
import { findForms, renderForm } from '../../../../src/summary/bullets/form.ts';
import { inventedStory, lastLine } from '../invented-story.ts';
import { markCuts } from './mark-cuts.ts';

describe('what a sentence loses that would be told nowhere otherwise', () => {
  it.each([
    [
      'nl',
      'In Ostvik⟦, waar vorig jaar vier loodsen zonder opvolger vertrokken,⟧ is sinds maart geen enkele haven meer open.',
    ],
    [
      'nl',
      'De rederij van Ostvik vaart vanaf maandag niet meer naar de kleine eilanden⟦, die volgens haar geen steiger hebben⟧.',
    ],
    [
      'nl',
      'De haven van Ostvik blijft vanaf maandag de hele winter dicht⟦, omdat er geen loodsen te vinden zijn⟧.',
    ],
    [
      'nl',
      'De loodsen van Ostvik varen deze winter alleen nog overdag⟦, en dat doen ze volgens de rederij tot maart⟧.',
    ],
    [
      'de',
      'Die Reederei aus Ostvik hat ihre Fahrten zu den kleinen Inseln bis März eingestellt⟦, weil sie nach eigenen Angaben keine Lotsen findet⟧.',
    ],
    [
      'de',
      'Ein alter Fischer aus Ostvik⟦, der jahrelang fremde Boote verkauft haben soll,⟧ ist am Montag zu sechs Jahren Haft verurteilt worden.',
    ],
    [
      'de',
      'Die Reederei aus Ostvik will bis März rund 400 ihrer 3150 Stellen streichen⟦, die meisten davon auf der Insel⟧.',
    ],
    ['de', 'Die Fähre aus Luleby liegt seit Montag im alten Hafen fest⟦: Das Eis ist zu dick⟧.'],
  ])('in %s: %s', (language, row) => {
    expect(markCuts(row, findRescueCuts, language)).toBe(row);
  });

  it.each([
    [
      'one of several',
      'de',
      'An der Reederei aus Ostvik sind seit dem Mai beteiligt das Land, die Stadt und der Bund.',
    ],
    [
      'which ones are meant',
      'de',
      'Die alten Fischer aus Ostvik, die fremde Boote verkauft haben, sind am Montag verurteilt worden.',
    ],
    [
      'the reason of a denial',
      'nl',
      'De haven van Ostvik blijft vanaf maandag niet de hele winter dicht, omdat er te weinig loodsen zijn.',
    ],
    [
      'what a word before it announces',
      'de',
      'Die Reederei aus Ostvik hat ihre Fahrten zu den Inseln deshalb eingestellt, weil das Eis zu dick ist.',
    ],
    [
      'what somebody says',
      'nl',
      'De rederij van Ostvik zegt in een brief aan alle reizigers, dat de haven dicht blijft.',
    ],
    [
      'a clause behind which the sentence goes on',
      'nl',
      'De loodsen van Ostvik krijgen van de oude rederij, die al jaren klaagt, in maart een boete.',
    ],
    [
      'a second statement that denies something',
      'nl',
      'De loodsen van Ostvik varen deze winter alleen nog overdag, en dat willen ze niet.',
    ],
  ])('keeps %s: in %s: %s', (_, language, sentence) => {
    expect(markCuts(sentence, findRescueCuts, language)).toBe(sentence);
  });
});

/** The sentence in its shortest form. */
function barestOf(sentence: string, language: string): string | undefined {
  const story = inventedStory([sentence], { language });
  const form = findForms(story, lastLine(story)).at(-1);
  return form && renderForm(story, form, { people: new Set(), stems: new Set() }).text;
}

const LONG =
  'Na een storm die in de nacht van maandag op dinsdag over het eiland trok en waarbij vier boten en een kraan in de haven verloren gingen';
const LANG =
  'Nach einem Sturm, der in der Nacht von Montag auf Dienstag über die Insel zog und bei dem vier Boote und ein Kran im Hafen verloren gingen';

describe('the verb behind its subject, where all that stood before it goes', () => {
  it.each([
    [
      'nl',
      `${LONG}, heeft burgemeester Mara van den Brask de haven van Ostvik tot maart gesloten.`,
      'Burgemeester Mara van den Brask heeft de haven van Ostvik tot maart gesloten.',
    ],
    [
      'nl',
      `${LONG}, heeft Mara Brask (Lijst Haven) de haven van Ostvik tot maart gesloten.`,
      'Mara Brask (Lijst Haven) heeft de haven van Ostvik tot maart gesloten.',
    ],
    [
      'nl',
      `${LONG}, hebben de twee nieuwe rederijen op maandag de haven van Ostvik gesloten.`,
      'De twee nieuwe rederijen hebben op maandag de haven van Ostvik gesloten.',
    ],
    [
      'nl',
      `${LONG}, heeft de gemeente gisteren de oude haven van Ostvik tot maart gesloten.`,
      'De gemeente heeft gisteren de oude haven van Ostvik tot maart gesloten.',
    ],
    [
      'de',
      `${LANG}, hat die neue Bürgermeisterin am Montag den Hafen von Ostvik bis März geschlossen.`,
      'Die neue Bürgermeisterin hat am Montag den Hafen von Ostvik bis März geschlossen.',
    ],
  ])('in %s: %s', (language, sentence, expected) => {
    expect(barestOf(sentence, language)).toBe(expected);
  });

  it.each([
    ['nl', 'a subject that goes on', 'de burgemeester van Ostvik gisteren de haven'],
    ['nl', 'an adverb before its number', 'de amper 21-jarige loods gisteren de haven'],
    ['nl', 'a noun of which a clause tells', 'de loods die gisteren zonk de haven'],
    ['nl', 'one of two', 'de loods of de rederij gisteren de haven'],
    ['de', 'a noun with another in its second case', 'der Rat einer Stadt am Montag den Hafen'],
    ['nl', 'a pronoun', 'hij gisteren in Ostvik de oude haven tot maart'],
    ['de', 'a noun that may be its genitive', 'der Rat der Stadt den Hafen'],
    ['de', 'a name that may be its object', 'der Bürgermeister Ostvik'],
    ['de', 'another case', 'dem Hafen in Ostvik die Stadt'],
  ])('in %s not behind %s', (language, _, rest) => {
    const [lead, verb, end] =
      language === 'nl'
        ? [LONG, 'heeft', 'tot maart gesloten']
        : [LANG, 'hat', 'bis März geschlossen'];
    const sentence = `${lead}, ${verb} ${rest} ${end}.`;
    expect(barestOf(sentence, language)).toBe(sentence);
  });

  it('nor where somebody says so', () => {
    const sentence = `Volgens${LONG.slice(2)}, heeft de gemeente gisteren de haven gesloten.`;
    expect(barestOf(sentence, 'nl')).toBe(sentence);
  });
});
