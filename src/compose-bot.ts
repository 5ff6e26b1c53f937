import { randomBytes } from 'node:crypto';
import { createBot, type Bot } from './bot/create-bot.ts';
import { composeDesk } from './compose.ts';
import { composeDigests } from './compose-digests.ts';
import { composeFeeds } from './compose-feeds.ts';
import { composePlayground, storeOfCuts } from './compose-playground.ts';
import type { BotConfig } from './config/bot-config.ts';
import { secretsOf } from './config/secrets-of.ts';
import { createLog, type LogOptions } from './ops/create-log.ts';
import { createMetrics } from './ops/create-metrics.ts';
import { ListenError } from './ops/listen-on.ts';
import { findDisconnected } from './ops/find-disconnected.ts';
import { startHealthServer, type HealthServer } from './ops/start-health-server.ts';
import { systemClock } from './ops/system-clock.ts';
import { createSystemTicker } from './ops/system-ticker.ts';
import { PLAYGROUND } from './platforms/playground/address.ts';
import type { ChatPlatform } from './ports/chat-platform.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import { openStore } from './store/open-store.ts';

/** What the running bot has of the world besides its settings. */
export interface BotWorld {
  /** The machine's, unless a test has another. */
  readonly clock?: Clock;
  /** Where the log goes. */
  readonly stream: LogOptions['stream'];
  /** A terminal that somebody sits at, in place of the platforms that are set up. */
  readonly terminal?: ChatPlatform;
  /** Aborted when it is to end while it still starts. */
  readonly signal: AbortSignal;
}

/** The running bot, whole. */
export interface RunningBot {
  /** The platforms that it is on. */
  readonly platforms: readonly string[];
  /** Where the playground's page is; absent where it is off. */
  readonly playground?: string;
  /** Where it can be asked how it is; absent where no port was set. */
  readonly port?: number;
  /** Takes no more, lets what runs end, and closes everything. */
  stop(): Promise<void>;
}

/** The platforms where nobody is but whoever runs the bot: their own terminal, the page that nobody else gets to. */
function namesOfOwn({ playground }: BotConfig, { terminal }: BotWorld): readonly string[] {
  const isOwn = playground !== undefined && playground.password === undefined;
  return [...(terminal === undefined ? [] : [terminal.name]), ...(isOwn ? [PLAYGROUND] : [])];
}

const SWEEP_MS = 60 * 60 * 1000;

/** Starts the bot on every platform that is set up. Rejects with a `StoreError` or what the platforms say. */
export async function composeBot(config: BotConfig, world: BotWorld): Promise<RunningBot> {
  const { clock = systemClock, stream } = world;
  const log = createLog({ level: config.log.level, stream, secrets: secretsOf(config), clock });
  const metrics = createMetrics();
  const isAlone = world.terminal !== undefined;
  const slack = isAlone ? undefined : await createSlackOf(config, { log, clock });
  const discord = isAlone ? undefined : await createDiscordOf(config, { log, clock });
  const newKey = (): string => randomBytes(16).toString('base64url');
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  const isClosing = (): boolean => phase === 'stopping';
  const playground = isAlone
    ? undefined
    : composePlayground(config, { store: () => store, clock, log, newKey, isClosing });
  const platforms = [discord, slack, playground, world.terminal].filter((one) => one !== undefined);
  // From here on there is something to close.
  const opened = openStore({ url: config.database.url, cwd: '/', isHeld: !isAlone });
  const store = storeOfCuts(opened, playground);
  const desk = composeDesk(config);
  const parts = {
    platforms,
    unlimited: namesOfOwn(config, world),
    store,
    desk,
    clock,
    log,
    settings: config.bot,
    newKey,
  };
  const digests = composeDigests({
    parts,
    digests: store.digests,
    feeds: composeFeeds(config, { desk, store: store.feeds, clock, log }),
    ticker: createSystemTicker(),
    habits: config.digests,
    // The file is the running bot's; a conversation in a terminal must not take its plans for gone.
    ...(isAlone ? {} : { file: config.digestFile }),
  });
  const bot = createBot({ ...parts, digests: digests.desk, watch: metrics });
  const sweeping = setInterval(() => {
    store.sweep(clock.now()).catch((error: unknown) => log.error({ err: error }, 'sweep failed'));
  }, SWEEP_MS).unref();
  let health: HealthServer | undefined;
  const close = async (): Promise<void> => {
    clearInterval(sweeping);
    await health?.close();
    await store.close();
    await desk.close();
  };
  try {
    health = await startHealth(config, {
      metrics,
      log,
      async ready() {
        await store.check();
        if (phase === 'starting') return ['the platforms are not connected yet'];
        if (phase === 'stopping') return ['it is being stopped'];
        return findDisconnected(platforms, clock.now());
      },
      ...(slack === undefined ? {} : { extra: slack.handle.bind(slack) }),
    });
    await store.sweep(clock.now());
    await startAll(bot, log, world.signal);
    digests.runner.start();
    phase = 'running';
  } catch (error) {
    await close();
    throw error;
  }
  return {
    platforms: platforms.map(({ name }) => name),
    ...(playground === undefined ? {} : { playground: playground.address() ?? '' }),
    ...(health === undefined ? {} : { port: health.port }),
    async stop() {
      phase = 'stopping';
      try {
        // What is being posted may end before the platforms are told to stop.
        await bot.stop(digests.runner.stop());
      } finally {
        await close();
      }
    },
  };
}

async function startAll(bot: Bot, log: Log, signal: AbortSignal): Promise<void> {
  // It never rejects; the start then does, or is over.
  const stop = (): void => void bot.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    await bot.start();
  } catch (error) {
    // Of a port that is taken the sentence says it all.
    const isSaid = signal.aborted || error instanceof ListenError;
    if (!isSaid) log.error({ err: error }, 'not started');
    await bot.stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function startHealth(
  { server: { port } }: BotConfig,
  options: Omit<Parameters<typeof startHealthServer>[0], 'port'>,
): Promise<HealthServer> | undefined {
  return port === undefined ? undefined : startHealthServer({ ...options, port });
}

interface Surroundings {
  readonly log: Log;
  readonly clock: Clock;
}

async function createSlackOf({ slack, files }: BotConfig, { log, clock }: Surroundings) {
  if (slack === undefined) return undefined;
  const { createSlack } = await import('./platforms/slack/create-slack.ts');
  const { botToken, apiUrl, mode } = slack;
  const where = apiUrl === undefined ? {} : { apiUrl };
  return createSlack({
    botToken,
    via: mode,
    ...where,
    log: log.with({ platform: 'slack' }),
    clock,
    maxFileBytes: files.maxPdfBytes,
  });
}

async function createDiscordOf({ discord, files }: BotConfig, { log, clock }: Surroundings) {
  if (discord === undefined) return undefined;
  const { createDiscord } = await import('./platforms/discord/create-discord.ts');
  return createDiscord({
    ...discord,
    log: log.with({ platform: 'discord' }),
    clock,
    maxFileBytes: files.maxPdfBytes,
  });
}
