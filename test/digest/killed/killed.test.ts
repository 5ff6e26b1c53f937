import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
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
import { createRandom } from '../../running/create-random.ts';
import { temporaryFolder } from '../../store/rig.ts';
import { startFeedSite, type FeedSite } from './feed-site.ts';
import { startProcess, type DigestProcess } from './start-process.ts';
import { discordEnv, slackEnv } from '../../running/platform-env.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const MINUTE_MS = 60_000;
const EVERY_MS = 15 * MINUTE_MS;
/** A process that died keeps others from its runs for so long. */
const HELD_MS = 21_000;
/** Two on each platform. */
const PLANS = 4;

let folder: ReturnType<typeof temporaryFolder>;
let discord: DiscordServer;
let slack: SlackServer;
let site: FeedSite;
let aheadMs = 0;

beforeEach(async () => {
  folder = temporaryFolder();
  discord = await startDiscordServer();
  slack = await startSlackServer({ messageEvents: true });
  site = await startFeedSite(PLANS, 2);
  aheadMs = 0;
});
afterEach(async () => {
  await slack.settled();
  await slack.close();
  await discord.close();
  await site.close();
  folder.remove();
});

const now = (): number => Date.now() + aheadMs;
const database = (): string => join(folder.path, 'bot.db');

/** Time goes on for everybody, or for those who are not told otherwise. */
function putForward(ms: number): void {
  aheadMs += ms;
  discord.advance(ms);
  slack.clock.advance(ms);
}

function start(): Promise<DigestProcess> {
  return startProcess({
    DATABASE_URL: database(),
    NUTGRAF_ALLOW_PRIVATE_HOSTS: site.host,
    ...discordEnv(discord),
    ...slackEnv(slack),
    AHEAD_MS: String(aheadMs),
  });
}

function planOf(index: number): DigestPlan {
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
    sinceMs: now(),
  };
}

async function writePlans(): Promise<readonly DigestPlan[]> {
  const plans = Array.from({ length: PLANS }, (_, index) => planOf(index));
  const store = openStore({ url: database(), cwd: folder.path });
  for (const plan of plans)
    await store.digests.putPlan(plan, Math.ceil(now() / EVERY_MS) * EVERY_MS);
  await store.close();
  return plans;
}

async function readRuns(plans: readonly DigestPlan[]): Promise<readonly DigestRun[]> {
  const store = openStore({ url: database(), cwd: folder.path });
  const runs = await Promise.all(plans.map(({ id }) => store.digests.listRuns(id, 1000)));
  await store.close();
  return runs.flat();
}

/** In the middle of a call that the platform has heard or has not, or after a while. */
type Moment = 'discord heard' | 'discord unheard' | 'slack heard' | 'slack unheard' | 'a while';
const MOMENTS: readonly Moment[] = [
  'slack heard',
  'discord heard',
  'a while',
  'slack unheard',
  'discord unheard',
  'a while',
];

async function waitFor(moment: Moment, random: () => number): Promise<void> {
  const isHeard = moment.endsWith(' heard');
  if (moment === 'a while') {
    await sleep(random() * 1500);
    return;
  }
  // Not always the first message: one in the thread, perhaps.
  const skipped = Math.floor(random() * 3);
  const endMs = Date.now() + 1500;
  if (moment.startsWith('slack')) {
    const before = slack.callsOf('chat.postMessage').length;
    await until(() => slack.callsOf('chat.postMessage').length >= before + skipped, endMs);
    slack.faults.fail('chat.postMessage', { kind: 'hang', applied: isHeard });
    await until(() => slack.faults.left('chat.postMessage') === 0, endMs);
    return;
  }
  const posts = () =>
    discord.calls.filter(({ method, path }) => method === 'POST' && POSTING.test(path));
  const before = posts().length;
  await until(() => posts().length >= before + skipped, endMs);
  discord.fault({
    method: 'POST',
    path: POSTING,
    times: 1,
    does: { kind: 'hang', applied: isHeard },
  });
  await until(() => posts().some(({ status }) => status === undefined), endMs);
}

const POSTING = /^\/channels\/\d+\/messages$/u;

/** Or until it is too late for that: the digests may have been posted already. */
async function until(isSo: () => boolean, endMs: number): Promise<void> {
  while (!isSo() && Date.now() < endMs) await sleep(5);
}

function forget(): void {
  discord.clearFaults();
  while (slack.faults.left('chat.postMessage') > 0) slack.faults.take('chat.postMessage');
}

/** Texts of what we have posted in a plan's channel, threads aside. */
function heads({ platform }: DigestPlan): readonly string[] {
  if (platform === 'slack')
    return slack
      .messagesIn(places.news)
      .filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
      .map((one) => JSON.stringify(one));
  // Without what is escaped for Markdown.
  return discord
    .messagesIn(discord.channel)
    .map(({ embeds }) => JSON.stringify(embeds).replaceAll('\\\\', ''));
}

/** What is wrong with what came of a run. */
function faultOf(run: DigestRun): string | undefined {
  const { plan, slotMs, status, report } = run;
  const at = localTime(slotMs, 'UTC');
  const found = heads(plan).filter((text) => text.includes(plan.name) && text.includes(at));
  const stories = report?.stories ?? [];
  const isWhole =
    found.length === 1 && stories.every((title) => found[0]?.includes(title) === true);
  if (status === 'posted' && isWhole) return undefined;
  if (status === 'unknown' && found.length <= 1) return undefined;
  if ((status === 'nothing' || status === 'missed') && found.length === 0) return undefined;
  return `${plan.name}, ${at}: ${status}, ${found.length} times`;
}

/** Every story that was ever published was told once, those of unknown digests aside. */
function untold(plans: readonly DigestPlan[], runs: readonly DigestRun[]): readonly string[] {
  return plans.flatMap((plan, index) => {
    const told = runs
      .filter((run) => run.plan.id === plan.id)
      .flatMap(({ report }) => report?.stories ?? []);
    const twice = told.filter((title, at) => told.indexOf(title) !== at);
    const missing = site.titles(index).filter((title) => !told.includes(title));
    return [
      ...twice.map((title) => `twice: ${title}`),
      ...missing.map((title) => `never: ${title}`),
    ];
  });
}

const kills = isLong ? 100 : 6;

it(`digests are posted once each, though the process is killed ${kills} times`, async () => {
  const random = createRandom(41);
  const plans = await writePlans();
  let running = await start();
  for (let at = 0; at < kills; at += 1) {
    const forwardMs = Math.ceil((now() + 1) / EVERY_MS) * EVERY_MS - now() + 1000;
    putForward(forwardMs);
    site.publish(now() - MINUTE_MS);
    const ticking = running.tick(forwardMs);
    await waitFor(MOMENTS[at % MOMENTS.length] ?? 'a while', random);
    await running.kill();
    await ticking;
    forget();
    putForward(HELD_MS);
    running = await start();
    await running.tick();
  }
  // What a platform did not answer is tried again after a minute.
  for (let at = 0; at < 3; at += 1) {
    putForward(HELD_MS + MINUTE_MS);
    await running.tick(HELD_MS + MINUTE_MS);
  }
  await running.kill();
  const runs = await readRuns(plans);
  expect(runs.filter(({ status }) => status === 'posted').length).toBeGreaterThan(kills);
  expect(runs.flatMap((run) => faultOf(run) ?? [])).toEqual([]);
  expect(untold(plans, runs)).toEqual([]);
  const { violations, pings } = discord;
  expect({ violations, pings, ofSlack: slack.violations }).toEqual({
    violations: [],
    pings: [],
    ofSlack: [],
  });
}, 900_000);

it('two processes on one database post each digest once, though one of them is killed', async () => {
  const random = createRandom(43);
  const plans = await writePlans();
  const rounds = isLong ? 40 : 2;
  let one = await start();
  let other = await start();
  for (let at = 0; at < rounds; at += 1) {
    const forwardMs = Math.ceil((now() + 1) / EVERY_MS) * EVERY_MS - now() + 1000;
    putForward(forwardMs);
    site.publish(now() - MINUTE_MS);
    const ticking = [one.tick(forwardMs), other.tick(forwardMs)];
    await sleep(random() * 1500);
    await one.kill();
    await Promise.all(ticking);
    putForward(HELD_MS);
    await other.tick(HELD_MS);
    [one, other] = [other, await start()];
  }
  putForward(HELD_MS + MINUTE_MS);
  await Promise.all([one.tick(HELD_MS + MINUTE_MS), other.tick(HELD_MS + MINUTE_MS)]);
  await one.kill();
  await other.kill();
  const runs = await readRuns(plans);
  expect(runs.flatMap((run) => faultOf(run) ?? [])).toEqual([]);
  expect(untold(plans, runs)).toEqual([]);
}, 900_000);
