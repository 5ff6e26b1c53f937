import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../src/ports/clock.ts';
import { fetchAnswer } from '../../../src/article/fetch/fetch-answer.ts';
import { createFeedReader, type FeedReader } from '../../../src/digest/feeds/create-feed-reader.ts';
import { parseFeed } from '../../../src/digest/feeds/parse-feed.ts';
import type { FeedStore, KeptFeed } from '../../../src/ports/feed-store.ts';
import { serve } from '../../article/fetch/local-server.ts';
import { silentLog } from '../../bot/silent-log.ts';

export const never = new AbortController().signal;

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A feed reader in front of a real server on 127.0.0.1, with a clock that stands still and a store in memory. */
export interface FeedRig {
  readonly reader: FeedReader;
  /** What the server answers at a path; 404 where it says nothing. */
  readonly answers: Map<string, Answering>;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  readonly store: FeedStore & { readonly kept: Map<string, KeptFeed> };
  at(path: string): string;
  move(ms: number): void;
  now(): number;
}

export async function startFeedRig(): Promise<FeedRig> {
  const answers = new Map<string, Answering>();
  const asked: string[] = [];
  const { url, hostPort } = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answering = answers.get(path);
    if (answering === undefined) response.writeHead(404).end('Nothing here.');
    else answering(request, response);
  });
  let nowMs = Date.UTC(2031, 5, 2, 9);
  const clock: Pick<Clock, 'now'> = { now: () => nowMs };
  const store = memoryFeedStore();
  return {
    reader: createFeedReader({
      store,
      clock,
      log: silentLog,
      ask: (address, { maxBytes, ...ask }, signal) =>
        fetchAnswer(address, {
          allowedPrivateHosts: [hostPort],
          limits: { maxBytes, totalMs: 5000 },
          ask,
          signal,
        }),
      parse: (raw) => Promise.resolve({ status: 'done', parsed: parseFeed(raw) }),
    }),
    answers,
    asked,
    store,
    at: (path) => `${url}${path}`,
    move: (ms) => {
      nowMs += ms;
    },
    now: () => nowMs,
  };
}

/** Like the real one, it gives copies. */
export function memoryFeedStore(): FeedRig['store'] {
  const kept = new Map<string, KeptFeed>();
  return {
    kept,
    findFeed: (address) => Promise.resolve(structuredClone(kept.get(address))),
    putFeed: (one) => {
      kept.set(one.address, structuredClone(one));
      return Promise.resolve();
    },
  };
}

/** A small feed of items by their names. */
export function rss(title: string, items: readonly string[]): string {
  const all = items.map(
    (name) => `<item><title>About ${name}</title><guid>${name}</guid><link>/${name}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${all.join('')}</channel></rss>`;
}

export function giving(body: string, headers: Record<string, string> = {}): Answering {
  return (_, response) => response.writeHead(200, headers).end(body);
}

export function saying(status: number, headers: Record<string, string> = {}): Answering {
  return (_, response) => response.writeHead(status, headers).end('Not now.');
}

/** The titles of a feed's items as they are read now. */
export async function titles(rig: FeedRig, path: string): Promise<readonly string[] | undefined> {
  const { feed } = await rig.reader.read(rig.at(path), never);
  return feed?.items.map(({ title }) => title);
}
