import { describe, expect, it } from '@jest/globals';
import { countWords, stopWordsOf, wordsIn } from '../../src/text/words.ts';

describe('countWords', () => {
  it('counts words, and two signs as one where words are not parted', () => {
    expect(countWords('It isn’t well-known, is it?')).toBe(5);
    expect(countWords('再也没有人见过它')).toBe(4);
    expect(countWords('… — !')).toBe(0);
  });
});

describe('wordsIn', () => {
  it('keeps apostrophes and inner hyphens', () => {
    expect(wordsIn('It isn’t well-known.')).toEqual(['It', 'isn’t', 'well-known']);
  });
});

describe('stopWordsOf', () => {
  it('knows no stop words of a language that it does not know', () => {
    expect(stopWordsOf('de').has('und')).toBe(true);
    expect(stopWordsOf('xx').size).toBe(0);
  });
});
