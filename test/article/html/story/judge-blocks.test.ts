import { describe, expect, it } from '@jest/globals';
import { fateOf, readPage } from '../read-page.ts';
import { storyPage, storyParagraphs, storyTitle } from '../story-page.ts';

const sentence =
  'The wardens of Ostvik will count them again in April, when the water is warm enough.';

function linked(text: string): string {
  return `<a href="/other">${text}</a>`;
}

describe('a page with nothing but a story', () => {
  it('keeps every paragraph', () => {
    expect(readPage(storyPage()).article.paragraphs).toEqual(storyParagraphs);
  });

  it('cuts the headline', () => {
    expect(['headline', 'outside']).toContain(fateOf(storyPage(), storyTitle));
  });
});

describe('what stands around text cuts it', () => {
  it.each([
    [
      'a figure',
      `<figure><img src="a.png"><figcaption>${sentence}</figcaption></figure>`,
      'caption',
    ],
    ['a table caption', `<table><caption>${sentence}</caption></table>`, 'caption'],
    ['an aside', `<aside><p>${sentence}</p></aside>`, 'aside'],
    ['a nav', `<nav><p>${sentence}</p></nav>`, 'navigation'],
    ['a footer', `<footer><p>${sentence}</p></footer>`, 'page-footer'],
    ['an address', `<address>${sentence}</address>`, 'byline'],
    ['a related box', `<div class="related-box"><p>${sentence}</p></div>`, 'related'],
    ['a newsletter box', `<div id="newsletter"><p>${sentence}</p></div>`, 'newsletter'],
    ['an advertisement', `<div class="ad-slot"><p>${sentence}</p></div>`, 'advertisement'],
    ['a fact box', `<div class="factbox"><p>${sentence}</p></div>`, 'sidebar'],
    ['a photo credit', `<p class="photo-credit">${sentence}</p>`, 'caption'],
    ['a dialog', `<div role="alertdialog"><p>${sentence}</p></div>`, 'notice'],
  ])('in %s', (_, html, rule) => {
    const fate = fateOf(storyPage({ inside: html }), sentence);
    expect([rule, 'outside']).toContain(fate);
  });

  it.each(['<section>', '<blockquote>', '<div class="text-block">', '<div class="has-caption">'])(
    'but not in %s',
    (tag) => {
      const page = storyPage({
        inside: `${tag}<p>${sentence}</p>${tag.replace(/<(\w+).*>/u, '</$1>')}`,
      });
      expect(fateOf(page, sentence)).toBe('kept');
    },
  );

  it('but not when it holds the story itself', () => {
    const page = storyPage().replace('<article>', '<article class="widget related-content">');
    expect(readPage(page).article.paragraphs).toEqual(storyParagraphs);
  });

  it("but not by a name that the story's own paragraphs bear", () => {
    const page = storyPage().replaceAll('<p>', '<p class="widget-text">');
    expect(readPage(page).article.paragraphs).toEqual(storyParagraphs);
  });

  it('but not by a name in a quoted post', () => {
    const post = `<blockquote class="social-embed"><p>${sentence}</p></blockquote>`;
    expect(fateOf(storyPage({ inside: post }), sentence)).toBe('kept');
  });
});

describe('what a text says cuts it', () => {
  it.each([
    ['Photo: Mara Voss', 'credit'],
    ['Share this article', 'share'],
    ['Advertisement', 'ad-label'],
    ['Sign up for our newsletter', 'newsletter'],
    ['By Mara Voss, staff writer', 'byline'],
    ['14:35', 'date'],
    ['2 April 2031, 14:35', 'date'],
    ['* * *', 'ornament'],
    [storyTitle.toUpperCase(), 'headline'],
  ])('such as %j', (text, rule) => {
    expect(fateOf(storyPage({ inside: `<p>${text}</p>` }), text)).toBe(rule);
  });

  it('such as nothing but a link', () => {
    const text = 'How the wardens of Ostvik learned to count in the dark';
    expect(fateOf(storyPage({ inside: `<p>${linked(text)}</p>` }), text)).toBe('link-only');
  });

  it('such as a line below a picture', () => {
    const page = storyPage({ inside: '<p><img src="a.png">The sluice by night</p>' });
    expect(fateOf(page, 'The sluice by night')).toBe('caption');
  });

  it.each([
    'Photographs of the eels were sold at the mill for two crowns apiece.',
    'Share prices of the mill fell by a third that week.',
    'Advertisement was never what the eels had in mind, said the wardens.',
    'By Tuesday the wardens had run out of pencils.',
    '“Subscribe?” she said.',
    'Nobody slept.',
  ])('but not a sentence such as %j', (text) => {
    expect(fateOf(storyPage({ inside: `<p>${text}</p>` }), text)).toBe('kept');
  });

  it('but not a sentence with a picture in it', () => {
    const text = 'The sluice is older than the mill.';
    expect(fateOf(storyPage({ inside: `<p><img src="a.png">${text}</p>` }), text)).toBe('kept');
  });

  it('but not the numbers of a table', () => {
    const table =
      '<table><tr><td>Eels</td><td>406</td></tr><tr><td>Pencils</td><td>2</td></tr></table>';
    expect(fateOf(storyPage({ inside: table }), 'Eels | 406')).toBe('kept');
  });
});

describe('a list inside the story', () => {
  it('stays', () => {
    const list = '<ul><li>Four hundred and six eels</li><li>Two pencils</li></ul>';
    const { paragraphs } = readPage(storyPage({ inside: list })).article;
    expect(paragraphs.slice(3, 5)).toEqual(['Four hundred and six eels', 'Two pencils']);
  });

  it('goes when it is made of links', () => {
    const list = `<ul><li>${linked('Mill shut for good')}</li><li>${linked('Wheel sold to a museum')}</li></ul>`;
    expect(['link-list', 'outside']).toContain(
      fateOf(storyPage({ inside: list }), 'Mill shut for good'),
    );
  });
});

describe('a heading inside the story', () => {
  it('stays when text follows it', () => {
    expect(fateOf(storyPage({ inside: '<h2>Why they came</h2>' }), 'Why they came')).toBe('kept');
  });

  it('goes when nothing of the story follows it', () => {
    expect(fateOf(storyPage({ end: '<h2>What we know</h2>' }), 'What we know')).not.toBe('kept');
  });
});

describe('the links below a label', () => {
  it('go with it', () => {
    const text = 'The mill that nobody wanted to keep';
    const box = `<p>Read more:</p><p>${linked(text)}</p>`;
    expect(fateOf(storyPage({ inside: box }), text)).not.toBe('kept');
  });
});

describe('above the story', () => {
  it('a sentence between headline and byline is a dek', () => {
    const above = `<p>${sentence}</p><p class="byline">By Mara Voss</p>`;
    expect(['dek', 'outside']).toContain(fateOf(storyPage({ above }), sentence));
  });

  it('a sentence below the byline is the lede', () => {
    const above = `<p class="byline">By Mara Voss</p><p>${sentence}</p>`;
    expect(fateOf(storyPage({ above }), sentence)).toBe('kept');
  });

  it("the page's description is a dek", () => {
    const page = storyPage({
      head: `<meta name="description" content="${sentence}">`,
      above: `<header><p>${sentence}</p></header>`,
    });
    expect(['dek', 'outside']).toContain(fateOf(page, sentence));
  });

  it('a label goes', () => {
    expect(
      fateOf(storyPage({ above: '<div><p>Rivers and lakes</p></div>' }), 'Rivers and lakes'),
    ).not.toBe('kept');
  });
});

describe('below the story', () => {
  it('a note about the author goes', () => {
    const note = 'Mara Voss writes about rivers and has kept eels since she was nine.';
    const head = '<meta name="author" content="Mara Voss">';
    expect(fateOf(storyPage({ head, end: `<p>${note}</p>` }), note)).toBe('author-note');
  });

  it('another text goes', () => {
    const text =
      'Elsewhere in Ostvik the band has lost its drum, and offers a reward to whoever finds it again.';
    expect(
      fateOf(storyPage({ after: `<section><div><p>${text}</p></div></section>` }), text),
    ).not.toBe('kept');
  });
});

describe('repeated text', () => {
  it('goes where it stands again', () => {
    const [first = ''] = storyParagraphs;
    const { article, cuts } = readPage(storyPage({ end: `<p>${first}</p>` }));
    expect(article.paragraphs).toEqual(storyParagraphs);
    expect(cuts).toContainEqual({
      text: first,
      rule: 'repeated',
      before: storyParagraphs.length,
    });
  });

  it('goes when it is a quote set large', () => {
    const quote = '“The whole floor of the pool was moving, and then it looked at me.”';
    expect(fateOf(storyPage({ inside: `<blockquote><p>${quote}</p></blockquote>` }), quote)).toBe(
      'pull-quote',
    );
  });
});

describe('the replies of a thread', () => {
  function thread(type: string): string {
    const data = `<script type="application/ld+json">{"@type":"${type}","headline":"${storyTitle}"}</script>`;
    const post = (author: string, texts: readonly string[]): string =>
      `<div class="post"><div class="author">${author}</div>${texts.map((it) => `<p>${it}</p>`).join('')}</div>`;
    return `<html lang="en"><head>${data}</head><body><main><h1>${storyTitle}</h1>${post('Mara', storyParagraphs)}${post('Ilan', [sentence, sentence.replace('April', 'May')])}</main></body></html>`;
  }

  it('go', () => {
    const { paragraphs } = readPage(thread('DiscussionForumPosting')).article;
    expect(paragraphs).toEqual(storyParagraphs);
  });

  it('stay when the page is no thread', () => {
    expect(fateOf(thread('NewsArticle'), sentence)).toBe('kept');
  });
});
