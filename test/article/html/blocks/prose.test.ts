import { describe, expect, it } from '@jest/globals';
import {
  endsSentence,
  isHeading,
  isProse,
  linkShare,
  textWeight,
} from '../../../../src/article/html/blocks/prose.ts';
import { blockOf, blocksOf } from '../blocks-of.ts';

describe('the weight of a text', () => {
  it('is its length in an alphabet', () => {
    expect(textWeight('Eels sleep.')).toBe(11);
  });

  it.each(['鳗鱼睡觉', 'うなぎ寝', '장어가잔'])(
    'counts a sign such as those of %j three times',
    (text) => {
      expect(textWeight(text)).toBe(12);
    },
  );

  it('of a very long text still grows with it', () => {
    expect(textWeight('鳗'.repeat(2000))).toBeGreaterThan(textWeight('鳗'.repeat(1000)));
  });
});

describe('a text ends like a sentence', () => {
  it.each([
    'Eels sleep.',
    '“Eels sleep.”',
    'Do eels sleep?',
    'Eels sleep…',
    'Eels sleep (mostly).',
    '鳗鱼睡觉。',
    'مرحبا؟',
    'ईल सोती है।',
    'These are:',
  ])('such as %j', (text) => {
    expect(endsSentence(text)).toBe(true);
  });

  it.each(['Eels sleep', 'Eels, snakes', 'More about eels »x', '', 'Eels 40'])(
    'or does not: %j',
    (text) => {
      expect(endsSentence(text)).toBe(false);
    },
  );
});

describe('prose', () => {
  const sentence = 'The eels came back to Kelp Bay on Tuesday night, she said.';
  const long = 'The eels came back to Kelp Bay on Tuesday night and then '.repeat(3);

  it('is a sentence', () => {
    expect(isProse(blockOf(`<p>${sentence}</p>`))).toBe(true);
  });

  it('is a long text however it ends', () => {
    expect(isProse(blockOf(`<p>${long}</p>`))).toBe(true);
  });

  it('is a long sentence with many links', () => {
    expect(isProse(blockOf(`<p><a href="/">${long}</a> and ${sentence}</p>`))).toBe(true);
  });

  it.each([
    ['a label', '<p>More about eels</p>'],
    ['a short sentence', '<p>Eels sleep.</p>'],
    ['a text of that length without an end', `<p>${sentence.slice(0, -1)}</p>`],
    ['a heading', `<h2>${sentence}</h2>`],
    ['a linked sentence', `<p><a href="/">${sentence}</a></p>`],
    ['a long list of links', `<p><a href="/">${long}</a></p>`],
  ])('is not %s', (_, html) => {
    expect(isProse(blockOf(html))).toBe(false);
  });
});

describe('a heading', () => {
  it.each(['<h1>Eels</h1>', '<h4>Eels</h4>', '<h2><div>Eels</div></h2>'])('is %s', (html) => {
    expect(isHeading(blockOf(html))).toBe(true);
  });

  it('is no bold paragraph', () => {
    expect(isHeading(blockOf('<p><b>Eels</b></p>'))).toBe(false);
  });
});

describe('the share of links', () => {
  it('is of the characters of a text, and never above one', () => {
    const shares = blocksOf(
      '<p><a href="/">Eels</a>hers</p><p>Eels</p><p><a href="/"> E <b>e</b> </a></p>',
    ).map(linkShare);
    expect(shares[0]).toBe(0.5);
    expect(shares[1]).toBe(0);
    expect(shares[2]).toBeLessThanOrEqual(1);
  });
});
