import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { boundedCuts } from './article/bounded-cuts.ts';
import type { BotConfig, PlaygroundConfig } from './config/bot-config.ts';
import { shownPlan } from './digest/plans/shown-plan.ts';
import { localTime } from './digest/schedule/local-time.ts';
import { startWebServer } from './ops/start-web-server.ts';
import { packEmbeds } from './platforms/discord/render/pack-embeds.ts';
import { renderSection as renderEmbed } from './platforms/discord/render/render-section.ts';
import { createPlayground, type Playground } from './platforms/playground/create-playground.ts';
import type { Payloads } from './platforms/playground/draw/drawings.ts';
import type { Listening, ShownDigest } from './platforms/playground/playground-parts.ts';
import {
  fitsOneMessage as fitsOneOfSlack,
  renderPost as renderForSlack,
} from './platforms/slack/render/render-post.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import { runLine } from './post/digest/run-line.ts';
import type { Post } from './post/post.ts';
import type { OpenStore } from './store/open-store.ts';

export interface PlaygroundWorld {
  /** Open once it has started. */
  readonly store: () => Pick<OpenStore, 'findArticle' | 'findCuts' | 'digests'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newKey: () => string;
  /** Whether the bot takes nothing more. */
  readonly isClosing: () => boolean;
}

const SHOWN_RUNS = 10;
/** Where nobody says which, the first of them that is free. */
const DEFAULT_PORTS = [3000, 3001, 3002, 3003, 3004, 3005, 3006, 3007, 3008, 3009];

/** The playground, where it is on. */
export function composePlayground(
  config: BotConfig,
  world: PlaygroundWorld,
): Playground | undefined {
  const { playground } = config;
  if (playground === undefined) return undefined;
  const { store, clock, newKey, isClosing } = world;
  const log = world.log.with({ platform: 'playground' });
  return createPlayground({
    folder: path.join(path.dirname(config.database.path), 'playground'),
    clock,
    log,
    newKey,
    isClosing,
    maxPdfBytes: config.files.maxPdfBytes,
    maxPageBytes: config.files.maxBytes,
    ...(playground.password === undefined ? {} : { password: playground.password }),
    listen: (answer) => listen(playground, { answer, log, taken: config.server.port }),
    payloads,
    fitsOneMessage: (post) => fitsOneOfDiscord(post) && fitsOneOfSlack(post),
    async findArticle(id) {
      const [kept, cuts] = await Promise.all([store().findArticle(id), store().findCuts(id)]);
      if (kept === undefined) return undefined;
      const { article } = kept;
      // The headline stands above the article: it is not gone.
      const gone = cuts?.filter(({ text }) => text.trim() !== article.title.trim());
      return { article, ...(gone === undefined ? {} : { cuts: gone }) };
    },
    listDigests: () => listDigests(store(), clock),
    async readExample() {
      const body = await readFile(new URL('../examples/harbour.html', import.meta.url));
      return { name: 'harbour.html', body };
    },
  });
}

/**
 * The store as the bot gets it: what was cut from a page is kept with its article where there is a playground that shows
 * it, bounded, and of no use to anybody elsewhere.
 */
export function storeOfCuts(store: OpenStore, playground: Playground | undefined): OpenStore {
  return {
    ...store,
    putArticle: (article, cuts = []) =>
      playground === undefined
        ? store.putArticle(article)
        : store.putArticle(article, boundedCuts(cuts)),
  };
}

/** What would be sent there; the libraries are loaded when somebody first looks. */
const payloads: Payloads = {
  async discord(post, { key, isPrivate }) {
    const { renderPost } = await import('./platforms/discord/render/render-post.ts');
    const { answerBody } = await import('./platforms/discord/send/message-body.ts');
    const messages = renderPost(post, key);
    return messages.map((message) => answerBody(message, { before: [], isPrivate }));
  },
  slack(post, { key, isPrivate }) {
    const messages = renderForSlack(post, { key });
    const audience = isPrivate ? { response_type: 'ephemeral' } : {};
    return Promise.resolve(messages.map((message) => ({ ...message, ...audience })));
  },
};

/** As Discord's adapter counts it, without its library, which takes its time to load. */
function fitsOneOfDiscord({ sections }: Post): boolean {
  return packEmbeds(sections.map(renderEmbed), { maxMessages: 1 }).leftOut === 0;
}

async function listen(
  { host, port }: PlaygroundConfig,
  {
    taken,
    ...world
  }: Pick<Parameters<typeof startWebServer>[0], 'answer' | 'log'> & {
    readonly taken: number | undefined;
  },
): Promise<Listening> {
  const ports = port === undefined ? DEFAULT_PORTS.filter((one) => one !== taken) : [port];
  const server = await startWebServer({ ...world, host, ports });
  return { address: `http://${nameOf(host)}:${server.port}`, close: () => server.close() };
}

/** As whoever sits before this machine finds it. */
function nameOf(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function listDigests(
  { digests }: Pick<OpenStore, 'digests'>,
  clock: Clock,
): Promise<readonly ShownDigest[]> {
  const plans = await digests.listPlans({ platform: 'playground' });
  return Promise.all(
    plans.map(async ({ plan }) => {
      const runs = await digests.listRuns(plan.id, SHOWN_RUNS);
      const shown = shownPlan(plan, clock.now());
      // Its zone stands beside its schedule.
      const bare = (at: string): string => at.replace(` (${plan.timezone})`, '');
      return {
        plan: { ...shown, next: shown.next.map(bare) },
        runs: runs.map((run) => ({
          line: runLine(run, bare(localTime(run.slotMs, plan.timezone))),
          stories: run.report?.stories ?? [],
          sources: run.report?.sources ?? [],
        })),
      };
    }),
  );
}
