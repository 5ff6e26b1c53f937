import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  startDiscordServer,
  type DiscordServer,
} from '../protocol/discord/start-discord-server.ts';
import type { Fault } from '../protocol/discord/rest/faults.ts';
import type { SeenMessage } from '../protocol/discord/world/see-message.ts';
import { askOnDiscord, ours } from './ask-on-discord.ts';
import { faultOf, type Asked } from './asked.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { createRandom } from './create-random.ts';
import { startStage, type Stage } from './start-stage.ts';
import { discordEnv } from './platform-env.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const kills = isLong ? 25 : 2;
/** Discord's: “the past few minutes”; the server here remembers five. */
const NONCE_MS = 6 * 60_000;

let stage: Stage;
let discord: DiscordServer;
let bot: BotProcess;

beforeEach(async () => {
  stage = await startStage();
  discord = await startDiscordServer();
  bot = start();
  await bot.ready();
});
afterEach(async () => {
  await bot.kill();
  await discord.close();
  await stage.close();
});

function start(): BotProcess {
  const env = { ...stage.env, ...discordEnv(discord) };
  return startBotProcess(env, stage.folder);
}

/** When it is killed: in the middle of a call that Discord has heard or has not, or after a while. */
type Moment = Pick<Fault, 'method' | 'path'> & { readonly isHeard: boolean };

const posting = { method: 'POST', path: /^\/channels\/\d+\/messages$/u };
const answering = { method: 'PATCH', path: /^\/webhooks\/\d+\/[^/]+\/messages\/%40original$/u };
const acknowledging = { method: 'POST', path: /\/callback$/u };
/** The first two are what the sample has. */
const moments: readonly (Moment | undefined)[] = [
  { ...posting, isHeard: true },
  { ...acknowledging, isHeard: false },
  undefined,
  { ...answering, isHeard: true },
  { ...answering, isHeard: false },
  { ...posting, isHeard: false },
  { ...acknowledging, isHeard: true },
  undefined,
];

async function killAt(moment: Moment | undefined, random: () => number): Promise<void> {
  if (moment === undefined) await sleep(random() * 1200);
  else await discord.until(() => hung(moment), { what: String(moment.path) });
  await bot.kill();
  discord.clearFaults();
}

function hung({ method, path }: Moment): boolean {
  return discord.calls.some(
    (one) => one.status === undefined && one.method === method && path.test(one.path),
  );
}

/** As many short summaries as there will be kills. */
async function prepare(): Promise<readonly SeenMessage[]> {
  const { anna: user, channel, botUserId } = discord;
  for (let at = 0; at < kills; at += 1) {
    const content = `<@${botUserId}> short ${stage.pageUrl(`before/${at}`)}`;
    discord.say({ channel, user, content });
  }
  const find = () => ours(discord).filter(({ buttons }) => buttons.length > 0);
  const deadlineMs = 30_000;
  await discord.until(() => find().length === kills, { what: 'summaries', deadlineMs });
  // Nobody can ask about a summary before the bot has heard that it stands there.
  await bot.until(() => stage.unfinished() === 0);
  return find();
}

it(`what people ask on Discord is answered once, though the process is killed ${kills} times`, async () => {
  const random = createRandom(23);
  const summaries = await prepare();
  const asked: Asked[] = [];
  for (const [at, summary] of summaries.entries()) {
    const moment = moments[at % moments.length];
    if (moment !== undefined) {
      const { method = 'POST', path, isHeard } = moment;
      discord.calls.length = 0;
      discord.fault({ method, path, times: 50, does: { kind: 'hang', applied: isHeard } });
    }
    const page = (name: string): string => stage.pageUrl(`${name}/${at}`, random() * 1500);
    asked.push(...askOnDiscord(discord, { page, summary }));
    await killAt(moment, random);
    // Discord refuses a second message with the same nonce only so long.
    if (moment?.isHeard === true) discord.advance(NONCE_MS);
    bot = start();
    await bot.ready();
    // An interaction can be answered for a quarter of an hour of Discord's time.
    if (at % 3 === 2) await bot.until(() => stage.unfinished() === 0);
  }
  await bot.until(() => stage.unfinished() === 0);
  await bot.stop();
  const written = stage.written();
  expect(asked.flatMap((one) => faultOf(one, written) ?? [])).toEqual([]);
  expect(asked.filter((one) => one.isPromised(written)).length).toBeGreaterThan(asked.length / 3);
  const { violations, pings } = discord;
  expect({ violations, pings }).toEqual({ violations: [], pings: [] });
}, 400_000);
