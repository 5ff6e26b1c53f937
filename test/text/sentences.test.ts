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

describe('splitSentences', () => {
  it.each(texts)('finds the sentences of a text in %s', (language, sentences, gap = ' ') => {
    expect(splitSentences(sentences.join(gap), language)).toEqual(sentences);
  });

  it('gives a text without an end as one sentence', () => {
    expect(splitSentences('  no end here  ')).toEqual(['no end here']);
    expect(splitSentences(' ')).toEqual([]);
  });

  it('tells where they stand', () => {
    expect(findSentences('One.  Two!')).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 10 },
    ]);
  });
});
