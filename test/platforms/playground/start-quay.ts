import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of a feed and its stories, on this machine. */
export interface Quay {
  readonly host: string;
  readonly feed: string;
  /** `/slow` is a page that waits for this. */
  readonly answerSlow: () => void;
  readonly close: () => Promise<void>;
}

/** Nobody guesses that it is there. */
const FEED = '/of-the-quay.xml';
const THINGS = ['dredger', 'ferry', 'market'] as const;

export async function startQuay(): Promise<Quay> {
  let answerSlow = (): void => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/slow') {
      answerSlow = () => response.setHeader('content-type', 'text/html').end(storyOf('ferry'));
      return;
    }
    const at = Number((request.url ?? '').slice(1));
    const thing = THINGS[at];
    if (thing === undefined && request.url !== FEED) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', thing === undefined ? 'application/rss+xml' : 'text/html');
    response.end(thing === undefined ? feedOf(host()) : storyOf(thing));
  });
  const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: host(),
    feed: `http://${host()}${FEED}`,
    answerSlow: () => answerSlow(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function feedOf(host: string): string {
  const items = THINGS.map(
    (thing, at) =>
      `<item><title>The ${thing} of Eel Quay is back</title><link>http://${host}/${at}</link><guid>${at}</guid><pubDate>${new Date(Date.now() - (at + 1) * 3_600_000).toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Eel Quay News</title><link>http://${host}/</link><description>News</description>${items.join('')}</channel></rss>`;
}

function storyOf(thing: string): string {
  const paragraphs = [
    `The ${thing} of Eel Quay came back on Tuesday after two years of repairs that cost 4 million crowns.`,
    `“We had stopped counting the weeks,” said Mara Holt, who has run the ${thing} since 2019. “Now we count the tides.”`,
    `The town council had promised that the ${thing} would be back within six months. It took a loan and two trials.`,
    `About three hundred people came to see the ${thing} in the rain, and the school had the morning off.`,
    `The next decision is due in autumn, when the council votes on whether the ${thing} stays for good.`,
  ];
  return `<!doctype html><html lang="en"><head><title>The ${thing} of Eel Quay is back</title></head><body><article><h1>The ${thing} of Eel Quay is back</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;
}
