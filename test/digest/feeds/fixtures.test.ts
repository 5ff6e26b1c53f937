import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseFeed, type ParsedFeed } from '../../../src/digest/feeds/parse-feed.ts';
import { loadFeedFixtures } from './load-feed-fixtures.ts';

const fixtures = loadFeedFixtures(join(import.meta.dirname, '../../fixtures/feeds'));

describe('a feed as it comes', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    'is read as what it is: %s',
    (_, { raw, expected }) => {
      const parsed = parseFeed(raw);
      expect(withoutHashes(parsed, expected)).toEqual(expected);
    },
  );

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    'is read the same again, each id once: %s',
    (_, { raw }) => {
      const parsed = parseFeed(raw);
      expect(parseFeed(raw)).toEqual(parsed);
      const ids = itemsOf(parsed).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

function itemsOf(parsed: ParsedFeed) {
  return parsed.status === 'feed' ? parsed.feed.items : [];
}

/** Where `#hash` is expected, any hash will do: what it is of is not known outside. */
function withoutHashes(parsed: ParsedFeed, expected: ParsedFeed): ParsedFeed {
  if (parsed.status !== 'feed') return parsed;
  const wanted = itemsOf(expected);
  const items = parsed.feed.items.map((item, index) =>
    wanted[index]?.id === '#hash' && /^[\w-]{22}$/u.test(item.id) ? { ...item, id: '#hash' } : item,
  );
  return { status: 'feed', feed: { ...parsed.feed, items } };
}

describe('loading fixtures of feeds', () => {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-feeds-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    ['a feed without an expectation', { 'feed.xml': '<rss/>' }],
    ['an expectation without a feed', { 'expected.json': '{"address":"https://a.example/"}' }],
    ['an expectation of nothing', { 'feed.xml': '', 'expected.json': '{"address":"x"}' }],
    [
      'an expectation with an unknown key',
      { 'feed.xml': '', 'expected.json': '{"address":"x","came":"text","cane":1}' },
    ],
  ])('refuses %s', (name, files) => {
    const folder = join(root, name.replaceAll(' ', '-'), 'fixture');
    mkdirSync(folder, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    expect(() => loadFeedFixtures(join(folder, '..'))).toThrow('fixture');
  });
});
