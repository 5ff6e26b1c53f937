import { describe, expect, it } from '@jest/globals';
import { findTokens, isCapital } from '../../../src/summary/bullets/token.ts';

const texts = (text: string): readonly string[] => findTokens(text, 0).map((token) => token.text);

describe('findTokens', () => {
  it.each([
    ['The ferry sank.', ['The', 'ferry', 'sank', '.']],
    ['It cost 4.2 million, or €1,200.', ['It', 'cost', '4.2', 'million', ',', 'or', '€1,200', '.']],
    ['a 45-year-old at 3:30', ['a', '45-year-old', 'at', '3:30']],
    ['The U.S. firm', ['The', 'U.S.', 'firm']],
    ['Mr. Brask and Dr. Lund', ['Mr.', 'Brask', 'and', 'Dr.', 'Lund']],
    ["Lund’s ferry -- Lund's", ['Lund’s', 'ferry', '--', "Lund's"]],
    ['Ostvik, Luleby', ['Ostvik', ',', 'Luleby']],
    ['1, 2, 3', ['1', ',', '2', ',', '3']],
    ['zwölf Fähren', ['zwölf', 'Fähren']],
    ['', []],
  ])('reads the words, numbers and marks of %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('gives the place of each in the paragraph', () => {
    const paragraph = 'It rained. The ferry sank off Ostvik.';
    const start = paragraph.indexOf('The');
    for (const token of findTokens(paragraph.slice(start), start))
      expect(paragraph.slice(token.start, token.end)).toBe(token.text);
  });

  it.each([
    ['She’s', "she's", 'she'],
    ['company’s', "company's", 'company'],
    ['They’ve', "they've", 'they'],
    ['I’m', "i'm", 'i'],
    ['ferry', 'ferry', 'ferry'],
  ])('knows the word without its ending: %s', (text, lower, base) => {
    expect(findTokens(text, 0)).toMatchObject([{ lower, base, kind: 'word' }]);
  });

  it.each([
    ['The mayor said “we lost” on air.', '“ we lost ”'],
    ['Die Chefin sagte »wir verloren« im Radio.', '» wir verloren «'],
    ['La maire a dit « on a perdu » à la radio.', '« on a perdu »'],
    ['Die Chefin sagte „wir verloren" im Radio.', '„ wir verloren "'],
    ['La sindaca ha detto “abbiamo perso“ alla radio.', '“ abbiamo perso “'],
    ['The mayor said "we lost" on air.', '" we lost "'],
    ['The ferry (an old one) sank.', '( an old one )'],
    ['Der Lotse sagte «wir sanken» im Funk.', '« wir sanken »'],
    ['The mayor said “we (all of us) lost” on air.', '“ we ( all of us ) lost ”'],
    ['The ferry sank.', ''],
  ])('knows what stands between marks: %s', (text, nested) => {
    const inside = findTokens(text, 0).filter(({ isNested }) => isNested);
    expect(inside.map((token) => token.text).join(' ')).toBe(nested);
  });

  it('goes on behind a mark that closes nothing', () => {
    const tokens = findTokens('sank) off the coast” of Ostvik', 0);
    expect(tokens.at(-1)).toMatchObject({ text: 'Ostvik', isNested: false });
  });
});

it('a capital is one in every script that has them', () => {
  const [first, second, third] = findTokens('Åse øst Жанна', 0);
  expect([first, second, third, undefined].map(isCapital)).toEqual([true, false, true, false]);
});
