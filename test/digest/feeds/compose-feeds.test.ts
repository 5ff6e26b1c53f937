import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { composeDesk, type Desk } from '../../../src/compose.ts';
import { composeFeeds } from '../../../src/compose-feeds.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { FeedReader } from '../../../src/digest/feeds/create-feed-reader.ts';
import { openStore, type OpenStore } from '../../../src/store/open-store.ts';
import { serve } from '../../article/fetch/local-server.ts';
import { silentLog } from '../../bot/silent-log.ts';
import { temporaryFolder } from '../../store/rig.ts';
import { never, rss } from './rig.ts';

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Whole {
  readonly reader: FeedReader;
  readonly desk: Desk;
  readonly store: OpenStore;
  move(ms: number): void;
}

/** As the bot has it: real workers, a real database, real settings. */
function start(hosts: readonly string[]): Whole {
  const folder = temporaryFolder();
  closers.push(folder.remove);
  const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: hosts.join(',') };
  const loaded = loadConfig({ env, cwd: folder.path });
  if (loaded.status !== 'valid') throw new Error(loaded.faults.join('\n'));
  const { config } = loaded;
  const desk = composeDesk({ ...config, engine: { ...config.engine, workers: 1 } });
  closers.push(() => desk.close());
  const store = openStore({ url: join(folder.path, 'n.sqlite'), cwd: folder.path });
  closers.push(() => store.close());
  let nowMs = Date.UTC(2031, 5, 2, 9);
  const clock = { now: () => nowMs, wait: () => Promise.reject(new Error('nobody waits')) };
  const reader = composeFeeds(config, { desk, store: store.feeds, clock, log: silentLog });
  return { reader, desk, store, move: (ms) => (nowMs += ms) };
}

describe('the sources of digests', () => {
  it('are read by a worker and kept in the database', async () => {
    const { url, hostPort } = await serve((_, response) => response.end(rss('Quay', ['eels'])));
    const { reader, store } = start([hostPort]);
    const { feed } = await reader.read(`${url}/feed`, never);
    expect(feed).toMatchObject({ title: 'Quay', items: [{ url: `${url}/eels` }] });
    expect(await store.feeds.findFeed(`${url}/feed`)).toMatchObject({ feed });
  });

  it('can be fifty, each on its own host, with some that fail', async () => {
    const servers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        serve((_request, response) => {
          if (at % 10 === 9) response.writeHead(500).end();
          else response.end(rss(`Quay ${at}`, ['eels', 'crabs']));
        }),
      ),
    );
    const { reader } = start(servers.map(({ hostPort }) => hostPort));
    const read = await Promise.all(servers.map(({ url }) => reader.read(`${url}/feed`, never)));
    expect(read.map(({ feed, problem }) => feed?.title ?? problem?.code)).toEqual(
      servers.map((_, at) => (at % 10 === 9 ? 'server-error' : `Quay ${at}`)),
    );
  });

  it('cost a worker at most: one that is too much to hold is unreadable, the next is read', async () => {
    const hostile = `{"version":"https://jsonfeed.org/version/1.1","items":[${'{},'.repeat(2_000_000)}1]}`;
    const { url, hostPort } = await serve((request, response) =>
      response.end(request.url === '/hostile' ? hostile : rss('Quay', ['eels'])),
    );
    const { reader } = start([hostPort]);
    const { problem } = await reader.read(`${url}/hostile`, never);
    expect(problem?.code).toBe('unreadable');
    expect((await reader.read(`${url}/feed`, never)).feed?.title).toBe('Quay');
  });

  it('that no worker has time for say so, and are not held to fail', async () => {
    const { url, hostPort } = await serve((_, response) => response.end(rss('Quay', ['eels'])));
    const { reader, desk, store } = start([hostPort]);
    const busy = new AbortController();
    const body = Buffer.from('<p>The tide came in.');
    const wanted = { what: 'article' } as const;
    const waiting = Array.from({ length: desk.capacity + 1 }, () =>
      desk.workOnRaw({ body }, wanted, busy.signal).catch(() => undefined),
    );
    const { problem } = await reader.read(`${url}/feed`, never);
    expect(problem?.code).toBe('too-busy');
    expect(await store.feeds.findFeed(`${url}/feed`)).toBeUndefined();
    busy.abort(new Error('enough'));
    await Promise.all(waiting);
    expect((await reader.read(`${url}/feed`, never)).feed?.title).toBe('Quay');
  });
});
