import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people, places } from '../protocol/slack/slack-options.ts';
import { startSlackServer, type SlackServer } from '../protocol/slack/start-slack-server.ts';
import { askOnSlack, type Summary } from './ask-on-slack.ts';
import { faultOf, type Asked } from './asked.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { createRandom } from './create-random.ts';
import { findFreePort } from './find-free-port.ts';
import { startStage, type Stage } from './start-stage.ts';
import { slackEnv } from './platform-env.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
/** Pages are numbered from here on: no number is the beginning of another one. */
const FIRST = 100;
/** Slack brings what was not acknowledged again at once, after one minute and after five. */
const MINUTE_MS = 61_000;

/** When it is killed: in the middle of a call that Slack has heard or has not, or after a while. */
interface Moment {
  readonly method: string;
  readonly isHeard: boolean;
}

/** The first two are what the sample has. */
const moments: readonly (Moment | undefined)[] = [
  { method: 'chat.postMessage', isHeard: true },
  undefined,
  { method: 'chat.update', isHeard: false },
  { method: 'response_url', isHeard: true },
  { method: 'chat.postMessage', isHeard: false },
  { method: 'chat.update', isHeard: true },
  { method: 'response_url', isHeard: false },
  undefined,
];

describe.each(['socket', 'http'] as const)('Slack over %s', (mode) => {
  const inSample = mode === 'http' ? 2 : 1;
  const kills = isLong ? 25 : inSample;
  let stage: Stage;
  let slack: SlackServer;
  let port: number;
  let bot: BotProcess;

  beforeEach(async () => {
    stage = await startStage();
    slack = await startSlackServer({ mode, messageEvents: true });
    port = await findFreePort();
    bot = start();
    await bot.ready();
    if (mode === 'http') await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  });
  afterEach(async () => {
    await bot.kill();
    await slack.settled();
    await slack.close();
    await stage.close();
  });

  function start(): BotProcess {
    const env = slackEnv(slack, mode === 'http' ? port : undefined);
    return startBotProcess({ ...stage.env, ...env }, stage.folder);
  }

  async function killAt(moment: Moment | undefined, random: () => number): Promise<void> {
    if (moment === undefined) await sleep(random() * 1200);
    else await slack.until(() => slack.faults.left(moment.method) === 0);
    await bot.kill();
  }

  async function startAgain(): Promise<void> {
    bot = start();
    await bot.ready();
  }

  /** As many short summaries as there will be kills. */
  async function prepare(): Promise<readonly Summary[]> {
    const urls = Array.from({ length: kills }, (_, at) => stage.pageUrl(`before/${FIRST + at}`));
    const ask = (url: string) =>
      slack.slash({ command: '/summarize', text: `short ${url}`, user: people.ada, channel: places.news }); // prettier-ignore
    await Promise.all(urls.map(ask));
    const find = (url: string) =>
      slack.world.messages.find(
        ({ bot_id: id, blocks }) => id === slack.botId && JSON.stringify(blocks).includes(url),
      );
    await slack.until(() => urls.every((url) => find(url) !== undefined), 30_000);
    // Nobody can ask about a summary before the bot has heard that it stands there.
    await bot.until(() => stage.unfinished() === 0);
    return urls.flatMap((url) => {
      const message = find(url);
      return message === undefined ? [] : [{ message, url }];
    });
  }

  /** Slack brings again what it brought since then, and nothing tells that it is not the first time. */
  async function bringAgain(from: number): Promise<void> {
    const ids = slack.deliveries.slice(from).map(({ payload }) => payload['event_id']);
    const events = new Set(ids.filter((id) => typeof id === 'string'));
    await Promise.all([...events].map((id) => slack.redeliver(id)));
  }

  it(`answers what people ask once, though the process is killed (kills: ${kills})`, async () => {
    const random = createRandom(mode === 'http' ? 31 : 37);
    const summaries = await prepare();
    const asked: Asked[] = [];
    for (const [at, summary] of summaries.entries()) {
      const moment = moments[at % moments.length];
      if (moment !== undefined)
        slack.faults.fail(moment.method, { kind: 'hang', applied: moment.isHeard });
      const from = slack.deliveries.length;
      const page = (name: string): string =>
        stage.pageUrl(`${name}/${FIRST + at}`, random() * 1500);
      const pages = {
        mention: page('mention'),
        direct: page('direct'),
        command: page('command'),
        menu: page('menu'),
        private: page('private'),
        outside: page('outside'),
      };
      asked.push(...askOnSlack(slack, { pages, summary }));
      await killAt(moment, random);
      // Every other time nobody is there for the second attempt either, or only for its beginning.
      if (at % 2 === 0) await startAgain();
      slack.clock.advance(MINUTE_MS);
      await sleep(random() * 300);
      await bot.kill();
      await startAgain();
      slack.clock.advance(5 * MINUTE_MS);
      await slack.settled();
      await bringAgain(from);
      // A response URL lives for half an hour of Slack's time.
      if (at % 3 === 2) await bot.until(() => stage.unfinished() === 0);
    }
    await bot.until(() => stage.unfinished() === 0);
    await bringAgain(0);
    await bot.stop();
    const written = stage.written();
    expect(asked.flatMap((one) => faultOf(one, written) ?? [])).toEqual([]);
    expect(asked.filter((one) => one.isPromised(written)).length).toBeGreaterThan(asked.length / 3);
    const { violations, pings, leaks } = slack;
    expect({ violations, pings, leaks }).toEqual({ violations: [], pings: [], leaks: [] });
  }, 400_000);
});
