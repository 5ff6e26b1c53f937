import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inventReports } from './invented-reports.ts';
import { writeQuotedStory } from './invented-story.ts';

const MINUTE_MS = 60_000;

/** Feeds with their articles, served on this machine. */
export interface FeedSite {
  readonly host: string;
  readonly close: () => Promise<void>;
}

export interface FeedSiteSize {
  readonly feeds: number;
  /** Of each feed. */
  readonly items: number;
}

export async function startFeedSite({ feeds, items }: FeedSiteSize): Promise<FeedSite> {
  const titles = inventReports(feeds * items, feeds).map(({ title }) => title);
  const server = createServer((request, response) => {
    const [, kind, feed = '0', item = '0'] = (request.url ?? '').split('/');
    const number = Number(feed) * items + Number(item);
    if (kind === 'feed')
      response
        .setHeader('content-type', 'application/rss+xml')
        .end(
          renderFeed(
            host,
            Number(feed),
            titles.slice(Number(feed) * items, (Number(feed) + 1) * items),
          ),
        );
    else response.setHeader('content-type', 'text/html').end(renderPage(titles[number] ?? ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function renderFeed(host: string, feed: number, titles: readonly string[]): string {
  const items = titles.map((title, item) => {
    const link = `http://${host}/story/${feed}/${item}`;
    const date = new Date(Date.now() - item * MINUTE_MS).toUTCString();
    return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`;
}

function renderPage(title: string): string {
  const paragraphs = writeQuotedStory(12).map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${title}, the county said on Monday, and the neighbours came to see it.</p>${paragraphs.join('')}</article></body></html>`;
}
