import { describe, expect, it } from '@jest/globals';
import { findSentences, splitSentences } from '../../src/text/sentences.ts';

const texts: readonly (readonly [language: string, sentences: readonly string[], gap?: string])[] =
  [
    [
      'en',
      [
        'Mr. Voss of the U.S. Navy arrived at 5 p.m. on Friday.',
        'He met Gen. A. Perez.',
        '“It is fine.”',
        'She left.',
      ],
    ],
    [
      'en',
      [
        'Sales of Acme Inc. rose 3.5 percent.',
        '"Really?" she asked.',
        'No. 5 is alive!',
        'He lives in Washington D.C.',
        'It rains.',
      ],
    ],
    [
      'de',
      [
        'Am 3. Mai traf Dr. Voss z. B. den Prof. Peter Kern.',
        'Er sagte: „Das ist gut.“',
        '„Nein!“, rief er.',
        'Das kostet 3,5 Mio. Euro.',
      ],
    ],
    ['fr', ['M. Dupont est arrivé.', '« Bonjour. »', 'Il est parti.']],
    ['ru', ['В 2031 г. мост закрыли.', 'Его починили?', 'Да!']],
    ['ar', ['هل هذا جيد؟', 'نعم.', 'هو هنا.']],
    ['hi', ['यह अच्छा है।', 'वह गया।']],
    ['zh', ['他说：“你好。”', '她笑了！', '真的吗？'], ''],
    ['ja', ['彼は「はい。」と言った。', 'そして帰った。'], ''],
  ];

const gluedTexts: readonly (readonly [text: string, sentences: readonly string[]])[] = [
  [
    'The pier shut in the storm.The ferry did not.',
    ['The pier shut in the storm.', 'The ferry did not.'],
  ],
  ['"It held," she said."We are glad of it."', ['"It held," she said.', '"We are glad of it."']],
  ['"It has held."Her crew was glad.', ['"It has held."', 'Her crew was glad.']],
  ['“It has held.”Her crew was glad.', ['“It has held.”', 'Her crew was glad.']],
  ['It has held.“Her crew was glad.”', ['It has held.', '“Her crew was glad.”']],
  ['"It has held. " Her crew was glad.', ['"It has held. "', 'Her crew was glad.']],
  [
    'See www.HarbourNews.example for more on Node.js now.',
    ['See www.HarbourNews.example for more on Node.js now.'],
  ],
  ['Sgt.Ola Lind rowed.', ['Sgt.Ola Lind rowed.']],
];

const wholeTexts: readonly (readonly [text: string, language?: string])[] = [
  ['"Why here?" Ola Lind asked.'],
  ['“Row!” Lind shouted.'],
  ['4. A rope that holds'],
  ['... and then it rained'],
  ['He met J. K. Lind on Sat. Nov. 3 at the pier.'],
  ['Lind joined al Marsa F.C. Rovers.'],
  ['Er kam am 4. Juni mit Prof. Lind an.', 'de'],
];

const parted: readonly (readonly [sentences: readonly string[], language?: string])[] = [
  [['There he sat.', 'Lind rowed into the sun.', 'Waves came.']],
  [['It was plan B.', 'The other failed.']],
  [['She sells boats.', 'eBoat is the largest.']],
  [['"Why here?"', 'The rope was torn.']],
  [['Er malt Art.', 'Lind rudert.'], 'en'],
  [['Luleby siegte mit 2:0.', 'Rudern kann Lind auch.'], 'de'],
];

describe('splitSentences', () => {
  it.each(texts)('finds the sentences of a text in %s', (language, sentences, gap = ' ') => {
    expect(splitSentences(sentences.join(gap), language)).toEqual(sentences);
  });

  it('gives a text without an end as one sentence', () => {
    expect(splitSentences('  no end here  ')).toEqual(['no end here']);
    expect(splitSentences(' ')).toEqual([]);
  });

  it.each(gluedTexts)('finds sentences where a space was lost: %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it.each(wholeTexts)('keeps together what is one sentence: %s', (text, language = 'en') => {
    expect(splitSentences(text, language)).toEqual([text]);
  });

  it.each(parted)('parts %j', (sentences, language = 'en') => {
    expect(splitSentences(sentences.join(' '), language)).toEqual(sentences);
  });

  it.each(['"', '." ', '.A', '."Aa ', '... ', '1. ', 'x."', '?" A a', '.” ”', 'Aa.Bb '])(
    'reads a megabyte of %j in no time',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      const before = performance.now();
      findSentences(text);
      expect(performance.now() - before).toBeLessThan(2000);
    },
  );

  it('tells where they stand', () => {
    expect(findSentences('One.  Two!')).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 10 },
    ]);
  });
});
