import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDigest } from '../../../../src/platforms/slack/read/read-digest.ts';
import { readCaller } from '../../../../src/platforms/slack/read/read-slash.ts';

const read = (text: string) => readDigest({ text }, readCaller({ text }, 0));

it.each([
  ['show Morning news', 'Morning news'],
  ['show   "Morning  news" ', 'Morning news'],
  ['show “Morning news”', 'Morning news'],
  ['show „Morning news"', 'Morning news'],
  ['show “Morning news', 'Morning news'],
  ['show ‘Morning news’', 'Morning news'],
  ["show '“Morning news”'", 'Morning news'],
  ["show 't Nieuws", "'t Nieuws"],
  ["show The fishers'", "The fishers'"],
  ['show Who asks “why”?', 'Who asks “why”?'],
  ['SHOW list', 'list'],
  ['show Fish &amp; boats', 'Fish & boats'],
])('“%s” is about “%s”', (text, name) => {
  expect(read(text)).toMatchObject({ kind: 'request', request: { ask: { kind: 'show', name } } });
});

it.each(['show', 'show ""', 'edit “', 'remove   '])('“%s” is about none', (text) => {
  expect(read(text).kind).toBe('said');
});

it('reads whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const word of ['', 'show ', 'edit ']) read(word + text);
    }),
    { seed: 5, numRuns: 300 },
  );
});
