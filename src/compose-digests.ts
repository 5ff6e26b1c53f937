import { statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import type { BotParts } from './bot/bot-parts.ts';
import type { DigestDesk } from './bot/digest-desk.ts';
import type { DigestHabits } from './config/bot-config.ts';
import { readDigestFile } from './config/read-digest-file.ts';
import { createDigestDesk } from './digest/plans/create-digest-desk.ts';
import type { SourceFinder } from './digest/plans/digest-parts.ts';
import { keepFilePlans, type WatchedFile } from './digest/plans/keep-file-plans.ts';
import { headPost } from './digest/runs/compose-deliveries.ts';
import { createDigestRunner, type DigestRunner } from './digest/runs/create-digest-runner.ts';
import { makeDigest } from './digest/runs/make-digest.ts';
import type { FeedSource, RunParts } from './digest/runs/run-parts.ts';
import type { DigestStore } from './ports/digest-store.ts';
import type { Ticker } from './ports/ticker.ts';

export interface DigestWorld {
  readonly parts: Pick<
    BotParts,
    'platforms' | 'store' | 'desk' | 'clock' | 'log' | 'settings' | 'newKey'
  >;
  readonly digests: DigestStore;
  readonly feeds: FeedSource & SourceFinder;
  readonly ticker: Ticker;
  readonly habits: DigestHabits;
  /** Where plans of a file stand; it need not be there. Absent where plans are made in chat alone. */
  readonly file?: { readonly path: string; readonly name: string };
}

export interface Digests {
  readonly desk: DigestDesk;
  readonly runner: DigestRunner;
}

/** Everything about digests, joined. */
export function composeDigests(world: DigestWorld): Digests {
  const { parts, digests, feeds, ticker, habits } = world;
  const { platforms, clock, log, newKey, settings } = parts;
  const shared = { platforms, digests, clock, habits };
  const runParts: RunParts = {
    ...parts,
    digests,
    feeds,
    ticker,
    habits,
    beforeClaims:
      world.file === undefined
        ? () => Promise.resolve()
        : keepFilePlans({ ...shared, file: watchedFile(world.file), log }),
    holder: randomBytes(16).toString('base64url'),
  };
  const runner = createDigestRunner(runParts);
  const desk = createDigestDesk({
    platforms,
    store: digests,
    sources: feeds,
    clock,
    newKey,
    settings: habits,
    allowedChannels: settings.allowedChannels,
    async preview(plan, signal) {
      const platform = platforms.find(({ name }) => name === plan.platform);
      if (platform === undefined) throw new Error(`${plan.platform} is not set up`);
      const made = await makeDigest(runParts, plan, { platform, signal });
      return headPost({ plan, slotMs: clock.now() }, made, platform);
    },
    wake: () => runner.wake(),
  });
  return { desk, runner };
}

function watchedFile({ path, name }: NonNullable<DigestWorld['file']>): WatchedFile {
  return {
    stamp() {
      try {
        const { mtimeMs, size, ino } = statSync(path);
        return `${mtimeMs}/${size}/${ino}`;
      } catch {
        // It is not there, or cannot be seen; reading it says which.
        return 'absent';
      }
    },
    read: () =>
      statSync(path, { throwIfNoEntry: false }) === undefined
        ? { status: 'read', digests: [] }
        : readDigestFile(path, name),
  };
}
