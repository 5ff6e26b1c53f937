import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createRandom } from '../../running/create-random.ts';
import { HELD_MS, MINUTE_MS, startDigestStage, type DigestStage } from './digest-stage.ts';

const rounds = process.env['NUTGRAF_TEST_LONG'] === undefined ? 2 : 40;

let stage: DigestStage;

beforeEach(async () => {
  stage = await startDigestStage();
});
afterEach(() => stage.close());

it(`two processes on one database post each digest once, though one of them is killed ${rounds} times`, async () => {
  const random = createRandom(43);
  await stage.writePlans();
  let one = await stage.start();
  let other = await stage.start();
  for (let at = 0; at < rounds; at += 1) {
    const forwardMs = stage.nextSlot();
    const ticking = [one.tick(forwardMs), other.tick(forwardMs)];
    await sleep(random() * 1500);
    await one.kill();
    await Promise.all(ticking);
    stage.putForward(HELD_MS);
    await other.tick(HELD_MS);
    [one, other] = [other, await stage.start()];
  }
  // Once more for what both were in the middle of.
  for (let at = 0; at < 2; at += 1) {
    stage.putForward(HELD_MS + MINUTE_MS);
    await Promise.all([one.tick(HELD_MS + MINUTE_MS), other.tick(HELD_MS + MINUTE_MS)]);
  }
  await one.kill();
  await other.kill();
  expect(await stage.findFaults()).toEqual([]);
}, 900_000);
