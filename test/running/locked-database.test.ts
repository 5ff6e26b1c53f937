import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  startDiscordServer,
  type DiscordServer,
} from '../protocol/discord/start-discord-server.ts';
import { people, places } from '../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../protocol/slack/start-slack-server.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { startStage, type Stage } from './start-stage.ts';
import { discordEnv, slackEnv } from './platform-env.ts';

let stage: Stage;
let slack: SlackServer;
let discord: DiscordServer;
let env: Readonly<Record<string, string>>;
let bot: BotProcess;

beforeEach(async () => {
  stage = await startStage();
  slack = await startSlackServer({ messageEvents: true });
  discord = await startDiscordServer();
  env = { ...stage.env, ...slackEnv(slack), ...discordEnv(discord) };
  bot = startBotProcess(env, stage.folder);
  await bot.ready();
}, 60_000);
afterEach(async () => {
  await bot.kill();
  await slack.settled();
  await slack.close();
  await discord.close();
  await stage.close();
});

it('whoever asks while another program writes to the database is told in time that it is too much', async () => {
  const other = new DatabaseSync(env['DATABASE_URL'] ?? '');
  other.exec('begin immediate');
  const { channel, anna: user } = discord;
  const invoked = discord.slash({
    command: 'summarize',
    options: { url: stage.pageUrl('locked') },
    user,
    channel,
  });
  const [answered, message, { ack }] = await Promise.all([
    invoked.answered(),
    invoked.message(),
    slack.slash({
      command: '/summarize',
      text: stage.pageUrl('locked'),
      user: people.ada,
      channel: places.news,
    }),
  ]);
  expect(answered.afterMs).toBeLessThan(3000);
  expect(JSON.stringify(message.embeds)).toContain('as much to do as I can take');
  expect(ack).toMatchObject({ state: 'acknowledged' });
  const told = slack.ephemeralsFor(people.ada).map(({ text }) => text);
  expect(told).toEqual([expect.stringContaining('as much to read as I can take')]);
  other.exec('rollback');
  other.close();
  expect(await bot.stop()).toBe(0);
  expect(stage.unfinished()).toBe(0);
}, 60_000);

it('a second process on the same database says why it does not start', async () => {
  const second = startBotProcess(env, stage.folder);
  await expect(second.ready()).rejects.toThrow('Another Nutgraf runs on the database');
  expect(await second.stop()).toBe(1);
}, 60_000);
