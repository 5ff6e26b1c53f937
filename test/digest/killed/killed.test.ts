import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createRandom } from '../../running/create-random.ts';
import { HELD_MS, MINUTE_MS, startDigestStage, type DigestStage } from './digest-stage.ts';

const kills = process.env['NUTGRAF_TEST_LONG'] === undefined ? 9 : 200;

let stage: DigestStage;

beforeEach(async () => {
  stage = await startDigestStage();
});
afterEach(() => stage.close());

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
    await sleep(random() * 1000);
    return;
  }
  // Not always the first message: one in the thread, perhaps.
  const skipped = Math.floor(random() * 3);
  const endMs = Date.now() + 1000;
  if (moment.startsWith('slack')) {
    const before = stage.slack.callsOf('chat.postMessage').length;
    await until(() => stage.slack.callsOf('chat.postMessage').length >= before + skipped, endMs);
    stage.slack.faults.fail('chat.postMessage', { kind: 'hang', applied: isHeard });
    await until(() => stage.slack.faults.left('chat.postMessage') === 0, endMs);
    return;
  }
  const posts = () =>
    stage.discord.calls.filter(({ method, path }) => method === 'POST' && POSTING.test(path));
  const before = posts().length;
  await until(() => posts().length >= before + skipped, endMs);
  stage.discord.fault({
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
  stage.discord.clearFaults();
  while (stage.slack.faults.left('chat.postMessage') > 0)
    stage.slack.faults.take('chat.postMessage');
}

it(`digests are posted once each, though the process is killed ${kills} times`, async () => {
  const random = createRandom(41);
  await stage.writePlans();
  let running = await stage.start();
  for (let at = 0; at < kills; at += 1) {
    const ticking = running.tick(stage.nextSlot());
    await waitFor(MOMENTS[at % MOMENTS.length] ?? 'a while', random);
    await running.kill();
    await ticking;
    forget();
    stage.putForward(HELD_MS);
    running = await stage.start();
    await running.tick();
  }
  // What a platform did not answer is tried again after a minute.
  for (let at = 0; at < 3; at += 1) {
    stage.putForward(HELD_MS + MINUTE_MS);
    await running.tick(HELD_MS + MINUTE_MS);
  }
  await running.kill();
  expect(await stage.countPosted()).toBeGreaterThan(kills);
  expect(await stage.findFaults()).toEqual([]);
}, 1_200_000);
