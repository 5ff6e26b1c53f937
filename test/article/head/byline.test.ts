import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanAuthors, findByline, readByline } from '../../../src/article/head/byline.ts';

describe('readByline', () => {
  it.each([
    ['By Mara Voss and Ilan Perez', ['Mara Voss', 'Ilan Perez']],
    ['By Mara Voss, Ilan Perez and Ugo Bo', ['Mara Voss', 'Ilan Perez', 'Ugo Bo']],
    ['By Mara Voss & Ilan Perez', ['Mara Voss', 'Ilan Perez']],
    ['Von Lena Kess und Jo Brand', ['Lena Kess', 'Jo Brand']],
    ['Ein Interview von Lena Kess', ['Lena Kess']],
    ['Par Lena Kess et Jo Brand', ['Lena Kess', 'Jo Brand']],
    ['Por Ana Ruiz y Luis Mas', ['Ana Ruiz', 'Luis Mas']],
    ['Di Anna Neri e Ugo Bo', ['Anna Neri', 'Ugo Bo']],
    ['Door Jan de Vries en Piet van der Berg', ['Jan de Vries', 'Piet van der Berg']],
    ['Автор: Иван Петров', ['Иван Петров']],
    ['作者：王小明', ['王小明']],
  ])('reads every name of %j', (line, names) => {
    expect(readByline(line)).toEqual(names);
  });

  it.each([
    ['MARA VOSS, Staff writer', ['Mara Voss']],
    ['By SHAUN MCGREGOR AND KEES VAN DER BERG', ['Shaun McGregor', 'Kees van der Berg']],
    ["By JEAN-PAUL O'BRIEN", ["Jean-Paul O'Brien"]],
    ['By Ana MCGREGOR', ['Ana McGregor']],
    ['By J. K. Voss Jr.', ['J. K. Voss Jr.']],
  ])('gives %j its proper case', (line, names) => {
    expect(readByline(line)).toEqual(names);
  });

  it.each([
    'By Mara Voss in Berlin',
    'By Mara Voss, Chief Political Correspondent',
    'By Mara Voss, Harbour News, Oslo',
    'By Mara Voss mara@example.org @mara',
    'By Mara Voss Updated May 17, 2031',
    'By Mara Voss Nov. 18, 2031 7:04 pm',
    'By Mara Voss | 2 April 2031',
    'Written by Mara Voss | Photographs by Ilan Perez',
    'By Mara Voss Photography by Ilan Perez',
    'Text: Mara Voss, Fotos: Ilan Perez',
    'Reporting by Mara Voss in Oslo; editing by Ilan Perez',
    'By Mara Voss for the Harbour Post',
    'Von Mara Voss und dpa',
    'By Mara Voss Mara Voss',
  ])('leaves out of %j what is no name', (line) => {
    expect(readByline(line)).toEqual(['Mara Voss']);
  });

  it('names a body when no person is named', () => {
    expect(readByline('By The Harbour Press')).toEqual(['The Harbour Press']);
  });

  it('is empty for a byline that names nobody', () => {
    expect(readByline('By Staff')).toEqual([]);
    expect(readByline('Posted by admin')).toEqual([]);
  });

  it.each([
    'By the time he arrived, the boats had gone.',
    'By Monday the snow had gone',
    'Von dort aus ging er weiter',
    'Por favor',
    'Par ailleurs',
    'Mara Voss',
    'Mara Voss is a staff writer.',
    'Mara Voss, 54, a nurse, died on Monday.',
    'Mara Voss, chief of the fire department, said',
  ])('does not take %j for a byline', (line) => {
    expect(readByline(line)).toBeUndefined();
  });

  it('finds a byline behind a date', () => {
    expect(readByline('2 April 2031 | by Mara Voss')).toBeUndefined();
    expect(findByline('2 April 2031 | by Mara Voss')).toEqual(['Mara Voss']);
  });
});

describe('cleanAuthors', () => {
  it.each([
    [['Mara Voss', 'mara voss'], ['Mara Voss']],
    [['By Mara Voss and Ilan Perez'], ['Mara Voss', 'Ilan Perez']],
    [['Voss, Mara'], ['Mara Voss']],
    [['https://example.org/mara', '@mara'], []],
    [['Mara Voss', 'Harbour News'], ['Mara Voss']],
    [['Harbour News'], ['Harbour News']],
    [['Staff'], []],
    [['Editor'], []],
    [['Mara Voss, Harbour News'], ['Mara Voss']],
    [['Mara Voss (Author)'], ['Mara Voss']],
    [['kelpfan'], ['kelpfan']],
  ])('makes of %j %j', (raw, names) => {
    expect(cleanAuthors(raw)).toEqual(names);
  });

  it('leaves the site out beside people', () => {
    expect(cleanAuthors(['Kelp Lane', 'Mara Voss'], 'Kelp Lane')).toEqual(['Mara Voss']);
  });

  it('never throws and stays bounded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 40 }),
        (raw) => {
          const names = cleanAuthors(raw);
          expect(names.length).toBeLessThanOrEqual(24);
          for (const name of names) expect(name.length).toBeLessThanOrEqual(400);
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });
});
