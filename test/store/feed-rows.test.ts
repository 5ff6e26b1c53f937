import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DigestPlan } from '../../src/ports/digest.ts';
import type { KeptFeed } from '../../src/ports/feed-store.ts';
import { openStore, type OpenStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from './rig.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const nowMs = Date.UTC(2031, 5, 2);
let folder: ReturnType<typeof temporaryFolder>;
let store: OpenStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore({ url: join(folder.path, 'n.sqlite'), cwd: folder.path });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const item = { id: 'eels', title: 'Eels ’n’ crabs', text: '', authors: [], position: 0 };
const read: KeptFeed = {
  address: 'https://quay.example/feed',
  feed: { title: 'Quay', items: [item] },
  readAtMs: nowMs,
  freshUntilMs: nowMs + 1,
  etag: '"7"',
};
const problem = { code: 'gone', host: 'mole.example' } as const;

function planOf(sources: readonly string[]): DigestPlan {
  return {
    id: 'plan',
    revision: 1,
    origin: { kind: 'chat', maker: 'tilde' },
    name: 'Quay',
    platform: 'memory',
    place: 'ostvik',
    channel: 'quay',
    sources,
    schedule: 'every day at 9:00',
    timezone: 'UTC',
    stories: 3,
    length: 'standard',
    include: [],
    exclude: [],
    missed: 'latest',
    graceMs: 1,
    whenNothing: 'silence',
    status: 'active',
    sinceMs: nowMs,
  };
}

describe('feeds between two readings', () => {
  it('are kept by their address and found again', async () => {
    await store.feeds.putFeed(read);
    expect(await store.feeds.findFeed(read.address)).toEqual(read);
    expect(await store.feeds.findFeed('https://quay.example/')).toBeUndefined();
  });

  it('are replaced as a whole', async () => {
    await store.feeds.putFeed(read);
    const next = { address: read.address, leadsTo: 'https://quay.example/other', readAtMs: nowMs };
    await store.feeds.putFeed(next);
    expect(await store.feeds.findFeed(read.address)).toEqual(next);
  });

  it('are there for the next process', async () => {
    await store.feeds.putFeed(read);
    await store.close();
    store = openStore({ url: join(folder.path, 'n.sqlite'), cwd: folder.path });
    expect(await store.feeds.findFeed(read.address)).toEqual(read);
  });

  it('are swept when nobody has asked for them for sixty days, well or failing', async () => {
    const failing = { problem, times: 9, sinceMs: 1, lastTriedAtMs: nowMs };
    const other = { address: 'https://mole.example/feed', failing };
    for (const one of [read, other]) await store.feeds.putFeed(one);
    await store.sweep(nowMs + 60 * DAY_MS);
    expect(await store.feeds.findFeed(other.address)).toEqual(other);
    await store.sweep(nowMs + 60 * DAY_MS + 1);
    for (const { address } of [read, other])
      expect(await store.feeds.findFeed(address)).toBeUndefined();
  });

  it('go with the digests of a place that is erased, those that sites lead to as well', async () => {
    const site = { address: 'https://quay.example/', leadsTo: read.address, readAtMs: nowMs };
    const mole = { address: 'https://mole.example/feed', readAtMs: nowMs };
    const other = { address: 'https://pier.example/feed', readAtMs: nowMs };
    for (const one of [read, site, mole, other]) await store.feeds.putFeed(one);
    await store.digests.putPlan(planOf([site.address, mole.address]), undefined);
    await store.digests.eraseDigests({ kind: 'place', platform: 'memory', place: 'ostvik' });
    for (const { address } of [read, site, mole])
      expect(await store.feeds.findFeed(address)).toBeUndefined();
    expect(await store.feeds.findFeed(other.address)).toEqual(other);
  });

  it('are many and swept all', async () => {
    const addresses = Array.from({ length: 450 }, (_, at) => `https://quay.example/${at}`);
    for (const address of addresses) await store.feeds.putFeed({ ...read, address });
    await store.sweep(nowMs + 61 * DAY_MS);
    const left = await Promise.all(addresses.map((address) => store.feeds.findFeed(address)));
    expect(left.filter((one) => one !== undefined)).toEqual([]);
  });
});
