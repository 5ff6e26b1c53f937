import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eelPage } from '../bot/eel-page.ts';
import { renderBigPage } from './big-page.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { crowdOnDiscord } from './crowd-on-discord.ts';
import { crowdOnSlack } from './crowd-on-slack.ts';
import { isAnswered, numberedName, type Crowd, type Outcome } from './crowd.ts';
import { startStage, type Stage, type StageOptions } from './start-stage.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const PATIENCE_MS = isLong ? 500_000 : 60_000;
/** So long that all have asked before the first page is there. */
const PAUSE_MS = 1000;
/** Twice as many as may wait. */
const REQUESTS_A_PERSON = 10;

let stage: Stage;
let crowds: readonly Crowd[];
let bot: BotProcess;

beforeEach(() => {
  crowds = [];
});
afterEach(async () => {
  await bot.kill();
  for (const crowd of crowds) await crowd.close();
  await stage.close();
});

interface Flood extends StageOptions {
  /** Of each of the two platforms. */
  readonly requests: number;
  readonly pauseMs: number;
}

/** The bot on both platforms, where all ask at once; what each request got, once the bot has ended. */
async function flood({ requests, pauseMs, ...options }: Flood): Promise<readonly Outcome[]> {
  stage = await startStage(options);
  const people = Math.ceil(requests / REQUESTS_A_PERSON);
  crowds = [await crowdOnDiscord(people), await crowdOnSlack(people)];
  const env = Object.assign({}, stage.env, ...crowds.map((crowd) => crowd.env)) as Stage['env'];
  bot = startBotProcess(env, stage.folder);
  await bot.ready();
  for (let number = 0; number < requests; number += 1)
    for (const [at, crowd] of crowds.entries())
      crowd.ask({ number, url: stage.pageUrl(`${at}/${numberedName(number)}`, pauseMs) });
  for (const crowd of crowds)
    await crowd.until(() => crowd.outcomes().every(isAnswered), PATIENCE_MS);
  await bot.until(() => stage.unfinished() === 0);
  await bot.stop();
  expect(crowds.flatMap((crowd) => crowd.faults())).toEqual([]);
  const late = crowds.flatMap((crowd) => crowd.acknowledgements()).filter((ms) => ms === undefined);
  expect(late).toEqual([]);
  return crowds.flatMap((crowd) => crowd.outcomes());
}

it('a flood of requests for pages of over a megabyte is answered once each, with limits lifted', async () => {
  const requests = isLong ? 100 : 4;
  const outcomes = await flood({ requests, pauseMs: 0, renderPage: renderBigPage });
  expect(renderBigPage(numberedName(0)).length).toBeGreaterThan(1_000_000);
  const one: Outcome = { summaries: 1, refusals: [] };
  expect(outcomes).toEqual(Array.from({ length: 2 * requests }, () => one));
}, 600_000);

it('with the default limits each request of a flood gets a summary or hears that it is too much', async () => {
  const outcomes = await flood({
    requests: isLong ? 100 : 10,
    pauseMs: PAUSE_MS,
    limits: 'default',
    renderPage: isLong ? renderBigPage : () => eelPage,
  });
  const counts = outcomes.map(({ summaries, refusals }) => summaries + refusals.length);
  expect(counts).toEqual(outcomes.map(() => 1));
  const refusals = outcomes.flatMap((one) => one.refusals);
  expect(refusals.filter((text) => !text.includes('as much to do as I can take'))).toEqual([]);
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.length).toBeLessThan(outcomes.length);
}, 600_000);
