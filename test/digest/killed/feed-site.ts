import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site with a feed for each plan; each time that it is published it has new stories. */
export interface FeedSite {
  readonly host: string;
  readonly feedUrl: (plan: number) => string;
  /** Adds stories to every feed. Resolves to nothing: they are there at once. */
  readonly publish: (atMs: number) => void;
  /** The titles that a plan's feed ever had. */
  readonly titles: (plan: number) => readonly string[];
  readonly close: () => Promise<void>;
}

interface Item {
  readonly path: string;
  readonly title: string;
  readonly atMs: number;
}

const CONSONANTS = 'bdfgklmnprtvzhj';
const VOWELS = 'aeiou';
const VERBS = ['buys', 'leaves', 'paints', 'measures', 'forgets', 'defends', 'opens', 'borrows'];

export async function startFeedSite(plans: number, perTime: number): Promise<FeedSite> {
  const feeds: Item[][] = Array.from({ length: plans }, () => []);
  const pages = new Map<string, string>();
  let count = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const plan = Number(/^\/feed\/(\d+)$/u.exec(path)?.[1] ?? -1);
    const items = feeds[plan];
    if (items !== undefined) {
      response.setHeader('content-type', 'application/rss+xml').end(renderFeed(plan, items));
      return;
    }
    const page = pages.get(path);
    response
      .writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' })
      .end(page ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    feedUrl: (plan) => `http://${host}/feed/${plan}`,
    publish(atMs) {
      for (const items of feeds)
        for (let at = 0; at < perTime; at += 1) {
          const item = newItem((count += 1), atMs);
          items.unshift({ ...item, path: `http://${host}${item.path}` });
          pages.set(item.path, renderPage(item.title, count));
        }
    },
    titles: (plan) => (feeds[plan] ?? []).map(({ title }) => title),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Every story has words of its own. */
function newItem(number: number, atMs: number): Item {
  const [who, what, where] = [wordOf(3 * number), wordOf(3 * number + 1), wordOf(3 * number + 2)];
  const verb = VERBS[number % VERBS.length] ?? '';
  return {
    path: `/story/${number}`,
    title: `${who} ${verb} the ${what.toLowerCase()} of ${where}`,
    atMs,
  };
}

/** Consonant and vowel, three times. */
const PAIRS = CONSONANTS.length * VOWELS.length;
const WORDS = PAIRS ** 3;

/**
 * An invented word for a number, another one for each below 421,875: of six letters, so that what takes off endings leaves
 * them apart.
 */
function wordOf(number: number): string {
  // No divisor in common with the number of words, so neighbours have nothing in common either.
  const scattered = (number * 277_777) % WORDS;
  const pairs = [
    scattered % PAIRS,
    Math.floor(scattered / PAIRS) % PAIRS,
    Math.floor(scattered / PAIRS ** 2),
  ];
  const word = pairs
    .map(
      (pair) =>
        `${CONSONANTS.charAt(Math.floor(pair / VOWELS.length))}${VOWELS.charAt(pair % VOWELS.length)}`,
    )
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function renderFeed(plan: number, items: readonly Item[]): string {
  const entries = items
    .slice(0, 60)
    .map(
      ({ path, title, atMs }) =>
        `<item><title>${title}</title><link>${path}</link><guid>${path}</guid><pubDate>${new Date(atMs).toUTCString()}</pubDate></item>`,
    );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette ${plan}</title>${entries.join('')}</channel></rss>`;
}

function renderPage(title: string, number: number): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>${title}, the county said on Monday, and nobody in the street was surprised by it.</p>
<p>“We have waited for number ${number} on the list for a long time,” said Tilde Brask, who keeps the list of the county.</p>
<p>The work cost ${number + 3} million crowns, of which the county paid half and the neighbours the other half.</p>
<p>Visitors are let in again from September, when the last of the scaffolding has been taken down and sold.</p>
</article></body></html>`;
}
