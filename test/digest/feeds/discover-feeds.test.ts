import { describe, expect, it } from '@jest/globals';
import { discoverFeeds, MAX_FOUND_FEEDS } from '../../../src/digest/feeds/discover-feeds.ts';

const SITE = 'https://www.kelpbay.example/';

/** What the page itself names; the usual addresses come after that. */
function named(html: string, pageUrl = SITE): readonly string[] {
  const usual = new Set(discoverFeeds('', pageUrl));
  return discoverFeeds(html, pageUrl).filter((feed) => !usual.has(feed));
}

function link(href: string, more = 'type="application/rss+xml"'): string {
  return `<link rel="alternate" ${more} href="${href}">`;
}

describe('a site’s feeds', () => {
  it('are where sites usually have them when the page names none', () => {
    expect(discoverFeeds('<p>Eels</p>', SITE)).toEqual(
      ['feed', 'rss', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'feed.json'].map(
        (name) => `${SITE}${name}`,
      ),
    );
  });

  it('are looked for beside a page inside the site too', () => {
    expect(discoverFeeds('', `${SITE}blog/`).slice(0, 4)).toEqual([
      `${SITE}blog/feed`,
      `${SITE}feed`,
      `${SITE}blog/rss`,
      `${SITE}rss`,
    ]);
  });

  it('are first those that its head declares, then links that look like feeds', () => {
    const html = `<a href="/sport.rss">Sport</a>${link('/main')}`;
    expect(named(html)).toEqual([`${SITE}main`, `${SITE}sport.rss`]);
  });

  it.each([
    'type="application/rss+xml"',
    'type="application/atom+xml; charset=utf-8"',
    'TYPE="Application/Feed+JSON"',
    'type="application/rdf+xml"',
    'type="text/rss"',
  ])('are declared with %s', (type) => {
    expect(named(link('/main', type))).toEqual([`${SITE}main`]);
  });

  it.each([
    ['another language of the page', link('/de/', 'hreflang="de"')],
    ['data for embedding', link('/oembed?url=feed', 'type="application/json+oembed"')],
    ['an interface of the site', link('/wp-json/wp/v2/pages/1', 'type="application/json"')],
    ['a style', '<link rel="stylesheet" type="text/xml" href="/feed.css">'],
    ['a feed of comments by its address', link('/comments/feed/')],
    [
      'a feed of comments by its title',
      link('/x', 'type="application/rss+xml" title="Kommentare"'),
    ],
    ['a link to a comment’s feed', '<a href="/news/1/comments/feed/">RSS</a>'],
    ['a page about feeding', '<a href="/feeding-eels">Eels</a>'],
    ['a script', '<a href="javascript:rss()">RSS</a>'],
    ['a file', link('file:///etc/feed.xml')],
  ])('are not %s', (_, html) => {
    expect(named(html)).toEqual([]);
  });

  it('may be XML or JSON by their type and feeds by their address', () => {
    expect(named(link('/news/feed.json?x=1', 'type="application/json"'))).toEqual([
      `${SITE}news/feed.json?x=1`,
    ]);
  });

  it('are of the site itself before those of others', () => {
    const html = `${link('https://feeds.other.example/kelp')}${link('https://kelpbay.example/main')}`;
    expect(named(html)).toEqual([
      'https://kelpbay.example/main',
      'https://feeds.other.example/kelp',
    ]);
  });

  it('are absolute by the page’s base, without names, passwords and places in them', () => {
    const html = `<base href="/town/">${link('main')}${link('https://ann:secret@kelpbay.example/b#top')}`;
    expect(named(html)).toEqual([`${SITE}town/main`, 'https://kelpbay.example/b']);
  });

  it.each(['feed:https://kelpbay.example/x.rss', 'feed://https://kelpbay.example/x.rss'])(
    'may be written for programs that subscribe: %s',
    (href) => {
      expect(named(`<a href="${href}">Feed</a>`)).toEqual(['https://kelpbay.example/x.rss']);
    },
  );

  it('are never the page itself', () => {
    expect(discoverFeeds(link('/feed'), `${SITE}feed`)).not.toContain(`${SITE}feed`);
  });

  it('are few, each once, whatever the page has', () => {
    const html = Array.from(
      { length: 5000 },
      (_, n) => `${link(`/f${n}`)}<a href="/${n}.rss">`,
    ).join('');
    const found = discoverFeeds(html, SITE);
    expect(found).toHaveLength(MAX_FOUND_FEEDS);
    expect(new Set(found).size).toBe(MAX_FOUND_FEEDS);
  });

  it('are found before a page nests without end', () => {
    expect(named(`${link('/main')}${'<div>'.repeat(600_000)}`)).toEqual([`${SITE}main`]);
  });
});
