import { describe, expect, it } from '@jest/globals';
import { pageUrl, problemOf, readPage } from '../read-page.ts';
import { storyPage, storyParagraphs } from '../story-page.ts';

interface Shape {
  readonly title: string;
  readonly body: string;
  readonly head?: string;
}

function page({ title, body, head = '' }: Shape): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

function news(title: string, paragraphs: readonly string[], head = ''): string {
  const body = `<main><article><h1>${title}</h1>${paragraphs.map((it) => `<p>${it}</p>`).join('')}</article></main>`;
  return page({ title, body, head });
}

const declared = '<script type="application/ld+json">{"@type":"NewsArticle"}</script>';
const video =
  '<script type="application/ld+json">{"@type":"VideoObject","name":"Eels by night"}</script>';
const login =
  '<form action="/login"><input name="user"><input type="password" name="password"><button>Go</button></form>';
const shortStory = storyParagraphs.slice(0, 2);

function teasers(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `<div><h3><a href="/news/${index}">Ship ${index} comes back to Kelp Bay with eels</a></h3><p>They came at night.</p></div>`,
  ).join('');
}

describe('a check for robots', () => {
  it.each([
    [
      'Just a moment...',
      '<h1>harbourpost.example</h1><p>Verify you are human by completing the action below.</p>',
    ],
    ['Harbour Post', '<p>Please complete the security check to go on.</p>'],
    ['Harbour Post', '<h1>Access denied</h1><p>You cannot see this page from where you are.</p>'],
    ['Moment', '<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>'],
  ])('is a page titled %j that says %j', (title, body) => {
    expect(problemOf(page({ title, body }))).toEqual({ code: 'bot-check' });
  });
});

describe('a wall that asks for consent', () => {
  it('is a page that speaks of nothing but cookies and partners', () => {
    const body =
      '<div><h1>We value your privacy</h1><p>We and our partners store cookies on your device and read them, in order to measure advertising and to get to know our readers.</p><p>You can withdraw your consent at any time in the privacy settings at the foot of each page of ours.</p><p>Accept all cookies</p></div>';
    expect(problemOf(page({ title: 'Harbour Post', body }))).toEqual({ code: 'consent-wall' });
  });

  it('does not hide the story of a page that has one', () => {
    const banner =
      '<div class="cookie-banner"><p>We value your privacy. We and our partners store cookies.</p><p>Accept all cookies</p></div>';
    expect(readPage(storyPage({ before: banner })).article.paragraphs).toEqual(storyParagraphs);
  });
});

describe('a page that is not there', () => {
  it.each([
    ['Page not found', '<p>Perhaps it has moved.</p>'],
    ['404 | Harbour Post', '<p>Perhaps it has moved.</p>'],
    ['Harbour Post', '<h1>Page not found</h1><p>Perhaps it has moved, or it never was.</p>'],
    ['Harbour Post', '<p>The page you are looking for does not exist.</p>'],
    ['Hafenpost', '<h1>Seite nicht gefunden</h1>'],
  ])('is one titled %j that says %j', (title, body) => {
    expect(problemOf(page({ title, body }))).toEqual({
      code: 'not-found',
      host: 'www.harbourpost.example',
      status: 200,
    });
  });
});

describe('a front page', () => {
  it('is one with many linked headlines at the address of a site', () => {
    const html = page({ title: 'Harbour Post', body: `<main>${teasers(12)}</main>` });
    expect(problemOf(html, 'https://www.harbourpost.example/')).toEqual({
      code: 'not-an-article',
      kind: 'home',
    });
  });

  it('is one with many linked headlines anywhere', () => {
    const html = page({ title: 'Rivers', body: `<main>${teasers(20)}</main>` });
    expect(problemOf(html, 'https://www.harbourpost.example/topics/rivers')).toEqual({
      code: 'not-an-article',
      kind: 'home',
    });
  });

  it('is no story with many teasers below it', () => {
    expect(problemOf(storyPage({ after: `<div>${teasers(20)}</div>` }))).toBeUndefined();
  });

  it('is no story that somebody put at the address of a site', () => {
    const words = [
      ...storyParagraphs,
      ...storyParagraphs.map((it) => it.replace('The', 'Then the')),
    ];
    expect(problemOf(news('Eels', words), 'https://www.harbourpost.example/')).toBeUndefined();
  });
});

describe('a login', () => {
  it('is a page that asks for a password and says nothing else', () => {
    expect(problemOf(page({ title: 'Welcome', body: `<h1>Welcome</h1>${login}` }))).toEqual({
      code: 'not-an-article',
      kind: 'login',
    });
  });

  it('is a page with a title that says so and a few words beside the form', () => {
    const body = `<h1>Sign in</h1><p>${shortStory[0] ?? ''}</p>${login}`;
    expect(problemOf(page({ title: 'Sign in', body }))).toEqual({
      code: 'not-an-article',
      kind: 'login',
    });
  });

  it('is no short news item on a page where one can log in', () => {
    const html = news('Eels return', shortStory).replace(
      '<main>',
      `<div class="menu">${login}</div><main>`,
    );
    expect(readPage(html).article.paragraphs).toEqual(shortStory);
  });
});

describe('a video', () => {
  it('is a page that says so and has a line or two of text', () => {
    const body =
      '<h1>Eels by night</h1><video src="a.mp4"></video><p>Watch the eels come back to Kelp Bay.</p>';
    expect(problemOf(page({ title: 'Eels by night', body, head: video }))).toEqual({
      code: 'not-an-article',
      kind: 'video',
    });
  });

  it('is no article with a video in it', () => {
    expect(problemOf(storyPage({ head: video }))).toBeUndefined();
  });

  it('is no short article that says what it is', () => {
    expect(problemOf(news('Eels', shortStory, declared + video))).toBeUndefined();
  });
});

describe('a page behind a paywall', () => {
  const offer = '<div><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></div>';

  it('is refused when nothing of the story can be read', () => {
    const body = `<main><h1>Eels return</h1><p>They came at night.</p>${offer}</main>`;
    expect(problemOf(page({ title: 'Eels return', body }))).toEqual({ code: 'paywall' });
  });

  it('is refused when its data say so and it shows next to nothing', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    expect(problemOf(page({ title: 'Eels', body: '<h1>Eels</h1><p>At night.</p>', head }))).toEqual(
      {
        code: 'paywall',
      },
    );
  });
});

describe('an empty page', () => {
  it.each([
    ['without a body', '<html><head><title>Eels</title></head></html>'],
    ['without text', page({ title: 'Eels', body: '<div id="app"></div><script>start()</script>' })],
    ['with a line', page({ title: 'Eels', body: '<p>Loading the eels.</p>' })],
    ['of nothing', ''],
  ])('is one %s', (_, html) => {
    expect(problemOf(html)).toEqual({ code: 'not-an-article', kind: 'empty' });
  });

  it('is no single sentence that is said to be an article', () => {
    const text = 'The harbour of Kelp Bay is open again, said the mayor on Tuesday.';
    expect(readPage(news('Harbour open', [text], declared)).article.paragraphs).toEqual([text]);
  });
});

describe('an article is one, even when it is about', () => {
  it.each([
    [
      'cookies',
      'Why every site says: we value your privacy',
      [
        'For ten years the sites of Ostvik have asked the same thing, and for ten years nobody has read it: whether one would accept all cookies, or manage them one by one.',
        '“We and our partners means eight hundred companies,” said Tilde Brask, who has counted them for the parish. “I know the names of three.”',
        'The council wants to forbid the question. Whoever says no once should be asked no more, it wrote on Friday, and whoever says nothing has said no.',
        'The harbour office has taken its own banner down already. Its clerk says that not a single visitor has missed it since.',
      ],
    ],
    [
      'lost pages',
      'Page not found: the men who collect error 404',
      [
        'There are people who collect stamps, and there are Ugo Bo and his brother, who collect the pages that tell a reader that the page does not exist.',
        'They own eleven thousand of them, printed on good paper and filed by colour. The oldest is from the winter in which the mill was shut.',
        '“A 404 error is the most honest thing that a company will ever say to you,” said Bo, and turned to the one with the whale.',
        'An exhibition in the bathing house of Kelp Bay runs until June. The way to it is signposted, though two of the signs lead nowhere.',
      ],
    ],
    [
      'captchas',
      'Are you a robot? A town wants to know',
      [
        'Since Tuesday whoever wants to park behind the bathing house must verify that he is human, by clicking on all the eels in nine small pictures.',
        '“I’m not a robot,” said Ilan Perez, who failed four times, “but I had to admit that I no longer felt sure of it by the end.”',
        'The council had ordered the machine after somebody, or something, had bought every ticket of the summer within a minute.',
        'It will be replaced in April. The new one asks for the colour of the mill, which has none, and lets everybody through who hesitates.',
      ],
    ],
    [
      'paywalls',
      'Subscribe to continue reading, says the parish book',
      [
        'The book in which the parish of Ostvik counts its eels has a price now: two crowns for the current year, and five for everything since the war.',
        '“People kept on turning the pages without a thought,” said the warden. “Now they get unlimited access for the price of a bun, and they wash their hands.”',
        'The bathing house was the first to subscribe. It has put its copy next to the towels, where it may be read for nothing.',
        'What happens to the money is not known. The council thinks of a car park.',
      ],
    ],
  ])('%s', (_, title, paragraphs) => {
    expect(readPage(news(title, paragraphs)).article.paragraphs).toEqual(paragraphs);
  });
});

describe('a short news item is one too, when', () => {
  const items = [
    'The coast road at Kelp Bay was closed for two hours on Friday morning, after a lorry with eels had lost its load near the mill.',
    'Nobody was hurt. The wardens swept four hundred and six of them back into the stream, said Tilde Brask, who counted.',
  ];

  it.each([
    'Police spoke of unusual traffic.',
    '“Access denied,” said the sign at the mill.',
    '“It was a man at the wheel, not a robot,” said the driver.',
  ])('somebody in it says %j', (sentence) => {
    const paragraphs = [...items, sentence];
    expect(readPage(news('Eels on the road', paragraphs)).article.paragraphs).toEqual(paragraphs);
  });

  it('its headline begins with the number 404', () => {
    expect(readPage(news('404 homes for Kelp Bay', items)).article.paragraphs).toEqual(items);
  });

  it.each(['Loginov wins the harbour run', 'Council puts up a sign in Kelp Bay'])(
    'one can log in on its page and its headline is %j',
    (title) => {
      const html = news(title, items).replace('<main>', `<div class="menu">${login}</div><main>`);
      expect(readPage(html).article.paragraphs).toEqual(items);
    },
  );

  it('it stands in a single paragraph', () => {
    const paragraphs = [items.join(' ')];
    expect(readPage(news('Eels on the road', paragraphs)).article.paragraphs).toEqual(paragraphs);
  });
});

describe('a page', () => {
  it.each(['not an address', '', '/news/eels'])('is judged without an address too: %j', (url) => {
    expect(problemOf(storyPage(), url)).toBeUndefined();
  });

  it('is judged at its own address', () => {
    expect(problemOf(storyPage(), pageUrl)).toBeUndefined();
  });
});
