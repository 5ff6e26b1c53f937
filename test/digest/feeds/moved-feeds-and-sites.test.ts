import { describe, expect, it } from '@jest/globals';
import { giving, never, rss, saying, startFeedRig, titles, type FeedRig } from './rig.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('a feed that moved', () => {
  const to = (rig: FeedRig, path: string, status: number) =>
    saying(status, { location: rig.at(path) });

  it('for good is asked for there from then on', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/old', to(rig, '/new', 301));
    rig.answers.set('/new', giving(rss('Quay', ['eels'])));
    await titles(rig, '/old');
    rig.move(HOUR_MS);
    expect(await titles(rig, '/old')).toEqual(['About eels']);
    expect(rig.asked).toEqual(['/old', '/new', '/new']);
  });

  it('for a while is asked for where it was', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/old', to(rig, '/new', 302));
    rig.answers.set('/new', giving(rss('Quay', ['eels'])));
    await titles(rig, '/old');
    rig.move(HOUR_MS);
    await titles(rig, '/old');
    expect(rig.asked).toEqual(['/old', '/new', '/old', '/new']);
  });

  it('and is no more there is looked for where it was, at once', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/old', to(rig, '/new', 301));
    rig.answers.set('/new', giving(rss('Quay', ['eels']), { etag: '"7"' }));
    await titles(rig, '/old');
    rig.move(HOUR_MS);
    rig.answers.delete('/new');
    rig.answers.set('/old', giving(rss('Quay', ['crabs'])));
    expect(await titles(rig, '/old')).toEqual(['About crabs']);
    expect(rig.store.kept.get(rig.at('/old'))).not.toHaveProperty('movedTo');
  });
});

describe('a site', () => {
  const page =
    '<html><head><link rel="alternate" type="application/rss+xml" href="/news.rss"></head>';

  it('leads to its feed, which is asked for itself from then on', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/', giving(page));
    rig.answers.set('/news.rss', giving(rss('Quay', ['eels'])));
    expect(await rig.reader.find(rig.at('/'), never)).toEqual({ status: 'found', title: 'Quay' });
    expect(await titles(rig, '/')).toEqual(['About eels']);
    rig.move(2 * DAY_MS);
    expect(await titles(rig, '/')).toEqual(['About eels']);
    expect(rig.asked).toEqual(['/', '/news.rss', '/news.rss']);
    expect(rig.store.kept.get(rig.at('/'))).toEqual({
      address: rig.at('/'),
      leadsTo: rig.at('/news.rss'),
      readAtMs: rig.now(),
    });
  });

  it('is looked at anew when that feed is no more', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/', giving(page));
    rig.answers.set('/news.rss', giving(rss('Quay', ['eels'])));
    await titles(rig, '/');
    rig.answers.delete('/news.rss');
    rig.answers.set('/atom.xml', giving(rss('Quay', ['crabs'])));
    rig.move(DAY_MS);
    expect(await titles(rig, '/')).toEqual(['About crabs']);
    expect(rig.store.kept.get(rig.at('/'))?.leadsTo).toBe(rig.at('/atom.xml'));
  });

  it('keeps its last stories when that feed is no more and there is no other', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/', giving(page));
    rig.answers.set('/news.rss', giving(rss('Quay', ['eels'])));
    await titles(rig, '/');
    rig.answers.delete('/news.rss');
    rig.move(DAY_MS);
    const { feed, problem } = await rig.reader.read(rig.at('/'), never);
    expect([feed?.title, problem?.code]).toEqual(['Quay', 'not-found']);
  });

  it('with an empty feed and one that has something leads to that', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/', giving(page));
    rig.answers.set('/news.rss', giving(rss('Empty', [])));
    rig.answers.set('/rss.xml', giving(rss('Quay', ['eels'])));
    expect(await rig.reader.find(rig.at('/'), never)).toEqual({ status: 'found', title: 'Quay' });
  });

  it('with an empty feed alone leads to it', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/', giving(page));
    rig.answers.set('/news.rss', giving(rss('Empty', [])));
    expect(await rig.reader.find(rig.at('/'), never)).toEqual({ status: 'found', title: 'Empty' });
  });

  it('without one is tried at few addresses, and says so firmly', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/', giving('<html><p>Welcome to the quay.</p>'));
    expect(await rig.reader.find(rig.at('/'), never)).toMatchObject({
      status: 'failed',
      isFirm: true,
      sentence: expect.stringContaining('I find no feed on') as unknown,
    });
    expect(rig.asked.length).toBeLessThanOrEqual(13);
    expect(rig.store.kept.size).toBe(0);
  });
});
