import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBot, type Bot } from '../src/bot/create-bot.ts';
import { configWithoutPlatforms } from '../src/cli/config-without-platforms.ts';
import { composeDesk, type Desk } from '../src/compose.ts';
import { composeDigests, type Digests } from '../src/compose-digests.ts';
import type { BotConfig } from '../src/config/bot-config.ts';
import { loadBotConfig } from '../src/config/load-bot-config.ts';
import type { SourceFinder } from '../src/digest/plans/digest-parts.ts';
import type { FeedSource } from '../src/digest/runs/run-parts.ts';
import { systemClock } from '../src/ops/system-clock.ts';
import { openStore, type OpenStore } from '../src/store/open-store.ts';
import { MemoryPlatform } from '../test/bot/memory-platform.ts';
import { silentLog } from '../test/bot/silent-log.ts';
import { HandTicker } from '../test/digest/hand-ticker.ts';

/** Digests between a platform in memory, a real database and real workers. */
export interface DigestRig {
  readonly store: OpenStore;
  readonly platform: MemoryPlatform;
  readonly digests: Digests;
  readonly newKey: () => string;
  readonly accept: (id: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export type Feeds = FeedSource & SourceFinder;

export async function startDigestRig(
  feedsOf: (desk: Desk, store: OpenStore, config: BotConfig) => Feeds,
  host = '127.0.0.1:9',
): Promise<DigestRig> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-bench-'));
  const env = { NUTGRAF_ALLOW_PRIVATE_HOSTS: host };
  const config = configWithoutPlatforms(loadBotConfig({ env, cwd: folder }));
  if (config === undefined) throw new Error('the settings are not sound');
  const store = openStore({ url: path.join(folder, 'bench.sqlite'), cwd: folder });
  const desk = composeDesk(config);
  const platform = new MemoryPlatform();
  let keys = 0;
  const newKey = (): string => String((keys += 1)).padStart(22, '0');
  const parts = {
    platforms: [platform],
    store,
    desk,
    clock: systemClock,
    log: silentLog,
    settings: config.bot,
    newKey,
  };
  const digests = composeDigests({
    parts,
    digests: store.digests,
    feeds: feedsOf(desk, store, config),
    ticker: new HandTicker(),
    habits: config.digests,
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
