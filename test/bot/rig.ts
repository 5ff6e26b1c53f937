import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createBot, type Bot } from '../../src/bot/create-bot.ts';
import type { Watch } from '../../src/bot/bot-parts.ts';
import type { BotHabits } from '../../src/config/bot-config.ts';
import { composeDesk } from '../../src/compose.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Accepted } from '../../src/ports/core.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { FollowUpRequest, HouseRequest, SummarizeRequest } from '../../src/ports/request.ts';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../store/rig.ts';
import { silentLog } from './silent-log.ts';
import { noDigests } from './no-digests.ts';
import { MemoryPlatform } from './memory-platform.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const usualSettings: BotHabits = {
  name: 'Nutgraf',
  blockedSites: [],
  allowedChannels: [],
  limits: { waiting: 1000, waitingPerPerson: 1000 },
  keep: { articlesMs: 30 * DAY_MS, textsMs: 7 * DAY_MS, privateAnswersMs: DAY_MS },
  freshMs: 60 * 60 * 1000,
  graceMs: 20_000,
};

const silentWatch: Watch = {
  accepted: () => undefined,
  acknowledged: () => undefined,
  ended: () => undefined,
  queue: () => undefined,
};

/** A bot between a platform in memory, a real database, real workers and a real site. */
export interface BotRig {
  readonly platform: MemoryPlatform;
  readonly store: Store;
  readonly site: Site;
  readonly clock: HandClock;
  summarize(change?: Partial<SummarizeRequest>): Promise<Accepted>;
  followUp(
    change: Pick<FollowUpRequest, 'about' | 'ask'> & Partial<FollowUpRequest>,
  ): Promise<Accepted>;
  house(kind: HouseRequest['kind'], change?: Partial<HouseRequest>): Promise<Accepted>;
  /** Resolves when nothing is open any more. */
  settled(): Promise<void>;
  /** Ends the process without a word: nothing more is written, nothing more is said. A new one starts. */
  crash(): Promise<void>;
  /** Tells the bot to end. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A clock that stands until it is moved; waiting takes no time beyond one turn of the loop once it is due. */
export class HandClock implements Clock {
  #nowMs = 1_000_000_000_000;
  readonly #waiting = new Set<{ readonly atMs: number; readonly done: () => void }>();

  now(): number {
    return this.#nowMs;
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = { atMs: this.#nowMs + ms, done: resolve };
      this.#waiting.add(waiting);
      signal.addEventListener('abort', () => {
        this.#waiting.delete(waiting);
        reject(signal.reason as Error);
      });
    });
  }

  move(ms: number): void {
    this.#nowMs += ms;
    for (const waiting of [...this.#waiting])
      if (waiting.atMs <= this.#nowMs) {
        this.#waiting.delete(waiting);
        waiting.done();
      }
  }
}

export interface Site {
  readonly address: string;
  /** Pages by path. */
  readonly pages: Map<string, string>;
  /** What was asked for, in order. */
  readonly asked: string[];
  /** While it is set, answers wait. */
  gate: Promise<void> | undefined;
}

export async function startSite(): Promise<{ readonly site: Site; readonly server: Server }> {
  const pages = new Map<string, string>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    void (async () => {
      await site.gate;
      const page = pages.get(path);
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' });
      response.end(page ?? 'nothing here');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site: Site = { address: `http://127.0.0.1:${port}`, pages, asked, gate: undefined };
  return { site, server };
}

export async function startBotRig(settings: Partial<BotHabits> = {}): Promise<BotRig> {
  const folder = temporaryFolder();
  const { site, server } = await startSite();
  const host = new URL(site.address).host;
  const loaded = loadConfig({ env: { NUTGRAF_ALLOW_PRIVATE_HOSTS: host }, cwd: folder.path });
  if (loaded.status !== 'valid') throw new Error(loaded.faults.join('\n'));
  const desk = composeDesk({ ...loaded.config, engine: { ...loaded.config.engine, workers: 1 } });
  const clock = new HandClock();
  const open = (): Store => openStore({ url: join(folder.path, 'bot.sqlite'), cwd: folder.path });
  let store = open();
  let platform = new MemoryPlatform();
  let keys = 0;
  let events = 0;
  const make = async (): Promise<Bot> => {
    const bot = createBot({
      platforms: [platform],
      store,
      desk,
      digests: noDigests,
      clock,
      log: silentLog,
      settings: { ...usualSettings, ...settings },
      newKey: () => String((keys += 1)).padStart(22, '0'),
      watch: silentWatch,
    });
    await bot.start();
    return bot;
  };
  let bot = await make();
  const asked = (channel: string) => ({
    id: `event-${(events += 1)}`,
    platform: 'memory',
    person: 'tilde',
    channel,
    place: 'ostvik',
    replyTo: platform.to(channel),
    isPrivate: false,
  });
  const { signal } = new AbortController();
  return {
    get platform() {
      return platform;
    },
    get store() {
      return store;
    },
    site,
    clock,
    summarize: (change = {}) =>
      bot.accept({ ...asked('quay'), kind: 'summarize', sources: [], ...change }, signal),
    followUp: (change) =>
      bot.accept(
        {
          ...asked('quay'),
          kind: 'follow-up',
          from: { kind: 'reply', isAddressed: true, otherwise: [] },
          isModerator: false,
          ...change,
        },
        signal,
      ),
    house: (kind, change = {}) =>
      bot.accept({ ...asked('quay'), kind, isModerator: false, ...change }, signal),
    async settled() {
      while ((await store.findUnfinished()).length > 0)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async crash() {
      const old = store;
      platform = platform.again();
      store = open();
      await old.close();
      bot = await make();
    },
    stop: () => bot.stop(),
    async close() {
      await bot.stop();
      await store.close();
      await desk.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      folder.remove();
    },
  };
}
