import { describe, expect, it } from '@jest/globals';
import { readHtml } from '../../../src/article/html/read-html.ts';
import { pageUrl, problemOf, readPage } from './read-page.ts';
import { storyPage, storyParagraphs, storyTitle } from './story-page.ts';

const story = storyParagraphs.map((text) => `<p>${text}</p>`).join('');

function withData(data: Readonly<Record<string, unknown>>, body = '<div id="app"></div>'): string {
  const json = JSON.stringify({ '@type': 'NewsArticle', headline: storyTitle, ...data });
  return `<html lang="en"><head><title>${storyTitle}</title><script type="application/ld+json">${json}</script></head><body>${body}</body></html>`;
}

describe('an article', () => {
  it('has the story, the page’s title and the address that was asked for', () => {
    expect(readPage(storyPage()).article).toMatchObject({
      url: pageUrl,
      title: storyTitle,
      language: 'en',
      paragraphs: storyParagraphs,
      notes: [],
    });
  });

  it('has no address when none was asked for', () => {
    const reading = readHtml(storyPage());
    expect(reading.status === 'read' && 'url' in reading.article).toBe(false);
  });

  it('says which paragraphs are subheads', () => {
    const html = storyPage({ inside: '<h2>Why they came</h2>' });
    const { paragraphs, subheads } = readPage(html).article;
    expect(subheads.map((index) => paragraphs[index])).toEqual(['Why they came']);
  });

  it('is read from a fragment of a page', () => {
    expect(readPage(`<h1>${storyTitle}</h1>${story}`).article.paragraphs).toEqual(storyParagraphs);
  });

  it('is read from a page without a body tag', () => {
    const html = `<html lang="en"><title>${storyTitle}</title>${story}</html>`;
    expect(readPage(html).article).toMatchObject({
      title: storyTitle,
      paragraphs: storyParagraphs,
    });
  });

  it('is read from a page that starts with null bytes and a byte order mark', () => {
    expect(readPage(`\ufeff\0\0${storyPage()}`).article.paragraphs).toEqual(storyParagraphs);
  });

  it('is read from a page whose body is hidden until a script shows it', () => {
    const html = storyPage().replace('<body>', '<body style="opacity:0">');
    expect(readPage(html).article.paragraphs).toEqual(storyParagraphs);
  });

  it('is in the language that the page says where its words tell nothing', () => {
    const html = storyPage().replace('lang="en"', 'lang="ga-IE"');
    expect(readPage(html).article.language).toBe('ga');
  });

  it('is in the language of its words where the page says another', () => {
    const html = storyPage().replace('lang="en"', 'lang="nl-BE"');
    expect(readPage(html).article.language).toBe('en');
  });

  it.each([
    ['en', story],
    [
      'de',
      '<p>Die Aale sind in der Nacht zum Dienstag in die Bucht zurückgekommen, und niemand hatte mit mehr als einem Dutzend gerechnet.</p><p>Der Rat der Stadt hatte zweimal dagegen gestimmt und am Ende doch bezahlt, mit Geld, das für einen Parkplatz gedacht war.</p><p>Ob sie bleiben, ist eine andere Frage, und eine, die den Leuten am Wehr nicht gefällt.</p>',
    ],
  ])('is in the language %s, which its words tell when the page does not', (language, text) => {
    const html = `<html><head><title>X</title></head><body><main><h1>X</h1>${text}</main></body></html>`;
    expect(readPage(html).article.language).toBe(language);
  });
});

describe('what was cut', () => {
  it('is told with the rule that cut it', () => {
    const { cuts } = readPage(
      storyPage({ inside: '<figure><figcaption>The sluice</figcaption></figure>' }),
    );
    const found = cuts.filter((cut) => cut.text === 'The sluice');
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
  });

  it('has the hidden text in it', () => {
    expect(readPage(storyPage({ inside: '<p hidden>Nobody sees this.</p>' })).cuts).toContainEqual({
      text: 'Nobody sees this.',
      rule: 'hidden',
      before: 3,
    });
  });

  it('has what a style sheet hides in it', () => {
    const html = storyPage({
      head: '<style>.x{display:none}</style>',
      inside: '<p class="x">Not seen.</p>',
    });
    expect(readPage(html).cuts).toContainEqual({ text: 'Not seen.', rule: 'hidden', before: 3 });
  });

  it('has nothing of the article in it, unless that stood there twice', () => {
    const { article, cuts } = readPage(
      storyPage({ inside: '<aside><p>Eels are fish.</p></aside>' }),
    );
    expect(cuts.filter((cut) => article.paragraphs.includes(cut.text))).toEqual([]);
  });
});

describe("the text in a page's data", () => {
  const articleBody = storyParagraphs.join('\n');

  it('is read where the page shows none', () => {
    expect(readPage(withData({ articleBody })).article).toMatchObject({
      title: storyTitle,
      paragraphs: storyParagraphs,
      subheads: [],
    });
  });

  it('is left where the page shows the story', () => {
    const body = `<main><h1>${storyTitle}</h1>${story}</main>`;
    const data = `${articleBody}\nAnd one line more, which stands in the data alone.`;
    expect(readPage(withData({ articleBody: data }, body)).article.paragraphs).toEqual(
      storyParagraphs,
    );
  });

  it('is left where the page wants to be paid for it', () => {
    expect(problemOf(withData({ articleBody, isAccessibleForFree: false }))).toEqual({
      code: 'paywall',
    });
  });

  it('is cleaned of markup and unseen characters', () => {
    const marked = storyParagraphs.map((text) => `<p>${text}\u200b</p>`).join('');
    expect(readPage(withData({ articleBody: marked })).article.paragraphs.join(' ')).toBe(
      storyParagraphs.join(' '),
    );
  });

  it.each([[''], [42], [['a', 'b']], [{ text: 'x' }], [null]])('is none when it is %j', (value) => {
    expect(problemOf(withData({ articleBody: value }))).toEqual({
      code: 'not-an-article',
      kind: 'empty',
    });
  });
});

describe('a page behind a paywall', () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';

  it('is noted when its data say so', () => {
    expect(readPage(storyPage({ head })).article.notes).toEqual(['paywalled']);
  });

  it('is noted when an offer stands below the story', () => {
    const end = '<div><p>Subscribe to continue reading.</p></div>';
    const { article } = readPage(storyPage({ end }));
    expect(article.notes).toEqual(['paywalled']);
    expect(article.paragraphs).toEqual(storyParagraphs);
  });

  it('is not noted when its data say that it is free', () => {
    const free = head.replace('false', 'true');
    const end = '<div><p>Subscribe to continue reading.</p></div>';
    expect(readPage(storyPage({ head: free, end })).article.notes).toEqual([]);
  });
});

describe('a page too large for a tree', () => {
  const deep = '<div>'.repeat(600);

  it('is read as flat text', () => {
    const html = `<html><head><title>${storyTitle}</title></head><body>${deep}<h1>${storyTitle}</h1>${story}`;
    const { article } = readPage(html);
    expect(article).toMatchObject({ url: pageUrl, title: storyTitle, notes: [] });
    expect(article.paragraphs).toEqual(storyParagraphs);
  });

  it('shows nothing that is hidden', () => {
    const html = `<body>${deep}<h1>${storyTitle}</h1>${story}<p hidden>Nobody sees this, however long it is.</p>`;
    expect(readPage(html).article.paragraphs.join(' ')).not.toContain('Nobody sees this');
  });

  it.each([45, 90])('is noted once as truncated when its lines of %i characters go on', (chars) => {
    const much = Array.from({ length: 40_000 }, (_, index) => {
      const text = `Eel ${index} came back to Kelp Bay on Tuesday night, and nobody saw it but Tilde Brask and her cat.`;
      return `<p>${text.slice(0, chars)}.</p>`;
    });
    const html = `<body>${deep}<h1>${storyTitle}</h1>${much.join('')}`;
    expect(readPage(html).article.notes).toEqual(['truncated']);
  });
});
