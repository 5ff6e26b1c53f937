import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DigestPlan } from '../../src/ports/digest.ts';
import type { DigestStore, NewDelivery } from '../../src/ports/digest-store.ts';
import { openStore, type OpenStore } from '../../src/store/open-store.ts';
import { someAnswer, someArticle, temporaryFolder } from './rig.ts';

const plan: DigestPlan = {
  id: 'plan',
  revision: 1,
  origin: { kind: 'chat', maker: 'tilde' },
  name: 'Morning news',
  platform: 'memory',
  place: 'ostvik',
  channel: 'quay',
  sources: ['https://quay.example/feed'],
  schedule: 'every day at 09:00',
  timezone: 'UTC',
  stories: 5,
  length: 'standard',
  include: [],
  exclude: [],
  missed: 'latest',
  graceMs: 1000,
  whenNothing: 'silence',
  status: 'active',
  sinceMs: 0,
};
const among = { platforms: ['memory'], limit: 10 };
const delivery = (key: string, position: number): NewDelivery => ({
  key,
  position,
  post: {
    sections: [{ parts: [{ kind: 'text', text: 'Eels are back.' }], notes: [] }],
    actions: [],
  },
  about: { articles: [{ id: 'eels' }], length: 'standard' },
});
const report = { sources: [], stories: [] };

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenStore;
let digests: DigestStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore({ url: 'digests.sqlite', cwd: folder.path });
  ({ digests } = store);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

/** A run that this holder works on, with one message to send. */
async function pickedBy(holder: string): Promise<void> {
  await digests.insertRun({ id: 'run', plan, slotMs: 1000, kind: 'due' });
  await digests.takeRuns({ holder, nowMs: 2000, untilMs: 3000 }, among);
  const picked = { runId: 'run', deliveries: [delivery('k0', 0)], fingerprints: [{ of: 'eels' }] };
  expect(await digests.putPicked(holder, { ...picked, report, atMs: 2000 })).toBe('put');
}

describe('a plan', () => {
  it('has a name of its own in its place, letter case aside', async () => {
    expect(await digests.putPlan(plan, 1000)).toBe('put');
    const namesake = { ...plan, id: 'other', name: 'MORNING NEWS' };
    expect(await digests.putPlan(namesake, 1000)).toBe('taken');
    expect(await digests.putPlan({ ...namesake, place: 'luleby' }, 1000)).toBe('put');
    const where = { platform: 'memory', place: 'ostvik', name: 'morning NEWS' };
    expect(await digests.findPlan(where)).toEqual({ plan, nextSlotMs: 1000 });
  });

  it('is changed by the next revision only', async () => {
    await digests.putPlan(plan, 1000);
    expect(await digests.putPlan({ ...plan, revision: 2, stories: 3 }, 2000)).toBe('put');
    expect(await digests.putPlan({ ...plan, revision: 2, stories: 9 }, 2000)).toBe('outdated');
    expect((await digests.findPlanById('plan'))?.plan.stories).toBe(3);
  });

  it('is due when its slot has come, unless it is paused or of a platform that is not here', async () => {
    await digests.putPlan(plan, 1000);
    await digests.putPlan({ ...plan, id: 'paused', name: 'Paused' }, undefined);
    await digests.putPlan({ ...plan, id: 'later', name: 'Later' }, 2000);
    await digests.putPlan({ ...plan, id: 'away', name: 'Away', platform: 'elsewhere' }, 1000);
    const due = await digests.findDue(1000, among);
    expect(due.map((kept) => kept.plan.id)).toEqual(['plan']);
  });
});

describe('a slot', () => {
  const claim = { plan, dueSlotMs: 1000, nextSlotMs: 5000, missed: [] };

  it('is claimed once, by whichever of two processes is first', async () => {
    await digests.putPlan(plan, 1000);
    const other = openStore({ url: 'digests.sqlite', cwd: folder.path });
    await Promise.all([
      digests.claim([{ ...claim, run: { id: 'mine', slotMs: 1000 } }]),
      other.digests.claim([{ ...claim, run: { id: 'theirs', slotMs: 1000 } }]),
    ]);
    await other.close();
    expect(await digests.listRuns('plan', 10)).toHaveLength(1);
    expect((await digests.findPlanById('plan'))?.nextSlotMs).toBe(5000);
  });

  it('of a revision that is no longer is claimed by nobody', async () => {
    await digests.putPlan(plan, 1000);
    await digests.putPlan({ ...plan, revision: 2 }, 1000);
    await digests.claim([{ ...claim, run: { id: 'run', slotMs: 1000 } }]);
    expect(await digests.listRuns('plan', 10)).toEqual([]);
  });

  it('that was missed is listed, and run by nobody', async () => {
    await digests.putPlan(plan, 1000);
    await digests.claim([{ ...claim, missed: [{ id: 'missed', slotMs: 1000 }] }]);
    expect(await digests.listRuns('plan', 10)).toMatchObject([{ status: 'missed', slotMs: 1000 }]);
    expect(await digests.takeRuns({ holder: 'me', nowMs: 2000, untilMs: 3000 }, among)).toEqual([]);
  });
});

describe('a run', () => {
  it('is held by one process, until it says nothing for too long', async () => {
    await digests.insertRun({ id: 'run', plan, slotMs: 1000, kind: 'extra' });
    const take = (holder: string, nowMs: number) =>
      digests.takeRuns({ holder, nowMs, untilMs: nowMs + 1000 }, among);
    expect(await take('one', 2000)).toMatchObject([{ id: 'run', isPicked: false }]);
    expect(await take('other', 2500)).toEqual([]);
    expect(await digests.holdLonger({ holder: 'one', nowMs: 2900, untilMs: 3900 })).toEqual([
      'run',
    ]);
    expect(await take('other', 3500)).toEqual([]);
    expect(await take('other', 3901)).toHaveLength(1);
    expect(await digests.holdLonger({ holder: 'one', nowMs: 3950, untilMs: 4950 })).toEqual([]);
  });

  it('is free at once when it is let go, and not before its time when it is put off', async () => {
    await digests.insertRun({ id: 'run', plan, slotMs: 1000, kind: 'due' });
    const take = (holder: string, nowMs: number) =>
      digests.takeRuns({ holder, nowMs, untilMs: nowMs + 1000 }, among);
    await take('one', 2000);
    await digests.letGo('one');
    expect(await take('other', 2001)).toHaveLength(1);
    await digests.postponeRun('run', 9000);
    expect(await take('other', 8999)).toEqual([]);
    expect(await take('other', 9001)).toHaveLength(1);
  });

  it('that somebody asked for is known again', async () => {
    const run = { id: 'run', plan, slotMs: 1000, kind: 'extra' } as const;
    expect(await digests.insertRun(run)).toBe('inserted');
    expect(await digests.insertRun(run)).toBe('known');
  });

  it('is picked once and for all, by its holder', async () => {
    await pickedBy('one');
    const again = {
      runId: 'run',
      deliveries: [delivery('k9', 0)],
      fingerprints: [],
      report,
      atMs: 1,
    };
    expect(await digests.putPicked('one', again)).toBe('lost');
    expect((await digests.listDeliveries('run')).map(({ key }) => key)).toEqual(['k0']);
    const where = { platform: 'memory', channel: 'quay', sinceMs: 0, limit: 5 };
    expect(await digests.listPosted(where)).toEqual([{ of: 'eels' }]);
  });

  it('is ended by its holder alone, and leaves nothing of what was to be sent behind', async () => {
    await pickedBy('one');
    await digests.endRun('other', 'run', { outcome: 'nothing', atMs: 3000 });
    expect(await digests.listDeliveries('run')).toHaveLength(1);
    await digests.endRun('one', 'run', { outcome: 'posted', atMs: 3000 });
    expect(await digests.listDeliveries('run')).toEqual([]);
    expect(await digests.listRuns('plan', 1)).toMatchObject([{ status: 'posted', report }]);
  });
});

describe('a delivery', () => {
  const holding = { holder: 'one', nowMs: 2500, untilMs: 3000 };

  it('is begun by who holds its run, as long as that is so', async () => {
    await pickedBy('one');
    expect(await digests.startDelivery('k0', { ...holding, holder: 'other' })).toBe(false);
    expect(await digests.startDelivery('k0', { ...holding, nowMs: 3000 })).toBe(false);
    expect(await digests.startDelivery('k0', holding)).toBe(true);
    expect(await digests.listDeliveries('run')).toMatchObject([{ status: 'sending' }]);
  });

  it('is not begun again once it is sent', async () => {
    await pickedBy('one');
    await digests.startDelivery('k0', holding);
    const message = { platform: 'memory', address: { id: 'm1' }, id: 'm1' };
    await digests.endDelivery('k0', { status: 'sent', message });
    expect(await digests.startDelivery('k0', holding)).toBe(false);
    expect(await digests.listDeliveries('run')).toMatchObject([{ status: 'sent', message }]);
  });

  it('has an answer that its buttons are about, though nobody asked for it', async () => {
    await pickedBy('one');
    await store.putArticle(someArticle('eels'));
    await store.putAnswer(someAnswer('k0', { articles: [{ id: 'eels' }] }));
    expect(await store.findAnswer('k0')).toMatchObject({ articles: [{ id: 'eels' }] });
    expect(await store.findArticle('eels')).toBeDefined();
  });
});

describe('a draft', () => {
  it('is taken once', async () => {
    const draft = { key: 'k', intent: 'put', plan, person: 'tilde', untilMs: 9000 } as const;
    await digests.putDraft(draft);
    expect(await digests.findDraft('k')).toEqual(draft);
    expect(await digests.takeDraft('k')).toEqual(draft);
    expect(await digests.takeDraft('k')).toBeUndefined();
  });
});

describe('what a maker is told', () => {
  it('is told once, under the key and from the time at which it began', async () => {
    const telling = { planId: 'plan', what: 'failing', key: 'k1', nowMs: 1000 };
    expect(await digests.startTelling(telling)).toEqual({
      status: 'new',
      key: 'k1',
      sinceMs: 1000,
    });
    const again = { ...telling, key: 'k2', nowMs: 2000 };
    expect(await digests.startTelling(again)).toEqual({
      status: 'begun',
      key: 'k1',
      sinceMs: 1000,
    });
    await digests.endTelling('plan', 'failing');
    expect((await digests.startTelling(again)).status).toBe('told');
    await digests.forgetTelling('plan', 'failing');
    expect((await digests.startTelling(again)).status).toBe('new');
  });
});

describe('a place that the bot was removed from', () => {
  it('leaves no digest behind, down to the bytes of the file', async () => {
    await digests.putPlan(plan, 1000);
    await pickedBy('one');
    const scope = { kind: 'place', platform: 'memory', place: 'ostvik' } as const;
    expect(await digests.eraseDigests(scope)).toBe(1);
    await store.erase(scope);
    const bytes = readFileSync(join(folder.path, 'digests.sqlite'), 'latin1');
    expect(bytes).not.toContain('Morning news');
    expect(bytes).not.toContain('Eels are back');
    expect(await digests.listRuns('plan', 10)).toEqual([]);
  });
});
