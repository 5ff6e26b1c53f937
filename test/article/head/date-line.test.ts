import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findDateLine, readDate } from '../../../src/article/head/date-line.ts';

describe('readDate', () => {
  it.each([
    ['2031-05-17T16:04:00.123+0200', '2031-05-17T16:04:00+02:00'],
    ['2031-05-17T00:00:00Z', '2031-05-17T00:00:00Z'],
    ['2031-05-17 10:11:12 UTC', '2031-05-17T10:11:12Z'],
    ['20240517T160400Z', '2024-05-17T16:04:00Z'],
    ['1715932800', '2024-05-17T08:00:00Z'],
    ['1715932800000', '2024-05-17T08:00:00Z'],
    ['Fri, 17 May 2024 16:04:00 GMT', '2024-05-17T16:04:00Z'],
    ['Fri May 17 16:04:00 EDT 2024', '2024-05-17T16:04:00-04:00'],
    [
      'Fri May 17 2024 16:04:00 GMT+0200 (Central European Summer Time)',
      '2024-05-17T16:04:00+02:00',
    ],
  ])('reads the machine form %j', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    ['17 May 2024', '2024-05-17'],
    ['July 4th, 2019', '2019-07-04'],
    ['3 Sept. 2019 at 5pm', '2019-09-03T17:00'],
    ['16:04, 17 May 2024', '2024-05-17T16:04'],
    ['17. Mai 2024, 16:04 Uhr', '2024-05-17T16:04'],
    ['17.05.2024 16:04', '2024-05-17T16:04'],
    ['17.5.24', '2024-05-17'],
    ['le 17 août 2024 à 16h04', '2024-08-17T16:04'],
    ['1er janvier 2020', '2020-01-01'],
    ['17 de mayo de 2024 a las 16:04', '2024-05-17T16:04'],
    ['17 de março de 2024', '2024-03-17'],
    ['17 maggio 2024', '2024-05-17'],
    ['17 mei 2024', '2024-05-17'],
    ['17 мая 2024 г. 16:04 МСК', '2024-05-17T16:04:00+03:00'],
    ['17 Şubat 2024 Cumartesi 16:04', '2024-02-17T16:04'],
    ['2024年5月17日 16時04分', '2024-05-17T16:04'],
    ['2024年5月17日下午4:04', '2024-05-17T16:04'],
    ['2024년 5월 17일 오후 4:04', '2024-05-17T16:04'],
    ['2024. 5. 17. 오후 4:04', '2024-05-17T16:04'],
    ['١٧ مايو ٢٠٢٤', '2024-05-17'],
    ['17 मई 2024', '2024-05-17'],
  ])('reads the written form %j', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    ['May 17, 2024, 4:04 a.m. ET', '2024-05-17T04:04:00-04:00'],
    ['January 17, 2024, 4:04 a.m. ET', '2024-01-17T04:04:00-05:00'],
    ['March 10, 2024, 1:59 a.m. ET', '2024-03-10T01:59:00-05:00'],
    ['March 10, 2024, 3:00 a.m. ET', '2024-03-10T03:00:00-04:00'],
    ['May 17, 2024, 4:04 p.m. PT', '2024-05-17T16:04:00-07:00'],
    ['May 17, 2024 16:04 CET', '2024-05-17T16:04:00+02:00'],
    ['17 January 2024 16:04 MEZ', '2024-01-17T16:04:00+01:00'],
    ['17 May 2024 06.00 BST', '2024-05-17T06:00:00+01:00'],
    ['17 December 2024 06.00 BST', '2024-12-17T06:00'],
    ['17 May 2024 19:08 IST', '2024-05-17T19:08'],
    ['Nov. 5, 2019, 5:03 PM CST', '2019-11-05T17:03:00-06:00'],
    ['5 Nov 2019 17:03 CST', '2019-11-05T17:03'],
  ])('gives %j the zone that it means on that day', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('reads numbers in the order that the page has, and not at all when both are possible', () => {
    expect(readDate('05/17/2024')).toBe('2024-05-17');
    expect(readDate('04/05/2024')).toBeUndefined();
    expect(readDate('04/05/2024', { dayFirst: true })).toBe('2024-05-04');
    expect(readDate('04/05/2024', { dayFirst: false })).toBe('2024-04-05');
  });

  it.each([
    '31 Feb 2024',
    '2024-13-01',
    '2023-02-29',
    'May 2024',
    '0001-01-01T00:00Z',
    'hello',
    '',
  ])('rejects %j', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('findDateLine', () => {
  it.each([
    ['Published: May 17, 2024', { published: '2024-05-17' }],
    ['Sunday, March 1, 2020', { published: '2020-03-01' }],
    ['May 17, 2024 · 5 min read', { published: '2024-05-17' }],
    ['Updated May 17, 2024 at 5:00 p.m.', { updated: '2024-05-17T17:00' }],
    ['Stand: 17.05.2024, 16:04 Uhr', { updated: '2024-05-17T16:04' }],
    [
      'Published May 17, 2024 Updated May 18, 2024',
      { published: '2024-05-17', updated: '2024-05-18' },
    ],
    [
      'Publié le 17 août 2024 à 16h04 - Mis à jour le 18 août 2024 à 10h00',
      { published: '2024-08-17T16:04', updated: '2024-08-18T10:00' },
    ],
    ['公開日2024年5月17日 更新日2024年5月18日', { published: '2024-05-17', updated: '2024-05-18' }],
    ['vor 3 Stunden', {}],
    ['Updated 2 hours ago', {}],
  ])('reads %j', (line, dates) => {
    expect(findDateLine(line)).toEqual(dates);
  });

  it.each([
    'On May 17, 2024 he died',
    'May 17, 2024 Oslo Harbour',
    'In May 2024',
    '2024',
    'Update',
    'Friday',
    '',
  ])('does not take %j for a date line', (line) => {
    expect(findDateLine(line)).toBeUndefined();
  });

  it('gives valid dates or nothing for any text', () => {
    const piece = fc.constantFrom(
      '17',
      '2024',
      '05',
      'May',
      '.',
      '/',
      ':',
      ' ',
      '-',
      'T',
      'Z',
      '年',
      'Updated',
      'p.m.',
      'ET',
      '99',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const date = readDate(pieces.join(''));
        if (date !== undefined) expect(Date.parse(date)).not.toBeNaN();
        findDateLine(pieces.join(''));
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
