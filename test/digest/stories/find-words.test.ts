import { describe, expect, it } from '@jest/globals';
import { findWords } from '../../../src/digest/stories/find-words.ts';

describe('wanted words', () => {
  it.each([
    ['in other letter case', 'STORM over Skelby', 'storm'],
    ['in the plural', 'Two storms over Skelby', 'storm'],
    ['in the singular', 'A storm over Skelby', 'Storms'],
    ['with and without accents', 'Un cafe nou', 'café'],
    ['with ss for ß', 'Die Strasse ist zu', 'Straße'],
    ['as a phrase', 'The climate of Skelby. Climate change is here', 'climate change'],
    ['as a phrase with a hyphen', 'A long-term plan', 'long term'],
    ['with an apostrophe of either kind', 'Skelby’s eels', "skelby's"],
    ['in German cases', 'In den Häusern der Stadt', 'häuser'],
    ['in Japanese', '港で鰻が見つかる', '鰻'],
  ])('are found %s', (_, text, word) => {
    expect(findWords(text, [word])).toBe(word);
  });

  it.each([
    ['inside other words', 'The brainstorm in Skelby', 'storm'],
    ['that only start alike', 'A marketing plan', 'market place'],
    ['that are short and have another ending', 'An aged cheese', 'age'],
    ['whose phrase is broken up', 'Climate and change', 'climate change'],
    ['that are nothing', 'Anything', ' - '],
  ])('are not found %s', (_, text, word) => {
    expect(findWords(text, [word])).toBeUndefined();
  });

  it('are named in the order in which they were wished for', () => {
    expect(findWords('eels and cod', ['tuna', 'cod', 'eels'])).toBe('cod');
  });

  it('are looked for in a bounded part of a text', () => {
    expect(findWords(`${'x '.repeat(500_000)}eels`, ['eels'])).toBeUndefined();
  });
});
