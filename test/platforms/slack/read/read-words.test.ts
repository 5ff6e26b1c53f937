import { describe, expect, it } from '@jest/globals';
import { readWords } from '../../../../src/platforms/slack/read/read-words.ts';

const link = 'https://courier.example/ferry';

describe('the words behind /summarize', () => {
  it.each([
    [link, {}],
    [`${link} short`, { length: 'brief' }],
    [`brief ${link}`, { length: 'brief' }],
    [`${link} long`, { length: 'detailed' }],
    [`${link} Detailed`, { length: 'detailed' }],
    [`${link} standard`, { length: 'standard' }],
    [`${link} quotes 3`, { maxQuotes: 3 }],
    [`3 quotes ${link}`, { maxQuotes: 3 }],
    [`${link} quotes:0`, { maxQuotes: 0 }],
    [`no quotes ${link}`, { maxQuotes: 0 }],
    [`private ${link} quotes 2 long`, { isPrivate: true, maxQuotes: 2, length: 'detailed' }],
    [`${link} private short 1 quote`, { isPrivate: true, maxQuotes: 1, length: 'brief' }],
  ])('reads %j', (text, wishes) => {
    expect(readWords(text)).toEqual({ isPrivate: false, rest: link, ...wishes });
  });

  it('leaves the words of a pasted text alone', () => {
    const text =
      'It was a long way home. The private boat carried 3 quotes of fish, and no quotes.';
    expect(readWords(text)).toEqual({ isPrivate: false, rest: text });
  });

  it('takes wishes alone for nothing to read', () => {
    expect(readWords('short private')).toEqual({ isPrivate: true, length: 'brief', rest: '' });
    expect(readWords('  ')).toEqual({ isPrivate: false, rest: '' });
  });
});
