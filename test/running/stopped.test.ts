import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { people, places } from '../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../protocol/slack/start-slack-server.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { startStage, type Stage } from './start-stage.ts';
import { slackEnv } from './platform-env.ts';

let stage: Stage;
let slack: SlackServer;
let bot: BotProcess;

beforeEach(async () => {
  stage = await startStage();
  slack = await startSlackServer({ messageEvents: true });
  bot = startBotProcess({ ...stage.env, ...slackEnv(slack) }, stage.folder);
  await bot.ready();
});
afterEach(async () => {
  await bot.kill();
  await slack.settled();
  await slack.close();
  await stage.close();
});

it('a process that is told to end takes no more, ends what runs, and closes', async () => {
  const text = `<@${slack.botUserId}> ${stage.pageUrl('last')}`;
  const { message } = await slack.say({ channel: places.news, user: people.ada, text });
  expect(await bot.stop()).toBe(0);
  const answers = slack
    .thread(places.news, message.ts)
    .filter(({ bot_id: id }) => id === slack.botId)
    .map(({ blocks }) => JSON.stringify(blocks));
  expect(answers).toEqual([expect.stringContaining('Eels return')]);
  expect(bot.output()).toContain('Ending what runs');
  expect(bot.output()).not.toContain(slack.botToken);
}, 60_000);
