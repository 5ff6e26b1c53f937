import { describe, expect, it } from '@jest/globals';
import { findTitle, isSaneTitle } from '../../../src/article/pdf/find-title.ts';
import type { Paragraph } from '../../../src/article/pdf/join-lines.ts';

const paragraph = (text: string, size: number): Paragraph => ({ text, size, lines: [] });
const page = [
  paragraph('THE TARN POST', 12),
  paragraph('A mill wheel turns again', 24),
  paragraph('After forty years the water is back.', 10),
];

describe('isSaneTitle', () => {
  it.each(['A mill wheel turns again', 'Ice', 'Der Bäcker von Halle 7'])('takes %s', (title) =>
    expect(isSaneTitle(title)).toBe(true),
  );

  it.each([
    '',
    'mill_v3_FINAL.indd',
    'Microsoft Word - mill.doc',
    'untitled',
    'Ohne Titel',
    'C:\\print\\mill',
    'https://example.org/mill',
    'IMG_2041',
    'tp4Layout1',
    '2031-04',
  ])('does not take %s', (title) => expect(isSaneTitle(title)).toBe(false));
});

describe('findTitle', () => {
  it('takes the largest text where the document states none', () => {
    expect(findTitle(page, '', 10).title).toBe('A mill wheel turns again');
  });

  it('takes the stated title where the page shows it', () => {
    expect(findTitle(page, 'The Tarn Post', 10).title).toBe('The Tarn Post');
  });

  it('takes the page at its word where the document states another', () => {
    expect(findTitle(page, 'Template for two columns', 10).title).toBe('A mill wheel turns again');
  });

  it('takes the stated title where nothing is larger than the text', () => {
    const plain = [paragraph('After forty years the water is back.', 10)];
    expect(findTitle(plain, 'A mill wheel turns again', 10)).toEqual({
      title: 'A mill wheel turns again',
      from: [],
    });
  });

  it('is empty where there is none', () => {
    expect(findTitle([], '', 10)).toEqual({ title: '', from: [] });
  });
});
