import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import { readHtml } from '../src/article/html/read-html.ts';
import { summaryOf } from './chain.ts';
import { findAnnotatedPages, findFixtures, loadHtml } from './corpora.ts';
import type { Measured, Places, Row } from './measure.ts';
import { meanOf, medianOf, timeInTurns, type Timings } from './time.ts';

/** Enough pages for a steady median, few enough for half a minute. */
const MAX_PAGES = 30;
const WARM_UP_PAGES = 4;
const ROUNDS = 3;
const REACH_READING = 0.35;
const REACH_SUMMARY = 0.5;

interface Page {
  readonly html: string;
  readonly url: string;
}

const READING = 'nutgraf, page to article';
const SUMMARY = 'nutgraf, page to summary';
const REFERENCE = 'Readability + jsdom';

const WAYS = new Map<string, (page: Page) => unknown>([
  [READING, ({ html, url }) => readHtml(html, { url })],
  [SUMMARY, ({ html, url }) => summaryOf(readHtml(html, { url }))],
  [REFERENCE, tolerate(readWithJsdom)],
  ['Readability + linkedom', tolerate(readWithLinkedom)],
  ['defuddle + linkedom', tolerate(readWithDefuddle)],
]);

/** What each of our own ways may take of the reference's time. */
const REACH: ReadonlyMap<string, number> = new Map([
  [READING, REACH_READING],
  [SUMMARY, REACH_SUMMARY],
]);

/** Other readers may give up on a page; then the time until they do is what counts. */
function tolerate(way: (page: Page) => unknown): (page: Page) => Promise<void> {
  return async (page) => {
    try {
      await way(page);
    } catch {
      // Said above; what they find is not measured here.
    }
  };
}

/** Time a page against other readers on the same pages, in turns, after a warm-up. */
export async function measureSpeed(places: Places): Promise<Measured> {
  const pages = takePages(places);
  if (pages.length === 0) return { status: 'left-out', why: 'no pages to read' };
  await timeInTurns(WAYS, pages.slice(0, WARM_UP_PAGES), 1);
  const timings = await timeInTurns(WAYS, pages, ROUNDS);
  return {
    status: 'measured',
    rows: [...WAYS.keys()].map((name) => rowOf(name, timings, pages.length)),
  };
}

function rowOf(name: string, timings: Timings, pages: number): Row {
  const times = timings.get(name) ?? [];
  const reference = timings.get(REFERENCE) ?? [];
  const median = medianOf(times);
  const ratio = median / medianOf(reference);
  const meanRatio = meanOf(times) / meanOf(reference);
  const reach = REACH.get(name);
  return {
    measure: `time per page, median (mean), ${pages} pages: ${name}`,
    here: `${median.toFixed(1)} ms (${meanOf(times).toFixed(1)} ms), ratio ${ratio.toFixed(2)} (${meanRatio.toFixed(2)})`,
    bestElsewhere: name === READING ? 'linkedom alone about .2' : '',
    ...(reach === undefined
      ? { reach: '' }
      : { reach: `ratio <= ${reach.toFixed(2)}`, reached: ratio <= reach }),
  };
}

function readWithJsdom({ html, url }: Page): unknown {
  // A console of its own keeps the style sheet errors of real pages off the terminal.
  const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const found = new Readability(dom.window.document).parse();
  dom.window.close();
  return found;
}

function readWithLinkedom({ html }: Page): unknown {
  return new Readability(parseHTML(html).document).parse();
}

function readWithDefuddle({ html, url }: Page): Promise<unknown> {
  // Without `useAsync: false` it may go out to the network.
  return Defuddle(parseHTML(html).document, url, { useAsync: false });
}

/** Annotated pages spread over the corpus, or the project's own where the corpus is not there. */
function takePages({ corpora, fixtures }: Places): readonly Page[] {
  const annotated = findAnnotatedPages(corpora) ?? [];
  if (annotated.length > 0) {
    const step = Math.max(annotated.length / MAX_PAGES, 1);
    return Array.from({ length: Math.min(MAX_PAGES, annotated.length) }, (_, index) => index)
      .map((index) => annotated[Math.floor(index * step)])
      .filter((page) => page !== undefined)
      .map((page) => ({ html: loadHtml(corpora, page), url: page.url }));
  }
  return findFixtures(fixtures, 'pages')
    .filter((folder) => folder.files.includes('page.html'))
    .slice(0, MAX_PAGES)
    .map((folder) => ({
      html: readFileSync(path.join(folder.path, 'page.html'), 'utf8'),
      url: 'https://example.org/story',
    }));
}
