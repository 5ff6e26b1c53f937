import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBot, type Bot } from '../../src/bot/create-bot.ts';
import { composeDesk } from '../../src/compose.ts';
import { composeDigests, type Digests } from '../../src/compose-digests.ts';
import type { DigestHabits } from '../../src/config/bot-config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { FoundSource } from '../../src/digest/plans/digest-parts.ts';
import type { ReadFeed } from '../../src/digest/runs/run-parts.ts';
import type { DigestAsk } from '../../src/ports/digest.ts';
import type { Post } from '../../src/post/post.ts';
import { openStore, type OpenStore } from '../../src/store/open-store.ts';
import { MemoryPlatform, type Standing } from '../bot/memory-platform.ts';
import { HandClock, startSite, usualSettings, type Site } from '../bot/rig.ts';
import { silentLog } from '../bot/silent-log.ts';
import { temporaryFolder } from '../store/rig.ts';
import { HandTicker } from './hand-ticker.ts';

const HOUR_MS = 60 * 60 * 1000;

export const usualHabits: DigestHabits = {
  timezone: 'UTC',
  graceMs: 6 * HOUR_MS,
  deadlineMs: 300_000,
  maxPerPlace: 50,
  tellAfterMs: 72 * HOUR_MS,
};

/** Digests between a platform in memory, a real database, real workers and a real site; feeds are what a test says. */
export interface DigestRig {
  readonly platform: MemoryPlatform;
  readonly store: OpenStore;
  readonly site: Site;
  readonly clock: HandClock;
  readonly digests: Digests;
  /** What stands at addresses of feeds. */
  readonly feeds: Map<string, ReadFeed>;
  readonly folder: string;
  /** What somebody in the square asks, and the private answer. */
  ask(ask: DigestAsk, person?: string): Promise<Standing>;
  /** A click on the latest answer. */
  click(what: 'confirm' | 'discard', person?: string): Promise<Standing>;
  /** Moves the clock and lets the minute begin; resolves when nothing is under way. */
  tick(ms?: number): Promise<void>;
  /** As they stand in a channel, oldest first. */
  standing(channel: string): readonly Post[];
  /** Writes the file of digests. */
  writeFile(text: string): void;
  /** Ends the process without a word. A new one starts, after so long. */
  crash(afterMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** @param platformName what the platform calls itself; the file of digests takes only what is really there */
export async function startDigestRig(
  habits: Partial<DigestHabits> = {},
  platformName = 'memory',
): Promise<DigestRig> {
  const folder = temporaryFolder();
  const { site, server } = await startSite();
  const host = new URL(site.address).host;
  const loaded = loadConfig({ env: { NUTGRAF_ALLOW_PRIVATE_HOSTS: host }, cwd: folder.path });
  if (loaded.status !== 'valid') throw new Error(loaded.faults.join('\n'));
  const desk = composeDesk({ ...loaded.config, engine: { ...loaded.config.engine, workers: 1 } });
  const clock = new HandClock();
  // A Monday, 00:00 UTC.
  clock.move(Date.UTC(2031, 5, 2) - clock.now());
  const feeds = new Map<string, ReadFeed>();
  const file = join(folder.path, 'digests.yaml');
  let platform = new MemoryPlatform(platformName);
  let keys = 0;
  let events = 0;
  const newKey = (): string => String((keys += 1)).padStart(22, '0');
  const make = async () => {
    const store = openStore({ url: join(folder.path, 'bot.sqlite'), cwd: folder.path });
    const ticker = new HandTicker();
    const parts = {
      platforms: [platform],
      store,
      desk,
      clock,
      log: silentLog,
      settings: usualSettings,
      newKey,
    };
    const digests = composeDigests({
      parts,
      digests: store.digests,
      feeds: {
        read: (address) => Promise.resolve(feeds.get(address) ?? missing(address)),
        find: (address) => Promise.resolve(findIn(feeds, address)),
      },
      ticker,
      habits: { ...usualHabits, ...habits },
      file: { path: file, name: 'config/digests.yaml' },
    });
    const watch = {
      accepted: () => undefined,
      acknowledged: () => undefined,
      ended: () => undefined,
      queue: () => undefined,
    };
    const bot: Bot = createBot({ ...parts, digests: digests.desk, watch });
    await bot.start();
    digests.runner.start();
    return { store, ticker, digests, bot };
  };
  let process = await make();
  const signal = new AbortController().signal;
  const settled = async (): Promise<void> => {
    while ((await process.store.findUnfinished()).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const asked = (person: string) => ({
    id: `event-${(events += 1)}`,
    platform: platformName,
    person,
    channel: 'square',
    place: 'ostvik',
    replyTo: platform.to(`alone with ${person}`),
    isPrivate: true,
  });
  const latest = (): Standing => {
    const last = platform.messages.at(-1);
    if (last === undefined) throw new Error('nothing was said');
    return last;
  };
  return {
    get platform() {
      return platform;
    },
    get store() {
      return process.store;
    },
    get digests() {
      return process.digests;
    },
    site,
    clock,
    feeds,
    folder: folder.path,
    async ask(ask, person = 'tilde') {
      await process.bot.accept({ ...asked(person), kind: 'digest', ask }, signal);
      await settled();
      return latest();
    },
    async click(what, person = 'tilde') {
      const { id, outgoing } = latest();
      await process.bot.accept(
        {
          ...asked(person),
          kind: 'follow-up',
          about: { key: outgoing.key },
          ask: { kind: what },
          from: { kind: 'button', message: platform.sent(id) },
          isModerator: false,
        },
        signal,
      );
      await settled();
      return platform.messages.find((one) => one.id === id) ?? latest();
    },
    async tick(ms = 0) {
      clock.move(ms);
      await process.ticker.tick();
      await process.digests.runner.idle();
    },
    standing: (channel) =>
      platform.messages
        .filter((one) => one.channel === channel)
        .map(({ outgoing }) => outgoing.post),
    writeFile: (text) => writeFileSync(file, text),
    async crash(afterMs = 0) {
      const old = process;
      platform = platform.again();
      await old.store.close();
      clock.move(afterMs);
      process = await make();
    },
    async close() {
      await process.digests.runner.stop();
      await process.bot.stop();
      await process.store.close();
      await desk.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      folder.remove();
    },
  };
}

function missing(address: string): ReadFeed {
  return { problem: { code: 'not-found', host: new URL(address).host } };
}

function findIn(feeds: ReadonlyMap<string, ReadFeed>, address: string): FoundSource {
  const found = feeds.get(address)?.feed;
  if (found === undefined) {
    const sentence = `${new URL(address).host} has no feed at that address.`;
    return { status: 'failed', sentence, isFirm: true };
  }
  return { status: 'found', ...(found.title === undefined ? {} : { title: found.title }) };
}
