import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  startDiscordServer,
  type DiscordServer,
} from '../protocol/discord/start-discord-server.ts';
import { people, places } from '../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../protocol/slack/start-slack-server.ts';
import type { Retry } from '../protocol/slack/transport.ts';
import { askOnDiscord, edit, ours } from './ask-on-discord.ts';
import { askOnSlack, type Pages } from './ask-on-slack.ts';
import { faultOf, type Asked } from './asked.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { findFreePort } from './find-free-port.ts';
import { startStage, type Stage } from './start-stage.ts';
import { discordEnv, slackEnv } from './platform-env.ts';

let stage: Stage;
let discord: DiscordServer;
let slack: SlackServer;
let port: number;
let bot: BotProcess;

beforeEach(async () => {
  stage = await startStage();
  discord = await startDiscordServer();
  slack = await startSlackServer({ mode: 'http', messageEvents: true });
  port = await findFreePort();
  bot = start();
  await bot.ready();
  await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
});
afterEach(async () => {
  await bot.kill();
  await slack.settled();
  await slack.close();
  await discord.close();
  await stage.close();
});

/** The bot on both platforms. */
function start(): BotProcess {
  const env = { ...discordEnv(discord), ...slackEnv(slack, port) };
  return startBotProcess({ ...stage.env, ...env }, stage.folder);
}

async function ended(): Promise<void> {
  await bot.until(() => stage.unfinished() === 0);
}

async function askAllOnDiscord(): Promise<readonly Asked[]> {
  const { anna: user, channel, botUserId } = discord;
  discord.say({ channel, user, content: `<@${botUserId}> short ${stage.pageUrl('discord')}` });
  const [summary] = await discord.until(() => {
    const found = ours(discord).filter(({ buttons }) => buttons.length > 0);
    return found.length > 0 && found;
  });
  if (summary === undefined) throw new Error('There is no summary.');
  await ended();
  const page = (name: string): string => stage.pageUrl(`discord-${name}`);
  return [...askOnDiscord(discord, { page, summary }), edit(discord, page('edited'))];
}

async function askAllOnSlack(): Promise<readonly Asked[]> {
  const url = stage.pageUrl('standing');
  const text = `short ${url}`;
  await slack.slash({ command: '/summarize', text, user: people.ada, channel: places.news });
  const message = await slack.until(() => slack.messagesIn(places.news)[0]);
  await ended();
  const page = (name: string): string => stage.pageUrl(`slack-${name}`);
  const pages: Pages = {
    mention: page('mention'),
    direct: page('direct'),
    command: page('command'),
    menu: page('menu'),
    private: page('private'),
    outside: page('outside'),
  };
  return askOnSlack(slack, { pages, summary: { message, url } });
}

/** Everything once more: on Slack its events, on Discord also what people clicked and ordered. */
async function bringAgain(asked: readonly Asked[], mark?: Retry): Promise<void> {
  for (const { again } of asked) again?.();
  const ids = slack.deliveries.map(({ payload }) => payload['event_id']);
  const events = new Set(ids.filter((id) => typeof id === 'string'));
  await Promise.all([...events].map((id) => slack.redeliver(id, mark)));
}

/** Discord's events come in their order: what was said last is answered when all else was heard. */
async function heardAll(name: string): Promise<void> {
  const { ben: user, channel, botUserId } = discord;
  const url = stage.pageUrl(name);
  const { id } = discord.say({ channel, user, content: `<@${botUserId}> ${url}` });
  await discord.until(() => ours(discord).some(({ replyToId }) => replyToId === id));
}

it('what either platform brings again, marked or not, before and after the answer and a restart, is answered once', async () => {
  const asked = [...(await askAllOnDiscord()), ...(await askAllOnSlack())];
  await bringAgain(asked);
  await heardAll('before');
  await ended();
  await bringAgain(asked, { num: 1, reason: 'http_timeout' });
  await heardAll('after');
  await ended();
  await bot.stop();
  bot = start();
  await bot.ready();
  await bringAgain(asked);
  await heardAll('restarted');
  await ended();
  await bot.stop();
  const written = stage.written();
  expect(asked.flatMap((one) => faultOf({ ...one, isUnseen: false }, written) ?? [])).toEqual([]);
  expect(asked.filter((one) => !one.isPromised(written))).toEqual([]);
  expect(discord.violations).toEqual([]);
  expect(slack.violations).toEqual([]);
}, 120_000);
