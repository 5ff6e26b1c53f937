import { readFileSync } from 'node:fs';
import path from 'node:path';
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

const folder = path.resolve(import.meta.dirname, '../fixtures/pasted/other-stories');
const page = readFileSync(path.join(folder, 'page.txt'), 'utf8');
const { absent } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
  readonly absent: readonly string[];
};
const BULLET = 'The paper mill in Ostrova will start its machines again on Monday';
const QUOTE = 'Instead he told us to be on time.';

let stage: Stage;
let discord: DiscordServer;
let slack: SlackServer;
let bot: BotProcess;

beforeEach(async () => {
  stage = await startStage();
  discord = await startDiscordServer();
  slack = await startSlackServer({ messageEvents: true });
  const env = { ...stage.env, ...discordEnv(discord), ...slackEnv(slack) };
  bot = startBotProcess(env, stage.folder);
  await bot.ready();
});
afterEach(async () => {
  await bot.kill();
  await slack.settled();
  await slack.close();
  await discord.close();
  await stage.close();
});

/** Hands the page over in every way that Discord has; how many they are. */
function handOverOnDiscord(): number {
  const { anna, ben, channel, botUserId } = discord;
  const message = [{ name: 'message.txt', bytes: page }];
  const say = (content: string, more: Partial<Parameters<DiscordServer['say']>[0]> = {}) =>
    discord.say({ channel, user: anna, content, ...more });
  const slash = (options: Parameters<DiscordServer['slash']>[0]['options'] = {}) =>
    discord.slash({ command: 'summarize', options, user: anna, channel });
  const choose = (target: { readonly id: string }) =>
    discord.messageCommand({ name: 'Summarize', message: target, user: ben });
  return [
    slash({ file: { name: 'page.txt', bytes: page } }),
    slash({ text: page }),
    say(`<@${botUserId}>`, { files: message }),
    say('', { channel: discord.directChannel(anna), files: message }),
    choose(say('', { files: message })),
    choose(say(page, { hasNitro: true })),
  ].length;
}

/** The same on Slack. */
async function handOverOnSlack(): Promise<number> {
  const { news, adasMessages } = places;
  const user = people.ada;
  const me = `<@${slack.botUserId}>`;
  const say = (text: string, more: Partial<Parameters<SlackServer['say']>[0]> = {}) =>
    slack.say({ channel: news, user, text, ...more });
  const slash = (text: string) => slack.slash({ command: '/summarize', text, user, channel: news });
  const file = (mode: 'hosted' | 'snippet') => [{ name: 'page.txt', content: page, mode }];
  const { message } = await say(page);
  await slash('');
  const form = await slack.until(() => slack.viewsOf(user)[0]);
  const handed = await Promise.all([
    slash(page),
    say(`${me} ${page}`),
    say(page, { channel: adasMessages }),
    say(me, { files: file('hosted') }),
    say(me, { files: file('snippet') }),
    slack.shortcut({ callback_id: 'summarize_message', message, user }),
    slack.submitView(form, { file: [{ name: 'page.txt', content: page }] }),
  ]);
  return handed.length;
}

function answersOnDiscord(): readonly string[] {
  return [...discord.world.messages.values()]
    .filter(({ author, components }) => author.id === discord.botUserId && components.length > 0)
    .map(({ embeds }) => JSON.stringify(embeds));
}

function answersOnSlack(): readonly string[] {
  return slack.world.messages
    .filter(
      ({ bot_id: id, blocks }) => id === slack.botId && JSON.stringify(blocks).includes('"quotes"'),
    ) // prettier-ignore
    .map(({ blocks }) => JSON.stringify(blocks));
}

it('a whole pasted page becomes the summary of its story, whatever way it takes on either platform', async () => {
  const ways = { discord: handOverOnDiscord(), slack: await handOverOnSlack() };
  await discord.until(() => answersOnDiscord().length >= ways.discord, { deadlineMs: 30_000 });
  await slack.until(() => answersOnSlack().length >= ways.slack, 30_000);
  await bot.stop();
  const answers = [...answersOnDiscord(), ...answersOnSlack()];
  expect({ discord: answersOnDiscord().length, slack: answersOnSlack().length }).toEqual(ways);
  for (const answer of answers) {
    expect(answer).toContain(BULLET);
    expect(answer).toContain(QUOTE);
    expect(absent.filter((furniture) => answer.includes(furniture))).toEqual([]);
  }
  expect([discord.violations, slack.violations, discord.pings, slack.pings]).toEqual([[], [], [], []]); // prettier-ignore
}, 60_000);
