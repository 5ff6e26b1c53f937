import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { placeCuts } from '../../src/article/place-cuts.ts';
import { readHtml } from '../../src/article/html/read-html.ts';
import { readMarkdown } from '../../src/article/markdown/read-markdown.ts';
import { readText } from '../../src/article/pasted/read-text.ts';
import { readPdf } from '../../src/article/pdf/read-pdf.ts';
import type { Reading } from '../../src/article/reading.ts';
import { inPageOrder } from './in-page-order.ts';
import { writePdf, type Layout } from './pdf/write-pdf.ts';

describe('placeCuts', () => {
  it('counts the paragraphs that stand above', () => {
    const pieces = [
      { text: 'Menu', rule: 'navigation' },
      { text: 'The sails turned.' },
      { text: 'Advertisement', rule: 'ad-label' },
      { text: 'Share', rule: 'share' },
      { text: 'The stones sang.', rule: undefined },
      { text: 'Imprint', rule: 'after-story' },
    ];
    expect(placeCuts(pieces)).toEqual([
      { text: 'Menu', rule: 'navigation', before: 0 },
      { text: 'Advertisement', rule: 'ad-label', before: 1 },
      { text: 'Share', rule: 'share', before: 1 },
      { text: 'Imprint', rule: 'after-story', before: 2 },
    ]);
    expect(placeCuts([])).toEqual([]);
  });
});

const PARAGRAPHS = [
  'The ferry to Eel Quay stopped on Monday, after the pier had been found to lean by a hand’s width towards the sea.',
  '“Nobody noticed because everybody leaned with it,” said Mara Holt, the harbourmaster, who measured it with a bottle.',
  'Divers will look at the piles this week. Until then the islanders row, as they did before the bridge was promised.',
] as const;
const [FERRY, NOBODY, DIVERS] = PARAGRAPHS;

const head = { x: 72, y: 40, size: 9, font: 'Helvetica', lines: ['The Eel Quay Post'] } as const;
const foot = (page: string) => ({ x: 300, y: 765, size: 9, lines: [page] });

const twoPages: Layout = {
  pages: [
    [
      head,
      { x: 72, y: 90, size: 24, font: 'Helvetica-Bold', lines: ['The pier leans'] },
      { x: 72, y: 120, size: 10, font: 'Helvetica', lines: ['By Ada Munro'] },
      {
        x: 72,
        y: 170,
        size: 11,
        lines: [
          'The ferry to Eel Quay stopped on Monday, after the pier had been found to lean by a',
          'hand’s width.',
        ],
      },
      { x: 72, y: 230, size: 9, lines: ['Figure 1. The pier on Monday, seen from the sea.'] },
      { x: 590, y: 400, size: 6, turn: 90, lines: ['Photograph: Ida Lund'] },
      {
        x: 72,
        y: 560,
        size: 11,
        lines: [
          'Divers will look at the piles this week, and the islanders row until then, as they did',
          'before the bridge was promised to them, which nobody on the island can remember and',
        ],
      },
      { x: 72, y: 730, size: 8, lines: ['1 She keeps the bottle on a shelf.'] },
      foot('1'),
    ],
    [
      head,
      { x: 72, y: 90, size: 11, lines: ['few of them still expect.'] },
      {
        x: 72,
        y: 120,
        size: 11,
        lines: [
          '“Nobody noticed because everybody leaned with it,” said Mara Holt, the harbourmaster,',
          'who measured it with a bottle.',
        ],
      },
      foot('2'),
    ],
  ],
};

const twoColumns: Layout = {
  pages: [
    [
      head,
      {
        x: 60,
        y: 100,
        size: 10,
        lines: [
          'The ferry to Eel Quay stopped on Monday, and the',
          'islanders rowed to their work for the first time in',
          'forty years. Nobody was late.',
        ],
      },
      { x: 30, y: 150, size: 6, turn: 90, lines: ['Left of it'] },
      {
        x: 60,
        y: 170,
        size: 10,
        lines: [
          'It came back on Thursday with a crew that had been',
          'taught how to stand on a pier that leans, which is',
          'harder than to stand on a boat.',
        ],
      },
      {
        x: 320,
        y: 100,
        size: 10,
        lines: [
          'The harbourmaster measured it with a bottle that',
          'she keeps on a shelf for the purpose, and with the',
          'patience of her office.',
        ],
      },
      { x: 412.5, y: 120, size: 6, lines: ['2'] },
      { x: 600, y: 150, size: 6, turn: 90, lines: ['Right of it'] },
      {
        x: 320,
        y: 170,
        size: 10,
        lines: [
          'Divers will look at the piles this week. If they find',
          'worms, the pier goes; if they find none, it stays as',
          'it is and is called a sight.',
        ],
      },
      foot('1'),
    ],
    [
      head,
      { x: 60, y: 100, size: 10, lines: ['Rowing boats were counted: there are eleven of them.'] },
      foot('2'),
    ],
  ],
};

describe('a cut stands where it stood', () => {
  it('in a page', () => {
    const reading = readHtml(`<!doctype html><html lang="en"><head><title>The pier leans</title>
      <style>.gone { display: none }</style></head><body>
      <nav><a href="/">Home page</a></nav><p hidden>Cookies were here</p>
      <main><article><h1>The pier leans</h1><p class="byline">By Ada Munro</p>
      <p><span class="sr-only">Story begins</span> ${FERRY}</p>
      <div class="gone">Buy a boat</div><aside class="related"><a href="/2">More about piers</a></aside>
      <p>${NOBODY}<span aria-hidden="true">End mark</span>
      </p>
      <p>${FERRY}</p>
      <figure><figcaption>The pier on Monday</figcaption></figure>
      <p>${DIVERS.replace(' Until', ' <b hidden>Inside here</b> Until')}</p>
      <p hidden>Below it all</p></article></main><footer><p>All rights reserved</p></footer></body></html>`);
    expect(inPageOrder(reading)).toEqual([
      '- navigation: Home page',
      '- hidden: Cookies were here',
      '- headline: The pier leans',
      '- byline: By Ada Munro',
      '- hidden: Story begins',
      '+ The ferry to Eel',
      '- hidden: Buy a boat',
      '- aside: More about piers',
      '+ “Nobody noticed because everybody',
      '- hidden: End mark',
      '- repeated: The ferry to Eel',
      '- caption: The pier on Monday',
      '- hidden: Inside here',
      '+ Divers will look at',
      '- hidden: Below it all',
      '- page-footer: All rights reserved',
    ]);
  });

  it('in a page whose story stands in its data: around the story', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'The pier leans',
      articleBody: PARAGRAPHS.join('\n'),
    };
    const reading = readHtml(`<html lang="en"><head><title>The pier leans</title>
      <script type="application/ld+json">${JSON.stringify(data)}</script></head><body>
      <nav><a href="/">Home page</a></nav><main><h1>The pier leans</h1><p>Please switch on scripts, or there is nothing to be read here today.</p></main>
      <footer><p>All rights reserved</p></footer></body></html>`);
    const [first, ...rest] = inPageOrder(reading);
    expect([first, rest.at(-1)]).toEqual([
      '- navigation: Home page',
      '- page-footer: All rights reserved',
    ]);
    expect(rest.filter((line) => line.startsWith('+'))).toHaveLength(3);
  });

  it('in a Markdown text', () => {
    const reading = readMarkdown(`# The pier leans

By Ada Munro

![The pier](pier.png)
*The pier on Monday*

${FERRY} ![A boat](boat.png)

${NOBODY}
[^1]: She keeps the bottle.

\`\`\`
lean = 7
\`\`\`

| Pier | Lean |
|------|------|
| East | 7 |

## Below the water ![A wave](wave.png)

${DIVERS}
Day | Divers
----|-------
Tue | 2

![A ladder](ladder.png) They row.

<!-- the end -->
`);
    expect(inPageOrder(reading)).toEqual([
      '- byline: By Ada Munro',
      '- picture: The pier',
      '- caption: The pier on Monday',
      '+ The ferry to Eel',
      '- picture: A boat',
      '+ “Nobody noticed because everybody',
      '- footnote: [^1]: She keeps the',
      '- code: lean = 7',
      '- table: | Pier | Lean',
      '+ Below the water',
      '- picture: A wave',
      '+ Divers will look at',
      '- table: Day | Divers ----|-------',
      '- picture: A ladder',
      '+ They row.',
      '- html: <!-- the end -->',
    ]);
  });

  it('in a pasted page', () => {
    const reading = readText(
      `Menu\nLog in\nThe pier leans\nBy Ada Munro\n${FERRY}\nAdvertisement\nShare\n${NOBODY}\nPhoto: Ida Lund\n${DIVERS}\nMost read\nOther piers`,
    );
    expect(inPageOrder(reading)).toEqual([
      '- navigation: Menu',
      '- navigation: Log in',
      '- byline: By Ada Munro',
      '+ The ferry to Eel',
      '- ad-label: Advertisement',
      '- share: Share',
      '+ “Nobody noticed because everybody',
      '- credit: Photo: Ida Lund',
      '+ Divers will look at',
      '- related: Most read',
      '- after-story: Other piers',
    ]);
  });

  it('in a mail', () => {
    const reading = readText(
      `From: Ada Munro\nSubject: The pier leans\nDate: Mon, 2 May 2031\n\n${PARAGRAPHS.join('\n\n')}\n\n-- \nAda Munro, Eel Quay`,
    );
    expect(inPageOrder(reading)).toEqual([
      '- mail: From: Ada Munro',
      '- mail: Subject: The pier leans',
      '- mail: Date: Mon, 2 May',
      '+ The ferry to Eel',
      '+ “Nobody noticed because everybody',
      '+ Divers will look at',
      '- mail: --',
      '- mail: Ada Munro, Eel Quay',
    ]);
  });

  it('in a document', async () => {
    const reading = await readPdf(writePdf(twoPages));
    expect(inPageOrder(reading)).toEqual([
      '- running-line: The Eel Quay Post',
      '- byline: By Ada Munro',
      '+ The ferry to Eel',
      '- caption: Figure 1. The pier',
      '- turned: Photograph: Ida Lund',
      '- footnote: 1 She keeps the',
      '- page-number: 1',
      '- running-line: The Eel Quay Post',
      // It goes on below the foot of the first page and the head of the second.
      '+ Divers will look at',
      '+ “Nobody noticed because everybody',
      '- page-number: 2',
    ]);
  });

  it('in two columns', async () => {
    const reading = await readPdf(writePdf(twoColumns));
    expect(inPageOrder(reading)).toEqual([
      '- running-line: The Eel Quay Post',
      '+ The ferry to Eel',
      '- turned: Left of it',
      '+ It came back on',
      '- footnote-mark: 2',
      '+ The harbourmaster measured it',
      '- turned: Right of it',
      '+ Divers will look at',
      '- page-number: 1',
      '- running-line: The Eel Quay Post',
      '+ Rowing boats were counted:',
      '- page-number: 2',
    ]);
  });
});

const FIXTURES = path.join(import.meta.dirname, '../fixtures');

/** Every page, text and document that has a story written down beside it. */
async function readFixtures(): Promise<readonly Reading[]> {
  const load = (pattern: string): readonly string[] =>
    globSync(pattern, { cwd: FIXTURES }).map((file) =>
      readFileSync(path.join(FIXTURES, file), 'utf8'),
    );
  const documents = load('pdf/*/layout.json').map((layout) =>
    writePdf(JSON.parse(layout) as Layout),
  );
  return [
    ...load('pages/*/page.html').flatMap((html) => [
      readHtml(html),
      readHtml(html, { isFlat: true }),
    ]),
    ...load('markdown/*/page.md').map((text) => readMarkdown(text)),
    ...load('pasted/*/page.txt').map((text) => readText(text)),
    ...(await Promise.all(documents.map((document) => readPdf(document)))),
  ];
}

describe('whatever is read', () => {
  it('has its cuts in the order of the page, none of them beyond its paragraphs', async () => {
    const readings = await readFixtures();
    const read = readings.filter((reading) => reading.status === 'read');
    expect(read.length).toBeGreaterThan(100);
    for (const { article, cuts } of read) {
      const places = cuts.map(({ before }) => before);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places.filter((place) => place < 0 || place > article.paragraphs.length)).toEqual([]);
    }
    expect(read.flatMap(({ cuts }) => cuts).length).toBeGreaterThan(1000);
  });
});
