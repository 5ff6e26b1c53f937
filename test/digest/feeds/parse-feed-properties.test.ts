import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFeed, type ParsedFeed } from '../../../src/digest/feeds/parse-feed.ts';
import { FIXTURES_NOW_MS, loadFeedFixtures } from './load-feed-fixtures.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 3000 : 250;
const fixtures = loadFeedFixtures(join(import.meta.dirname, '../../fixtures/feeds'));
const address = 'https://www.harbourpost.example/feeds/news.xml';

/** Controls, zero-width and direction characters, lone surrogates; lines of texts are kept. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Whatever came, this holds of what is handed on. */
function expectSound(parsed: ParsedFeed): void {
  if (parsed.status === 'page') {
    expect(parsed.feeds.filter((feed) => !isWebAddress(feed))).toEqual([]);
    expect(parsed.feeds.length).toBeLessThanOrEqual(12);
  }
  if (parsed.status !== 'feed') return;
  const { items, title = '', siteUrl, ttlMs = 1 } = parsed.feed;
  const texts = items.flatMap((item) => [item.id, item.title, item.text, ...item.authors]);
  expect([title, ...texts].filter((text) => UNSEEN.test(text) || !text.isWellFormed())).toEqual([]);
  const urls = [siteUrl, ...items.map(({ url }) => url)].filter((url) => url !== undefined);
  expect(urls.filter((url) => !isWebAddress(url))).toEqual([]);
  expect(items.length).toBeLessThanOrEqual(200);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index));
  const dates = items.flatMap(({ publishedAtMs = 1, updatedAtMs = 1 }) => [
    publishedAtMs,
    updatedAtMs,
  ]);
  expect(dates.filter((date) => !(date > 0 && date <= FIXTURES_NOW_MS))).toEqual([]);
  expect(items.filter((item) => item.title.length > 300 || item.text.length > 4000)).toEqual([]);
  expect(ttlMs).toBeGreaterThan(0);
  expect(parsed).toEqual(JSON.parse(JSON.stringify(parsed)));
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.href === text
  );
}

const bodies = fc.constantFrom(...fixtures.map(({ raw }) => raw.body));
const piece = fc.oneof(
  fc.constantFrom(
    ...'<item>|</item>|<entry>|<title>|</title>|<![CDATA[|]]>|<!--|-->|&|&amp;|&#0;|&#x202e;|<link>javascript:x</link>|<link href="//e">|<guid>|xml:base="::"|<rss|>|<?|"|\u202e|\0|{"|[|<pubDate>9999|<html>|]}'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Cuts, doublings and insertions at places given as parts of a thousand. */
const mangling = fc.array(
  fc.record({ at: fc.nat(1000), length: fc.nat(80), how: fc.nat(2), piece }),
  { minLength: 1, maxLength: 8 },
);

describe('whatever comes from a feed’s address', () => {
  it('a mangled feed is read or refused, and what is handed on is clean', () => {
    let feeds = 0;
    fc.assert(
      fc.property(bodies, mangling, (body, changes) => {
        let text = Buffer.from(body).toString('latin1');
        for (const { at, length, how, piece: put } of changes) {
          const start = Math.floor((text.length * at) / 1000);
          const cut = text.slice(start, start + length);
          const middle = [put, `${cut}${cut}`, ''][how] ?? '';
          text =
            text.slice(0, start) +
            Buffer.from(middle).toString('latin1') +
            text.slice(start + (how === 0 ? 0 : length));
        }
        const parsed = parseFeed({
          body: Buffer.from(text, 'latin1'),
          address,
          nowMs: FIXTURES_NOW_MS,
        });
        if (parsed.status === 'feed') feeds += 1;
        expectSound(parsed);
      }),
      { seed: 501, numRuns },
    );
    expect(feeds).toBeGreaterThan(numRuns / 2);
  });

  it('a feed cut anywhere gives only items that the whole one has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.nat(1000), ({ raw }, at) => {
        const whole = parseFeed(raw);
        const body = raw.body.subarray(0, Math.floor((raw.body.length * at) / 1000));
        const cut = parseFeed({ ...raw, body });
        expectSound(cut);
        if (whole.status !== 'feed' || cut.status !== 'feed') return;
        const titles = new Set(whole.feed.items.map(({ title }) => title));
        expect(cut.feed.items.filter(({ title }) => !titles.has(title))).toEqual([]);
      }),
      { seed: 502, numRuns },
    );
  });

  it('any bytes at all are read or refused', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, isFeed) => {
        const text = `${isFeed ? '<rss version="2.0"><channel><item>' : ''}${pieces.join('')}`;
        expectSound(parseFeed({ body: Buffer.from(text), address, nowMs: FIXTURES_NOW_MS }));
      }),
      { seed: 503, numRuns },
    );
  });
});

describe('a hostile feed', () => {
  const item = '<item><title>Whole</title><link>https://a.example/1</link></item>';
  const rss = (inner: string): string => `<rss version="2.0"><channel>${item}${inner}`;

  it.each([
    ['elements in each other without end', rss('<a>'.repeat(700_000))],
    ['attributes without end', rss(`<item ${'a="x" '.repeat(300_000)}>`)],
    ['different attributes without end', rss(`<item ${numbered((n) => `a${n}=""`)}>`)],
    [
      'entities of entities',
      `<!DOCTYPE r [${numbered((n) => `<!ENTITY e${n} "&e${n - 1};&e${n - 1};">`)}]>${rss('')}`,
    ],
    ['a name without end', rss(`<${'n'.repeat(2_000_000)}`)],
    ['CDATA that never ends', rss(`<item><title><![CDATA[${']]'.repeat(1_000_000)}`)],
    ['closing tags of nothing', rss('</z>'.repeat(500_000))],
    ['ampersands', rss(`<item><title>${'&'.repeat(2_000_000)}`)],
  ])('gives what is whole of it: %s', (_, text) => {
    const parsed = parseFeed({ body: Buffer.from(text), address, nowMs: FIXTURES_NOW_MS });
    expect(parsed).toMatchObject({ status: 'feed', feed: { items: [{ title: 'Whole' }] } });
  });

  it('has at most 200 items, the first of them', () => {
    const body = rss(numbered((n) => `<item><title>Story ${n}</title></item>`));
    const parsed = parseFeed({ body: Buffer.from(body), address, nowMs: FIXTURES_NOW_MS });
    const items = parsed.status === 'feed' ? parsed.feed.items : [];
    expect(items).toHaveLength(200);
    expect(items.at(-1)?.title).toBe('Story 198');
  });

  it('that is a long archive, the oldest first, gives its newest items', () => {
    const day = (n: number): string => new Date(Date.UTC(2030, 0, 1) + n * 600_000).toUTCString();
    const body = `<rss version="2.0"><channel>${numbered((n) => `<item><title>Story ${n}</title><pubDate>${day(n)}</pubDate></item>`)}`;
    const parsed = parseFeed({ body: Buffer.from(body), address, nowMs: FIXTURES_NOW_MS });
    const items = parsed.status === 'feed' ? parsed.feed.items : [];
    expect([items[0]?.title, items.length]).toEqual(['Story 19999', 200]);
  });

  it('in JSON, with arrays in each other without end, is refused', () => {
    const body = Buffer.from(
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(1_000_000)}`,
    );
    expect(parseFeed({ body, address, nowMs: FIXTURES_NOW_MS })).toEqual({
      status: 'failed',
      came: 'data',
    });
  });
});

function numbered(make: (n: number) => string): string {
  return Array.from({ length: 20_000 }, (_, n) => make(n)).join(' ');
}
