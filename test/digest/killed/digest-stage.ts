import { join } from 'node:path';
import { localTime } from '../../../src/digest/schedule/local-time.ts';
import type { DigestPlan } from '../../../src/ports/digest.ts';
import type { DigestRun } from '../../../src/ports/digest-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import {
  startDiscordServer,
  type DiscordServer,
} from '../../protocol/discord/start-discord-server.ts';
import { identity } from '../../protocol/slack/identity.ts';
import { places } from '../../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../../protocol/slack/start-slack-server.ts';
import { discordEnv, slackEnv } from '../../running/platform-env.ts';
import { temporaryFolder } from '../../store/rig.ts';
import { startFeedSite, type FeedSite } from './feed-site.ts';
import { startProcess, type DigestProcess } from './start-process.ts';

export const MINUTE_MS = 60_000;
const EVERY_MS = 15 * MINUTE_MS;
/** A process that died keeps others from its runs for so long. */
export const HELD_MS = 21_000;
/** Two on each platform. */
const PLANS = 4;
/** Of each feed, each time. */
const STORIES = 2;

/** Both platforms, a site with feeds, and a time of their own that processes share. */
export interface DigestStage {
  readonly discord: DiscordServer;
  readonly slack: SlackServer;
  /** Digests that are due every quarter of an hour; before any process is started. */
  writePlans(): Promise<void>;
  start(): Promise<DigestProcess>;
  /** Time goes on for the platforms; a process is told by its tick. */
  putForward(ms: number): void;
  /** New stories, and the next slot: what the processes' ticks are to put forward. */
  nextSlot(): number;
  /** Everything that is wrong with what was posted, once no process runs. */
  findFaults(): Promise<readonly string[]>;
  /** How many digests were posted whole. */
  countPosted(): Promise<number>;
  close(): Promise<void>;
}

export async function startDigestStage(): Promise<DigestStage> {
  const folder = temporaryFolder();
  const discord = await startDiscordServer();
  const slack = await startSlackServer({ messageEvents: true });
  const site = await startFeedSite(PLANS, STORIES);
  const database = join(folder.path, 'bot.db');
  let aheadMs = 0;
  const now = (): number => Date.now() + aheadMs;
  const plans = Array.from({ length: PLANS }, (_, index) =>
    planOf(index, { discord, site, nowMs: now() }),
  );
  const putForward = (ms: number): void => {
    aheadMs += ms;
    discord.advance(ms);
    slack.clock.advance(ms);
  };
  const readRuns = async (): Promise<readonly DigestRun[]> => {
    const store = openStore({ url: database, cwd: folder.path });
    const runs = await Promise.all(plans.map(({ id }) => store.digests.listRuns(id, 1000)));
    await store.close();
    return runs.flat();
  };
  return {
    discord,
    slack,
    putForward,
    async writePlans() {
      const store = openStore({ url: database, cwd: folder.path });
      for (const plan of plans)
        await store.digests.putPlan(plan, Math.ceil(now() / EVERY_MS) * EVERY_MS);
      await store.close();
    },
    start: () =>
      startProcess({
        DATABASE_URL: database,
        NUTGRAF_ALLOW_PRIVATE_HOSTS: site.host,
        ...discordEnv(discord),
        ...slackEnv(slack),
        AHEAD_MS: String(aheadMs),
      }),
    nextSlot() {
      const forwardMs = Math.ceil((now() + 1) / EVERY_MS) * EVERY_MS - now() + 1000;
      putForward(forwardMs);
      site.publish(now() - MINUTE_MS);
      return forwardMs;
    },
    async findFaults() {
      const runs = await readRuns();
      const { violations, pings } = discord;
      const complaints = [...violations, ...pings, ...slack.violations, ...slack.pings];
      return [
        ...runs.flatMap((run) => faultsOf(run, { discord, slack })),
        ...plans.flatMap((plan, index) => untold(runs, plan, site.titles(index))),
        ...complaints.map((one) => JSON.stringify(one)),
      ];
    },
    async countPosted() {
      return (await readRuns()).filter(({ status }) => status === 'posted').length;
    },
    async close() {
      await slack.settled();
      await slack.close();
      await discord.close();
      await site.close();
      folder.remove();
    },
  };
}

interface Around {
  readonly discord: DiscordServer;
  readonly site: FeedSite;
  readonly nowMs: number;
}

function planOf(index: number, { discord, site, nowMs }: Around): DigestPlan {
  const isDiscord = index % 2 === 0;
  return {
    id: `plan${index}`.padEnd(22, 'x'),
    revision: 1,
    origin: { kind: 'chat', maker: isDiscord ? discord.anna.id : 'UADA' },
    name: `Gazette number ${index}`,
    platform: isDiscord ? 'discord' : 'slack',
    place: isDiscord ? discord.guild.id : identity.teamId,
    channel: isDiscord ? discord.channel.id : places.news,
    sources: [site.feedUrl(index)],
    schedule: 'every 15 minutes',
    timezone: 'UTC',
    stories: 5,
    length: 'brief',
    include: [],
    exclude: [],
    missed: 'latest',
    graceMs: 6 * 60 * MINUTE_MS,
    whenNothing: 'silence',
    status: 'active',
    sinceMs: nowMs,
  };
}

type Platforms = Pick<DigestStage, 'discord' | 'slack'>;

/** Texts of what stands in a plan's channel, and of what stands in threads below it. */
function readChannel(
  { platform }: DigestPlan,
  { discord, slack }: Platforms,
): { readonly heads: readonly string[]; readonly below: readonly string[] } {
  if (platform === 'slack') {
    const isHead = ({ ts, thread_ts: thread }: { ts: string; thread_ts?: string | undefined }) =>
      thread === undefined || thread === ts;
    const all = slack.world.messages.filter(({ channel }) => channel === places.news);
    return {
      heads: all.filter(isHead).map((one) => JSON.stringify(one)),
      below: all.filter((one) => !isHead(one)).map((one) => JSON.stringify(one)),
    };
  }
  // Without what is escaped for Markdown.
  const textOf = ({ embeds }: { readonly embeds: unknown }): string =>
    JSON.stringify(embeds).replaceAll('\\\\', '');
  const heads = discord.messagesIn(discord.channel);
  const threads = heads.filter(({ hasThread }) => hasThread);
  return {
    heads: heads.map(textOf),
    below: threads.flatMap(({ id }) => discord.messagesIn({ ...discord.channel, id }).map(textOf)),
  };
}

/** What is wrong with what came of a run. */
function faultsOf(run: DigestRun, platforms: Platforms): readonly string[] {
  const { plan, slotMs, status, report } = run;
  const at = localTime(slotMs, 'UTC');
  const { heads, below } = readChannel(plan, platforms);
  const found = heads.filter((text) => text.includes(plan.name) && text.includes(at));
  const stories = report?.stories ?? [];
  const fault = (what: string): string => `${plan.name}, ${at}: ${status}, ${what}`;
  switch (status) {
    case 'posted': {
      const isWhole = stories.every((title) => found[0]?.includes(title) === true);
      const summaries = stories.map((title) => below.filter((text) => text.includes(title)).length);
      return [
        ...(found.length === 1 && isWhole ? [] : [fault(`${found.length} times`)]),
        ...(summaries.every((count) => count === 1)
          ? []
          : [fault(`summaries ${summaries.join()}`)]),
      ];
    }
    case 'unknown':
      return found.length <= 1 ? [] : [fault(`${found.length} times`)];
    case 'nothing':
    case 'missed':
      return found.length === 0 ? [] : [fault(`${found.length} times`)];
    default:
      return [fault('not ended')];
  }
}

/** Every story that was ever published is told once. */
function untold(
  runs: readonly DigestRun[],
  plan: DigestPlan,
  titles: readonly string[],
): readonly string[] {
  const told = runs
    .filter((run) => run.plan.id === plan.id)
    .flatMap(({ report }) => report?.stories ?? []);
  const twice = told.filter((title, at) => told.indexOf(title) !== at);
  const missing = titles.filter((title) => !told.includes(title));
  return [...twice.map((title) => `twice: ${title}`), ...missing.map((title) => `never: ${title}`)];
}
