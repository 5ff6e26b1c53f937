import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('../../../src/summary/bullets/data/', import.meta.url);

const languages = readdirSync(folder).map(
  (name) =>
    [
      name,
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>,
    ] as const,
);

/** Lists whose entries are phrases. */
const PHRASES = [
  'connectives',
  'fillers',
  'deletable',
  'contextPhrases',
  'junk',
  'leadJunk',
  'inclusions',
  'details',
];
const separatorOf = (key: string): string => (PHRASES.includes(key) ? '|' : ' ');

describe.each(languages)('the words of %s', (_, data) => {
  it('are there once in each list, and no list is empty', () => {
    for (const [key, value] of Object.entries(data)) {
      const entries = value.split(separatorOf(key));
      expect(entries).not.toContain('');
      expect([key, entries.length]).toEqual([key, new Set(entries).size]);
    }
  });

  it('are no phrases in a list of words', () => {
    for (const [key, value] of Object.entries(data))
      if (!PHRASES.includes(key)) expect(value).not.toContain('|');
  });
});
