import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startDigestRig, type DigestRig } from '../rig.ts';
import { HOUR_MS, createNewsroom, feed } from './newsroom.ts';

let rig: DigestRig;
let room: ReturnType<typeof createNewsroom>;

beforeEach(async () => {
  rig = await startDigestRig();
  room = createNewsroom(rig);
});
afterEach(() => rig.close());

describe('a crash', () => {
  it('before anything was picked starts the run again', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    const { ticking, open } = await room.stuckAt(9 * HOUR_MS);
    await rig.crash(30_000);
    open();
    await ticking.catch(() => undefined);
    await rig.tick();
    expect(room.heads()).toHaveLength(1);
  });

  it.each([true, false])(
    'in the middle of sending posts nothing twice and nothing not at all (heard: %s)',
    async (isDone) => {
      room.publish(feed, 'The Quay Post', [0, 1]);
      await room.plan();
      // The head stands there or does not, and nobody heard which.
      rig.platform.faults.push({ code: 'unclear', isDone }, { code: 'unclear', isDone: false });
      rig.platform.canFind = true;
      await rig.tick(9 * HOUR_MS);
      await rig.crash(30_000);
      await rig.tick(60_000);
      await rig.tick(60_000);
      expect(room.heads()).toHaveLength(1);
      expect(room.thread()).toHaveLength(2);
      expect(await room.runs()).toMatchObject([{ status: 'posted' }]);
    },
  );

  it('of which nobody can tell ends as unknown, and its maker is told', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    rig.platform.faults.push({ code: 'unclear', isDone: true });
    rig.platform.canFind = false;
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()).toHaveLength(1);
    expect(await room.runs()).toMatchObject([{ status: 'unknown' }]);
    const told = rig.standing('alone with tilde').at(-1);
    expect(JSON.stringify(told)).toContain('cannot tell whether');
  });
});

describe('a clock that is put forward while a digest is made', () => {
  it('does not make the process take up its own run a second time', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    const { ticking, open } = await room.stuckAt(9 * HOUR_MS);
    rig.clock.move(30_000);
    rig.digests.runner.wake();
    await new Promise((resolve) => setTimeout(resolve, 50));
    open();
    await ticking;
    expect(room.heads()).toHaveLength(1);
    expect(room.thread()).toHaveLength(1);
    expect(await room.runs()).toMatchObject([{ status: 'posted' }]);
  });
});

describe('two digests of one channel that are due together', () => {
  it('do not tell the same story', async () => {
    room.publish(feed, 'The Quay Post', [0, 1]);
    await room.plan();
    await room.plan({ name: 'Harbour news' });
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()).toHaveLength(1);
    const [first, second] = await rig.store.digests.listPlans({});
    const all = [
      ...(await rig.store.digests.listRuns(first?.plan.id ?? '', 5)),
      ...(await rig.store.digests.listRuns(second?.plan.id ?? '', 5)),
    ];
    expect(all.map(({ status }) => status).sort()).toEqual(['nothing', 'posted']);
  });
});
