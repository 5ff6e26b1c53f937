// A process of its own that posts digests: the product's parts, with the clock and the minutes of whoever started it.
import { randomBytes } from 'node:crypto';
import { createBot } from '../../../src/bot/create-bot.ts';
import { composeDesk } from '../../../src/compose.ts';
import { composeDigests } from '../../../src/compose-digests.ts';
import { composeFeeds } from '../../../src/compose-feeds.ts';
import { loadBotConfig } from '../../../src/config/load-bot-config.ts';
import { createLog } from '../../../src/ops/create-log.ts';
import { createMetrics } from '../../../src/ops/create-metrics.ts';
import { createDiscord } from '../../../src/platforms/discord/create-discord.ts';
import { createSlack } from '../../../src/platforms/slack/create-slack.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { HandTicker } from '../hand-ticker.ts';
import { createShiftedClock } from './shifted-clock.ts';

/** What the process is told. */
export interface Told {
  readonly kind: 'tick';
  readonly forwardMs: number;
}

/** What it tells. */
export type Tells = { readonly kind: 'ready' } | { readonly kind: 'idle'; readonly ticks: number };

const clock = createShiftedClock(Number(process.env['AHEAD_MS'] ?? 0));
const log = createLog({ level: 'info', stream: process.stdout, secrets: [], clock });
const loaded = loadBotConfig({ env: process.env, cwd: process.cwd() });
if (loaded.status === 'faulty')
  throw new Error(loaded.faults.map(({ sentence }) => sentence).join('\n'));
const { config } = loaded;
const { discord, slack } = config;
if (discord === undefined || slack === undefined) throw new Error('both platforms are needed here');
// Several such processes share one database; the product keeps a second one away from it.
const store = openStore({ url: config.database.url, cwd: '/' });
const desk = composeDesk({ ...config, engine: { ...config.engine, workers: 1 } });
const where = slack.apiUrl === undefined ? {} : { apiUrl: slack.apiUrl };
const platforms = [
  createDiscord({ ...discord, log, clock }),
  createSlack({ botToken: slack.botToken, via: slack.mode, ...where, log, clock }),
];
const ticker = new HandTicker();
const parts = {
  platforms,
  store,
  desk,
  clock,
  log,
  settings: config.bot,
  newKey: () => randomBytes(16).toString('base64url'),
};
const digests = composeDigests({
  parts,
  digests: store.digests,
  feeds: composeFeeds(config, { desk, store: store.feeds, clock, log }),
  ticker,
  habits: config.digests,
  file: { path: '/nowhere/digests.yaml', name: 'digests.yaml' },
});
const bot = createBot({ ...parts, digests: digests.desk, watch: createMetrics() });
await bot.start();
digests.runner.start();

let ticks = 0;
process.on('message', ({ forwardMs }: Told) => {
  clock.putForward(forwardMs);
  void ticker
    .tick()
    .then(() => digests.runner.idle())
    .then(() => {
      ticks += 1;
      tell({ kind: 'idle', ticks });
    });
});
// Whoever started it is gone: so is it.
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });

function tell(message: Tells): void {
  process.send?.(message);
}
