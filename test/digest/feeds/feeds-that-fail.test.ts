import { describe, expect, it } from '@jest/globals';
import { giving, never, rss, saying, startFeedRig, titles } from './rig.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('a feed that fails', () => {
  it('gives what it had for seven days, why, and since when', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    await titles(rig, '/feed');
    rig.answers.set('/feed', saying(500));
    rig.move(HOUR_MS);
    const sinceMs = rig.now();
    const problem = { code: 'server-error', host: new URL(rig.at('/')).host, status: 500 };
    for (let day = 0; day < 6; day += 1) {
      const read = await rig.reader.read(rig.at('/feed'), never);
      expect(read).toMatchObject({ feed: { title: 'Quay' }, problem, failingSinceMs: sinceMs });
      rig.move(DAY_MS);
    }
    rig.move(DAY_MS);
    const late = await rig.reader.read(rig.at('/feed'), never);
    expect(late).toEqual({ problem, failingSinceMs: sinceMs });
  });

  it('is not asked for again at once, but later, and is well again when it answers', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', saying(500));
    await titles(rig, '/feed');
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    rig.move(MINUTE_MS);
    expect(await titles(rig, '/feed')).toBeUndefined();
    expect(rig.asked).toHaveLength(1);
    rig.move(5 * MINUTE_MS);
    const { feed, problem } = await rig.reader.read(rig.at('/feed'), never);
    expect([feed?.title, problem]).toEqual(['Quay', undefined]);
  });

  it('is left alone for as long as it asks', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', saying(429, { 'retry-after': '7200' }));
    await titles(rig, '/feed');
    rig.move(2 * HOUR_MS - 1);
    expect((await rig.reader.read(rig.at('/feed'), never)).problem?.code).toBe('refused');
    expect(await rig.reader.find(rig.at('/feed'), never)).toMatchObject({ isFirm: false });
    rig.move(1);
    await titles(rig, '/feed');
    expect(rig.asked).toHaveLength(2);
  });

  it.each([
    [404, 'not-found'],
    [410, 'gone'],
    [403, 'refused'],
  ])('with a %i says so', async (status, code) => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', saying(status));
    expect((await rig.reader.read(rig.at('/feed'), never)).problem?.code).toBe(code);
  });

  it.each([
    ['{"error": "no such feed"}', 'data'],
    ['Service moved.', 'text'],
    ['', 'nothing'],
  ])('with other than a feed says what came: %s', async (body, came) => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(body));
    const { problem } = await rig.reader.read(rig.at('/feed'), never);
    expect(problem).toMatchObject({ code: 'not-a-feed', came });
  });

  it('with a page in its place is not taken for another feed that the page names', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    await titles(rig, '/feed');
    rig.move(HOUR_MS);
    rig.answers.set(
      '/feed',
      giving('<html><link rel="alternate" type="application/rss+xml" href="/other">'),
    );
    rig.answers.set('/other', giving(rss('Other', ['crabs'])));
    const { feed, problem } = await rig.reader.read(rig.at('/feed'), never);
    expect([feed?.title, problem]).toMatchObject(['Quay', { code: 'not-a-feed', came: 'page' }]);
    expect(rig.asked).not.toContain('/other');
  });

  it('at an address that is not public or none is not asked for', async () => {
    const rig = await startFeedRig();
    const { problem } = await rig.reader.read('http://127.0.0.1:9/feed', never);
    expect(problem).toEqual({ code: 'address-not-allowed', host: '127.0.0.1:9' });
    expect((await rig.reader.read('file:///etc/passwd', never)).problem?.code).toBe('bad-address');
    expect(await rig.reader.find('ftp://a:secret@quay.example/', never)).toMatchObject({
      sentence: expect.not.stringContaining('secret') as unknown,
      isFirm: true,
    });
  });

  it('rejects with the reason of who has no more time', async () => {
    const rig = await startFeedRig();
    const leaving = new AbortController();
    rig.answers.set('/feed', () => leaving.abort(new Error('the minute is over')));
    const reading = rig.reader.read(rig.at('/feed'), leaving.signal);
    await expect(reading).rejects.toThrow('the minute is over');
    expect(rig.store.kept.size).toBe(0);
  });
});
