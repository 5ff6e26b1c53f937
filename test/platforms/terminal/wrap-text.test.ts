import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { wrapText } from '../../../src/platforms/terminal/wrap-text.ts';

describe('wrapText', () => {
  it('fills lines with whole words', () => {
    expect(wrapText('one two  three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks a word that is wider than the line', () => {
    expect(wrapText('a abcdefghij b', 4)).toEqual(['a ab', 'cdef', 'ghij', 'b']);
  });

  it('counts wide characters as two columns and loses none of them', () => {
    const text =
      '港は十一週間の修理を経て火曜日に再び開き、最初の船が四十人を乗せて出た。「長かった」と市長は言う。';
    const lines = wrapText(text, 20);
    expect(lines.join('')).toBe(text);
    for (const line of lines) {
      expect(stringWidth(line)).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[、。」]|「$/u);
    }
  });

  it('keeps joined emoji together', () => {
    expect(wrapText('👩‍🚀'.repeat(3), 4)).toEqual(['👩‍🚀👩‍🚀', '👩‍🚀']);
  });

  it('is quick with a long line without spaces', () => {
    expect(wrapText('x'.repeat(200_000), 80)).toHaveLength(2500);
  });

  it('makes nothing of nothing', () => {
    expect(wrapText('', 80)).toEqual([]);
  });
});
