import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBot, type Bot } from '../src/bot/create-bot.ts';
import { composeDesk, type Desk } from '../src/compose.ts';
import { composeDigests, type Digests } from '../src/compose-digests.ts';
import { composeFeeds } from '../src/compose-feeds.ts';
import { loadBotConfig } from '../src/config/load-bot-config.ts';
import { claimDue } from '../src/digest/runs/claim-due.ts';
import type { FeedSource } from '../src/digest/runs/run-parts.ts';
import type { SourceFinder } from '../src/digest/plans/digest-parts.ts';
import { systemClock } from '../src/ops/system-clock.ts';
import type { DigestPlan } from '../src/ports/digest.ts';
import { openStore, type OpenStore } from '../src/store/open-store.ts';
import { MemoryPlatform } from '../test/bot/memory-platform.ts';
import { silentLog } from '../test/bot/silent-log.ts';
import { HandTicker } from '../test/digest/hand-ticker.ts';
import { writeQuotedStory } from './invented-story.ts';
import type { Measured, Row } from './measure.ts';

const MINUTE_MS = 60_000;
const PLANS = 10_000;
const DUE = 1000;
const REQUESTS = 50;
const FEEDS = 50;
const ITEMS = 20;
const STORIES = 10;

/** Digests under load: a minute in which a thousand are due, and one of many feeds from its feeds to its last message. */
export async function measureDigests(): Promise<Measured> {
  return { status: 'measured', rows: [...(await measureTick()), ...(await measureFifty())] };
}

/** A thousand of ten thousand are due in one minute, while people ask for summaries. */
async function measureTick(): Promise<readonly Row[]> {
  const none: FeedSource & SourceFinder = {
    read: () => Promise.resolve({ feed: { items: [] } }),
    find: () => Promise.resolve({ status: 'found' }),
  };
  const rig = await startRig(() => none);
  try {
    const before = rssMb();
    const sinceMs = Date.now() - 60 * MINUTE_MS;
    for (let at = 0; at < PLANS; at += 1) {
      const dueMs = at < DUE ? latestSlot() : latestSlot() + 60 * MINUTE_MS;
      await rig.store.digests.putPlan(planOf(at, [`http://127.0.0.1/${at}`], sinceMs), dueMs);
    }
    const delay = monitorEventLoopDelay({ resolution: 1 });
    // Alone, as the minute begins.
    delay.enable();
    const claimStart = performance.now();
    const parts = {
      platforms: [rig.platform],
      digests: rig.store.digests,
      clock: systemClock,
      newKey: rig.newKey,
      log: silentLog,
    };
    await claimDue(parts, new AbortController().signal);
    const claimMs = performance.now() - claimStart;
    delay.disable();
    const claimDelayMs = delay.max / 1e6;
    delay.reset();
    // And all of them run, with people asking.
    delay.enable();
    const start = performance.now();
    rig.digests.runner.wake();
    const times: number[] = [];
    for (let at = 0; at < REQUESTS; at += 1) {
      const asked = performance.now();
      await rig.accept(`request-${at}`);
      times.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await rig.digests.runner.idle();
    const runMs = performance.now() - start;
    delay.disable();
    times.sort((a, b) => a - b);
    const p99 = times.at(-1) ?? 0;
    return [
      row(`digests, ${DUE} of ${PLANS} due at once: all claimed`, `${claimMs.toFixed(0)} ms`),
      row(
        'digests, longest turn of the event loop while they are claimed',
        `${claimDelayMs.toFixed(0)} ms`,
        {
          reach: '50 ms',
          reached: claimDelayMs < 50,
        },
      ),
      row(`digests, ${DUE} runs without news`, `${(runMs / 1000).toFixed(1)} s`),
      row(
        'digests, longest turn of the event loop meanwhile',
        `${(delay.max / 1e6).toFixed(0)} ms`,
      ),
      row(`digests, ${REQUESTS} requests accepted meanwhile, slowest`, `${p99.toFixed(0)} ms`, {
        reach: '1000 ms',
        reached: p99 < 1000,
      }),
      row(`digests, memory with ${PLANS} plans, before and after`, `${before}, ${rssMb()} MB`),
    ];
  } finally {
    await rig.close();
  }
}

/** One digest of fifty feeds: read, told apart, chosen, its articles read and posted. */
async function measureFifty(): Promise<readonly Row[]> {
  const site = await startSite();
  const rig = await startRig(
    (desk, store, config) =>
      composeFeeds(config, { desk, store: store.feeds, clock: systemClock, log: silentLog }),
    site.host,
  );
  try {
    const feeds = Array.from({ length: FEEDS }, (_, at) => `http://${site.host}/feed/${at}`);
    await rig.store.digests.putPlan(planOf(0, feeds, Date.now() - 60 * MINUTE_MS), latestSlot());
    const start = performance.now();
    rig.digests.runner.wake();
    await rig.digests.runner.idle();
    const took = performance.now() - start;
    const posted = rig.platform.messages.length;
    const articles = posted - 1;
    return [
      row(
        `digests, ${FEEDS} feeds of ${ITEMS} items to ${posted} messages`,
        `${(took / 1000).toFixed(1)} s`,
      ),
      row('digests, articles a second', (articles / (took / 1000)).toFixed(1)),
    ];
  } finally {
    await rig.close();
    await site.close();
  }
}

interface Rig {
  readonly store: OpenStore;
  readonly platform: MemoryPlatform;
  readonly digests: Digests;
  readonly newKey: () => string;
  readonly accept: (id: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

type Feeds = FeedSource & SourceFinder;

async function startRig(
  feedsOf: (desk: Desk, store: OpenStore, config: Parameters<typeof composeFeeds>[0]) => Feeds,
  host = '127.0.0.1:9',
): Promise<Rig> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-bench-'));
  const loaded = loadBotConfig({ env: { NUTGRAF_ALLOW_PRIVATE_HOSTS: host }, cwd: folder });
  const config = loaded.status === 'valid' ? loaded.config : loaded.sound;
  const {
    bot: settings,
    digests: habits,
    engine,
    fetch,
    allowedPrivateHosts,
    proxy,
    files,
    batch,
  } = config;
  if (
    !settings ||
    !habits ||
    !engine ||
    !fetch ||
    !allowedPrivateHosts ||
    !proxy ||
    !files ||
    !batch
  )
    throw new Error('the settings are not sound');
  const general = { engine, fetch, allowedPrivateHosts, proxy, files, batch };
  const store = openStore({ url: path.join(folder, 'bench.sqlite'), cwd: folder });
  const desk = composeDesk(general);
  const platform = new MemoryPlatform();
  let keys = 0;
  const newKey = (): string => String((keys += 1)).padStart(22, '0');
  const parts = {
    platforms: [platform],
    store,
    desk,
    clock: systemClock,
    log: silentLog,
    settings,
    newKey,
  };
  const digests = composeDigests({
    parts,
    digests: store.digests,
    feeds: feedsOf(desk, store, general),
    ticker: new HandTicker(),
    habits,
    file: { path: path.join(folder, 'digests.yaml'), name: 'digests.yaml' },
  });
  const nothing = (): void => undefined;
  const watch = { accepted: nothing, acknowledged: nothing, ended: nothing, queue: nothing };
  const bot: Bot = createBot({ ...parts, digests: digests.desk, watch });
  await bot.start();
  return {
    store,
    platform,
    digests,
    newKey,
    accept: (id) =>
      bot.accept(
        {
          kind: 'summarize',
          id,
          platform: 'memory',
          person: id,
          channel: 'square',
          place: 'ostvik',
          replyTo: platform.to('square', true),
          isPrivate: false,
          sources: [{ kind: 'text', text: 'Too short to be an article.' }],
        },
        AbortSignal.timeout(10_000),
      ),
    async close() {
      await digests.runner.stop();
      await bot.stop();
      await store.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The quarter of an hour that has begun last. */
function latestSlot(): number {
  return Math.floor(Date.now() / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
}

function planOf(at: number, sources: readonly string[], sinceMs: number): DigestPlan {
  return {
    id: String(at).padStart(22, 'p'),
    revision: 1,
    origin: { kind: 'chat', maker: 'tilde' },
    name: `Digest ${at}`,
    platform: 'memory',
    place: 'ostvik',
    channel: `channel ${at}`,
    sources,
    schedule: 'every 15 minutes',
    timezone: 'UTC',
    stories: STORIES,
    length: 'standard',
    include: [],
    exclude: [],
    missed: 'latest',
    graceMs: 4 * 24 * 60 * MINUTE_MS,
    whenNothing: 'silence',
    status: 'active',
    sinceMs,
  };
}

interface Site {
  readonly host: string;
  readonly close: () => Promise<void>;
}

async function startSite(): Promise<Site> {
  const server = createServer((request, response) => {
    const [, kind, feed = '0', item = '0'] = (request.url ?? '').split('/');
    const number = Number(feed) * ITEMS + Number(item);
    if (kind === 'feed')
      response.setHeader('content-type', 'application/rss+xml').end(renderFeed(host, Number(feed)));
    else response.setHeader('content-type', 'text/html').end(renderPage(number));
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

function renderFeed(host: string, feed: number): string {
  const items = Array.from({ length: ITEMS }, (_, item) => {
    const link = `http://${host}/story/${feed}/${item}`;
    const date = new Date(Date.now() - item * MINUTE_MS).toUTCString();
    return `<item><title>${titleOf(feed * ITEMS + item)}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`;
}

const START = [
  'Har',
  'Ott',
  'Bren',
  'Skar',
  'Mor',
  'Lind',
  'Pel',
  'Tarr',
  'Vall',
  'Corr',
  'Dorn',
  'Fenn',
  'Gur',
];
const END = [
  'quax',
  'zolm',
  'brix',
  'vund',
  'tosk',
  'plim',
  'kraw',
  'jeth',
  'molp',
  'sarg',
  'nuft',
];

/** A word of its own for each number below 143, twice over. */
function wordOf(number: number): string {
  return `${START[number % START.length] ?? ''}${END[number % END.length] ?? ''}${Math.floor(number / 143) || ''}`;
}

function titleOf(number: number): string {
  return `${wordOf(3 * number)} opens the ${wordOf(3 * number + 1).toLowerCase()} of ${wordOf(3 * number + 2)}`;
}

function renderPage(number: number): string {
  const title = titleOf(number);
  const paragraphs = writeQuotedStory(12).map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${title}, the county said on Monday, and the neighbours came to see it.</p>${paragraphs.join('')}</article></body></html>`;
}

function rssMb(): number {
  return Math.round(process.memoryUsage.rss() / 1024 / 1024);
}

function row(measure: string, here: string, mark: Partial<Row> = {}): Row {
  return { measure, here, bestElsewhere: '', reach: '', ...mark };
}
