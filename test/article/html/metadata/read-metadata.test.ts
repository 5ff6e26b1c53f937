import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import type { Metadata, PageDocument } from '../../../../src/article/html/metadata/metadata.ts';
import { readMetadata } from '../../../../src/article/html/metadata/read-metadata.ts';

const url = 'https://www.harbourpost.example/2031/04/02/ferry';

function read(head: string, body = '', options: { readonly url?: string } = { url }): Metadata {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
  return readMetadata(document, options);
}

function ld(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

function meta(name: string, content: string): string {
  return `<meta property="${name}" content="${content}">`;
}

describe('the title', () => {
  it('is the headline that the page shows when its data agree', () => {
    const page = read(
      `<title>Ferry stuck off Kelp Bay | Harbour Post</title>${meta('og:title', 'Ferry is stuck off Kelp Bay - Harbour Post')}`,
      '<h1>Harbour Post</h1><h1>The ferry that is stuck off Kelp Bay</h1>',
    );
    expect(page.about.title).toBe('The ferry that is stuck off Kelp Bay');
  });

  it.each([
    ['Ferry stuck off Kelp Bay - Harbour Post', 'Ferry stuck off Kelp Bay'],
    ['Ferry stuck off Kelp Bay | Local | Harbour Post', 'Ferry stuck off Kelp Bay'],
    ['Harbour Post: Ferry stuck off Kelp Bay', 'Ferry stuck off Kelp Bay'],
    ['Ferry stuck off Kelp Bay « Harbour Post', 'Ferry stuck off Kelp Bay'],
    ['Ferry stuck – and nobody is told why', 'Ferry stuck – and nobody is told why'],
    ['Kelp Bay: a ferry too far', 'Kelp Bay: a ferry too far'],
    ['Stuck - a ferry story - Harbour Post', 'Stuck - a ferry story'],
  ])('is cut of the site in %j', (text, title) => {
    expect(read(`<title>${text}</title>`).about.title).toBe(title);
  });

  it('is the social one when no heading agrees', () => {
    const page = read(
      meta('og:title', 'Ferry stuck off Kelp Bay'),
      '<h1>Harbour Post</h1><h2>Most read</h2>',
    );
    expect(page.about.title).toBe('Ferry stuck off Kelp Bay');
  });

  it('is the only heading when the data say nothing', () => {
    expect(read('', '<h1>Ferry stuck<br>off Kelp Bay</h1>').about.title).toBe(
      'Ferry stuck off Kelp Bay',
    );
  });

  it('has twice encoded entities decoded, and neither markup nor direction characters', () => {
    const page = read(
      meta('og:title', 'Tom &amp;amp; Ana&amp;#8217;s &lt;b&gt;boat&lt;/b&gt;\u202e'),
    );
    expect(page.about.title).toBe('Tom & Ana’s boat');
  });
});

describe('the byline', () => {
  it.each([
    ['a string', 'Mara Voss'],
    ['an object', { '@type': 'Person', name: 'Mara Voss' }],
    [
      'a list with the outlet',
      [
        { '@type': 'Organization', name: 'Harbour Post' },
        { '@type': 'Person', name: 'Mara Voss' },
      ],
    ],
  ])('is read from JSON-LD as %s', (_, author) => {
    expect(read(ld({ '@type': 'NewsArticle', author })).about.byline).toEqual(['Mara Voss']);
  });

  it('is found by its id elsewhere in the graph', () => {
    const graph = [
      { '@type': 'Article', author: { '@id': '#mara' } },
      { '@type': 'Person', '@id': '#mara', name: 'Mara Voss' },
    ];
    expect(read(ld({ '@graph': graph })).about.byline).toEqual(['Mara Voss']);
  });

  it.each([
    ['a meta element', '<meta name="author" content="Mara Voss">', ''],
    [
      'microdata',
      '',
      '<h1>Ferry stuck</h1><span itemprop="author"><b itemprop="name">Mara Voss</b></span>',
    ],
    ['a link to the author', '', '<h1>Ferry stuck</h1><a rel="author" href="/mara">Mara Voss</a>'],
    [
      'a byline element',
      '',
      '<h1>Ferry stuck</h1><div class="article-byline">Mara Voss | 2 April 2031</div>',
    ],
    [
      'a line by the headline',
      '',
      '<h1>Ferry stuck</h1><p>By Mara Voss</p><p>The ferry is stuck.</p>',
    ],
    ['a line with the date', '', '<h1>Ferry stuck</h1><p>2 April 2031 | by Mara Voss</p>'],
  ])('is read from %s', (_, head, body) => {
    expect(read(`<title>Ferry stuck</title>${head}`, body).about.byline).toEqual(['Mara Voss']);
  });

  it('has all authors where the page shows more than its data name', () => {
    const page = read(
      `<title>Ferry stuck</title>${ld({ '@type': 'NewsArticle', author: 'Mara Voss' })}`,
      '<h1>Ferry stuck</h1><p>By Mara Voss and Ilan Perez</p>',
    );
    expect(page.about.byline).toEqual(['Mara Voss', 'Ilan Perez']);
  });

  it('does not take names from comments, sidebars and author notes', () => {
    const page = read(
      '<title>Ferry stuck</title>',
      '<h1>Ferry stuck</h1><p>Nobody knows why.</p><aside><a rel="author">Ugo Bo</a></aside>' +
        '<div class="comments"><b class="comment-author">Jo Brand</b></div>',
    );
    expect(page.about.byline).toEqual([]);
  });

  it('is not the site itself when only its data say so', () => {
    const page = read(
      meta('og:site_name', 'Harbour Post') +
        ld({ '@type': 'Article', author: { '@type': 'Organization', name: 'Harbour Post' } }),
    );
    expect(page.about.byline).toEqual([]);
  });
});

describe('the time', () => {
  it('is the publication before the change, with its zone', () => {
    const article = {
      '@type': 'Article',
      datePublished: '2031-04-02T09:30:00+02:00',
      dateModified: '2031-04-05T10:00:00+02:00',
    };
    expect(read(ld(article)).about.publishedAt).toBe('2031-04-02T09:30:00+02:00');
  });

  it('is as exact as any source for the day', () => {
    const head =
      meta('article:published_time', '2031-04-02') +
      '<meta name="date" content="2031-04-02T09:30:00Z">';
    expect(read(head).about.publishedAt).toBe('2031-04-02T09:30:00Z');
  });

  it('has the local clock when the page shows it for the same moment', () => {
    const head = `<title>Ferry stuck</title>${meta('article:published_time', '2031-04-03T01:30:20Z')}`;
    const page = read(head, '<h1>Ferry stuck</h1><p>Published: April 2, 2031 at 8:30 pm</p>');
    expect(page.about.publishedAt).toBe('2031-04-02T20:30:20-05:00');
  });

  it.each([
    ['a time element', '<time datetime="2031-04-02T09:30">today</time>', '2031-04-02T09:30'],
    [
      'a date line',
      '<p>Updated: 3 April 2031</p><p>Published: 2 April 2031, 9:30</p>',
      '2031-04-02T09:30',
    ],
    ['a byline with the date', '<p>Von Mara Voss publiziert am 2. April 2031</p>', '2031-04-02'],
  ])('is read from %s', (_, body, date) => {
    const page = read('<title>Ferry stuck</title>', `<h1>Ferry stuck</h1>${body}`, {});
    expect(page.about.publishedAt).toBe(date);
  });

  it('is the shown day when the data give the change for both', () => {
    const article = {
      '@type': 'Article',
      datePublished: '2031-05-09T10:00:00Z',
      dateModified: '2031-05-09T10:00:00Z',
    };
    const page = read(
      `<title>Ferry stuck</title>${ld(article)}`,
      '<h1>Ferry stuck</h1><p>2 April 2031</p>',
    );
    expect(page.about.publishedAt).toBe('2031-04-02');
  });

  it('is the day in the address when nothing else is there', () => {
    expect(read('').about.publishedAt).toBe('2031-04-02');
    expect(
      read('', '', { url: 'https://harbourpost.example/ferry' }).about.publishedAt,
    ).toBeUndefined();
  });
});

describe('site, language, address and picture', () => {
  it.each([
    [
      'its Open Graph name',
      meta('og:site_name', 'Harbour Post | News from the sea'),
      'Harbour Post',
    ],
    [
      'its publisher',
      ld({ '@type': 'Article', publisher: { name: 'Harbour Post' } }),
      'Harbour Post',
    ],
    [
      'the end of the title',
      '<title>Ferry stuck off Kelp Bay - Harbour Post</title>',
      'Harbour Post',
    ],
    ['its host', '', 'harbourpost.example'],
  ])('names the site by %s', (_, head, name) => {
    expect(read(head).about.siteName).toBe(name);
  });

  it('gives the primary language tag', () => {
    const { document } = parseHTML('<html lang="pt-BR"><body></body></html>');
    expect(readMetadata(document as unknown as PageDocument, {}).about.language).toBe('pt');
    const bare = parseHTML('<html><head><meta property="og:locale" content="de_AT"></head></html>');
    expect(readMetadata(bare.document as unknown as PageDocument, {}).about.language).toBe('de');
    expect(
      readMetadata(parseHTML('<p>x').document as unknown as PageDocument, {}).about.language,
    ).toBe('und');
  });

  it.each([
    ['https://harbourpost.example/ferry', 'https://harbourpost.example/ferry'],
    ['https://www.harbourpost.example/', undefined],
    ['https://elsewhere.example/ferry', undefined],
    ['/ferry', undefined],
    ['javascript:alert(1)', undefined],
  ])('takes %j as the canonical address: %j', (href, canonical) => {
    expect(read(`<link rel="canonical" href="${href}">`).about.canonicalUrl).toBe(canonical);
  });

  it('takes an absolute web picture only', () => {
    expect(read(meta('og:image', 'javascript:alert(1)')).about.image).toBeUndefined();
    expect(read(meta('og:image', '/boat.jpg')).about.image).toBe(
      'https://www.harbourpost.example/boat.jpg',
    );
  });
});

describe('signals', () => {
  it('tell of a paywall, the parts behind it, the kind of page and the text in the data', () => {
    const article = {
      '@type': 'NewsArticle',
      articleBody: '<p>One.</p><p>Two.</p>',
      isAccessibleForFree: 'False',
      hasPart: { isAccessibleForFree: false, cssSelector: '.paid' },
    };
    const { signals } = read(ld(article) + meta('og:type', 'article'));
    expect(signals).toMatchObject({
      accessibleForFree: false,
      paywalledSelectors: ['.paid'],
      articleBody: 'One.\nTwo.',
    });
    expect(signals.pageTypes).toEqual(['newsarticle', 'article']);
  });
});

describe('broken and hostile pages', () => {
  it.each([
    ['a comment around it', '<!--\n{"@type":"Article","headline":"Ferry stuck"}\n-->'],
    ['CDATA marks', '//<![CDATA[\n{"@type":"Article","headline":"Ferry stuck"}\n//]]>'],
    ['trailing commas', '{"@type":"Article","headline":"Ferry stuck",}'],
    ['line breaks in strings', '{"@type":"Article","headline":"Ferry\nstuck"}'],
    ['remarks', '{/* x */"@type":"Article", // y\n"headline":"Ferry stuck"}'],
  ])('reads JSON-LD with %s', (_, script) => {
    expect(read(`<script type="application/ld+json">${script}</script>`).about.title).toBe(
      'Ferry stuck',
    );
  });

  it('keeps every field bounded', () => {
    const long = 'Kelp '.repeat(20_000);
    const { about } = read(
      `<title>${long}</title><meta name="author" content="${long}">${meta('og:site_name', long)}`,
      `<h1>${long}</h1>`,
    );
    expect(about.title.length).toBeLessThanOrEqual(300);
    expect(about.siteName?.length).toBeLessThanOrEqual(80);
    for (const name of about.byline) expect(name.length).toBeLessThanOrEqual(100);
  });

  it('never throws, whatever the page holds', () => {
    const piece = fc.constantFrom(
      '<h1>',
      '</h1>',
      '<meta property="og:title" content="',
      '">',
      '<script type="application/ld+json">',
      '</script>',
      '{"@graph":[{"@type":["Article",1],"author":[[null]],"datePublished":',
      '"2031"',
      '}]}',
      '<time datetime="',
      '<a rel=author>',
      '<div class="byline">',
      'By Mara Voss',
      ' | ',
      '<svg><title>',
      '<link rel=canonical href="http://[">',
      '\u0000',
      '\u202e',
      '\ud800',
      '2 April 2031',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { document } = parseHTML(pieces.join(''));
        const { about } = readMetadata(document, { url });
        expect(about.title.length).toBeLessThanOrEqual(300);
        expect(about.title).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        for (const name of about.byline) expect(name.length).toBeLessThanOrEqual(100);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
