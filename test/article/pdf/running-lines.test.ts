import { describe, expect, it } from '@jest/globals';
import { dropRunningLines, isPageNumber } from '../../../src/article/pdf/running-lines.ts';

describe('isPageNumber', () => {
  it.each([
    '7',
    '– 7 –',
    '[12]',
    'Page 7',
    'Page 7 of 12',
    'Seite 3 von 9',
    'Стр. 4',
    '第3页',
    '2/3',
    'xiv',
  ])('knows %s', (text) => expect(isPageNumber(text)).toBe(true));

  it.each(['7 boats', 'Page one', '2031-04-05', '12.5', 'mixed', ''])(
    'does not take %s for one',
    (text) => expect(isPageNumber(text)).toBe(false),
  );
});

describe('dropRunningLines', () => {
  const page = (number: number, body: string) => [
    { text: `The Gazette, no. ${number}`, y: 40 },
    { text: body, y: 400 },
    { text: `${number}`, y: 770 },
  ];

  it('drops what stands at the same height on several pages, whatever its numbers', () => {
    const { runs, cuts } = dropRunningLines(
      [page(1, 'One fish.'), page(2, 'Two fish.')],
      [792, 792],
    );
    expect(runs.flat().map(({ text }) => text)).toEqual(['One fish.', 'Two fish.']);
    expect(cuts.map(({ rule }) => rule).sort()).toEqual([
      'page-number',
      'page-number',
      'running-line',
      'running-line',
    ]);
  });

  it('keeps what repeats within the page and what stands at its head once', () => {
    const pages = [
      [
        { text: 'Tarn', y: 40 },
        { text: 'Chorus', y: 400 },
        { text: 'A last line', y: 700 },
      ],
      [
        { text: 'Moor', y: 40 },
        { text: 'Chorus', y: 400 },
        { text: 'Another last line', y: 700 },
      ],
    ];
    expect(dropRunningLines(pages, [792, 792]).cuts).toEqual([]);
  });
});
