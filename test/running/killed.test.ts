import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { people, places } from '../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../protocol/slack/start-slack-server.ts';
import { eelPage } from '../bot/eel-page.ts';
import { temporaryFolder } from '../store/rig.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const kills = isLong ? 25 : 3;
/** Slack brings what was not acknowledged a second time after a minute. */
const REDELIVERY_MS = 61_000;
/** What piles up between the kills would be told to come back. */
const LIFTED = `bot:
  limits:
    requestsPerPersonAnHour: none
    waitingPerPerson: none
`;

let folder: ReturnType<typeof temporaryFolder>;
let slack: SlackServer;
let site: Server;
let bot: BotProcess;

beforeEach(async () => {
  folder = temporaryFolder();
  slack = await startSlackServer({ messageEvents: true });
  site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(eelPage);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  writeFileSync(join(folder.path, 'lifted.yaml'), LIFTED);
  bot = start();
});
afterEach(async () => {
  await bot.kill();
  await slack.settled();
  await slack.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  folder.remove();
});

const host = (): string => `127.0.0.1:${(site.address() as AddressInfo).port}`;

function start(): BotProcess {
  return startBotProcess(
    {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: join(folder.path, 'bot.db'),
      NUTGRAF_ALLOW_PRIVATE_HOSTS: host(),
      NUTGRAF_CONFIG: join(folder.path, 'lifted.yaml'),
    },
    folder.path,
  );
}

/** Lehmer's generator: the same moments each time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Our messages below one of somebody's. */
function answersTo(ts: string): readonly string[] {
  return slack
    .thread(places.news, ts)
    .filter(({ bot_id: id }) => id === slack.botId)
    .map(({ blocks }) => JSON.stringify(blocks));
}

it(`what people ask is answered once, though the process is killed ${kills} times`, async () => {
  const random = createRandom(17);
  const asked: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await slack.connected();
    const text = `<@${slack.botUserId}> http://${host()}/eels/${kill}`;
    const said = slack.say({ channel: places.news, user: people.ada, text });
    await sleep(random() * 900);
    await bot.kill();
    asked.push((await said).message.ts);
    bot = start();
    await slack.connected();
    slack.clock.advance(REDELIVERY_MS);
  }
  const unanswered = (): readonly string[] =>
    asked.filter((ts) => !answersTo(ts).some((answer) => answer.includes('Eels return')));
  await slack.until(() => (unanswered().length === 0 ? true : undefined), 20_000);
  expect(asked.map((ts) => answersTo(ts).length)).toEqual(asked.map(() => 1));
  const { violations, pings, leaks } = slack;
  expect({ violations, pings, leaks }).toEqual({ violations: [], pings: [], leaks: [] });
}, 240_000);

it('a process that is told to end takes no more, ends what runs, and closes', async () => {
  await slack.connected();
  const text = `<@${slack.botUserId}> http://${host()}/eels`;
  const { message } = await slack.say({ channel: places.news, user: people.ada, text });
  await bot.stop();
  expect(answersTo(message.ts)).toHaveLength(1);
  expect(answersTo(message.ts)[0]).toContain('Eels return');
  expect(bot.output()).toContain('Ending what runs');
  expect(bot.output()).not.toContain(slack.botToken);
}, 60_000);
