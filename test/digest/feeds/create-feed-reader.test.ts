import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giving, never, rss, saying, startFeedRig, type FeedRig } from './rig.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 3000 : 150;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

async function titles(rig: FeedRig, path: string): Promise<readonly string[] | undefined> {
  const { feed } = await rig.reader.read(rig.at(path), never);
  return feed?.items.map(({ title }) => title);
}

describe('reading a feed', () => {
  it('gives what stands in it, with absolute links', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    expect(await rig.reader.read(rig.at('/feed'), never)).toEqual({
      feed: {
        title: 'Quay',
        items: [
          {
            id: 'eels',
            url: rig.at('/eels'),
            title: 'About eels',
            text: '',
            authors: [],
            position: 0,
          },
        ],
      },
    });
  });

  it('asks for it with its validators and takes the answer that nothing has changed', async () => {
    const rig = await startFeedRig();
    const seen: unknown[] = [];
    rig.answers.set('/feed', ({ headers }, response) => {
      seen.push([headers['if-none-match'], headers['if-modified-since']]);
      if (headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else {
        const about = { etag: '"7"', 'last-modified': 'Mon, 02 Jun 2031 07:00:00 GMT' };
        response.writeHead(200, about).end(rss('Quay', ['eels']));
      }
    });
    await titles(rig, '/feed');
    rig.move(HOUR_MS);
    expect(await titles(rig, '/feed')).toEqual(['About eels']);
    expect(seen).toEqual([
      [undefined, undefined],
      ['"7"', 'Mon, 02 Jun 2031 07:00:00 GMT'],
    ]);
    expect(rig.store.kept.get(rig.at('/feed'))?.readAtMs).toBe(rig.now());
  });

  it('asks once for all who want it at the same time, and not again within the minute', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    await Promise.all(Array.from({ length: 100 }, () => titles(rig, '/feed')));
    await titles(rig, '/feed');
    expect(rig.asked).toEqual(['/feed']);
    rig.move(MINUTE_MS);
    await titles(rig, '/feed');
    expect(rig.asked).toHaveLength(2);
  });

  it('keeps to what the server says about asking again, for an hour at most', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels']), { 'cache-control': 'max-age=86400' }));
    await titles(rig, '/feed');
    rig.move(HOUR_MS - 1);
    await titles(rig, '/feed');
    expect(rig.asked).toHaveLength(1);
    rig.move(1);
    await titles(rig, '/feed');
    expect(rig.asked).toHaveLength(2);
  });

  it('asks one host for one thing at a time', async () => {
    const rig = await startFeedRig();
    let atOnce = 0;
    let most = 0;
    const paths = Array.from({ length: 12 }, (_, at) => `/feed/${at}`);
    for (const path of paths) {
      rig.answers.set(path, (_, response) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        setImmediate(() => {
          atOnce -= 1;
          response.end(rss('Quay', [path.slice(1)]));
        });
      });
    }
    const all = await Promise.all(paths.map((path) => titles(rig, path)));
    expect(all.flat()).toHaveLength(12);
    expect(most).toBe(1);
  });

  it('tells since when an item is there', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    await titles(rig, '/feed');
    rig.move(HOUR_MS);
    const secondMs = rig.now();
    rig.answers.set('/feed', giving(rss('Quay', ['crabs', 'eels'])));
    await titles(rig, '/feed');
    rig.move(HOUR_MS);
    const { feed } = await rig.reader.read(rig.at('/feed'), never);
    expect(feed?.items.map(({ firstSeenAtMs }) => firstSeenAtMs)).toEqual([secondMs, undefined]);
  });

  it('knows an item that is edited again and again for the same', async () => {
    const rig = await startFeedRig();
    const ids = new Set<string | undefined>();
    const seen = new Set<number | undefined>();
    for (const words of ['About eels', 'All about eels', 'UPDATE 2: All about the eels']) {
      rig.answers.set('/feed', giving(rss('Quay', ['eels']).replace('About eels', words)));
      const { feed } = await rig.reader.read(rig.at('/feed'), never);
      expect(feed?.items.map(({ title }) => title)).toEqual([words]);
      ids.add(feed?.items[0]?.id);
      seen.add(feed?.items[0]?.firstSeenAtMs);
      rig.move(HOUR_MS);
    }
    expect([ids, seen]).toEqual([new Set(['eels']), new Set([undefined])]);
  });

  it.each(['text/html', 'text/plain', 'application/octet-stream', 'image/png', 'rss', ''])(
    'takes it for what it is, whatever its type is called: %s',
    async (type) => {
      const rig = await startFeedRig();
      rig.answers.set('/feed', giving(rss('Quay', ['eels']), { 'content-type': type }));
      expect(await titles(rig, '/feed')).toEqual(['About eels']);
    },
  );

  it('reads a feed of ten megabytes', async () => {
    const rig = await startFeedRig();
    const long = `<item><title>Old</title><description>${'Eels. '.repeat(200_000)}</description></item>`;
    const body = rss('Quay', ['eels']).replace('</channel>', `${long.repeat(9)}</channel>`);
    rig.answers.set('/feed', giving(body));
    expect((await titles(rig, '/feed'))?.[0]).toBe('About eels');
    expect(body.length).toBeGreaterThan(10_000_000);
  });

  it('refuses one that is larger than that by much', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels']) + ' '.repeat(13 * 1024 * 1024)));
    const { problem } = await rig.reader.read(rig.at('/feed'), never);
    expect(problem).toMatchObject({ code: 'too-large', limitBytes: 12 * 1024 * 1024 });
  });

  it('gives the whole items of one that breaks off, and asks for all of it next time', async () => {
    const rig = await startFeedRig();
    const ifNoneMatch: unknown[] = [];
    rig.answers.set('/feed', ({ headers }, response) => {
      ifNoneMatch.push(headers['if-none-match']);
      const body = rss('Quay', ['eels', 'crabs']);
      response.writeHead(200, { etag: '"7"', 'content-length': body.length });
      response.write(body.slice(0, body.indexOf('crabs')), () => response.destroy());
    });
    expect(await titles(rig, '/feed')).toEqual(['About eels']);
    rig.move(HOUR_MS);
    await titles(rig, '/feed');
    expect(new Set(ifNoneMatch)).toEqual(new Set([undefined]));
  });
});

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

describe('whatever a server answers', () => {
  const whole = rss('Quay', ['eels', 'crabs', 'herring']);
  const answers = fc.record({
    status: fc.constantFrom(200, 200, 200, 204, 206, 301, 302, 304, 404, 410, 429, 503, 599),
    body: fc.oneof(
      fc.constantFrom(whole, '', '{', '<html>', '[1]'),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 5 }))
        .map(([from, to, other]) => whole.slice(0, from) + other + whole.slice(to)),
    ),
    headers: fc.dictionary(
      fc.constantFrom(
        'etag',
        'last-modified',
        'cache-control',
        'retry-after',
        'expires',
        'location',
      ),
      fc.oneof(
        fc.constantFrom('"7"', '0', '-1', '1e99', 'max-age=5', '/feed', '//[', 'http://0/', '60'),
        fc.string({
          unit: fc.constantFrom('a', 'Z', '0', '9', ' ', ',', ';', '=', '"', '/', ':', '-'),
        }),
      ),
    ),
  });

  it('there is a feed or a problem, and time goes on as before', async () => {
    const rig = await startFeedRig();
    let isRead = 0;
    await fc.assert(
      fc.asyncProperty(answers, async ({ status, body, headers }) => {
        rig.answers.set('/feed', (_, response) => {
          response.writeHead(status, { ...headers, 'retry-after': headers['retry-after'] ?? '9' });
          response.end(body);
        });
        rig.move(2 * DAY_MS);
        const { feed, problem } = await rig.reader.read(rig.at('/feed'), never);
        expect(feed ?? problem).toBeDefined();
        const { readAtMs, failing, freshUntilMs = 0 } = rig.store.kept.get(rig.at('/feed')) ?? {};
        expect(failing?.lastTriedAtMs ?? readAtMs).toBe(rig.now());
        expect(freshUntilMs - rig.now()).toBeLessThanOrEqual(HOUR_MS);
        expect((failing?.retryAtMs ?? 0) - rig.now()).toBeLessThanOrEqual(DAY_MS);
        if (problem === undefined) isRead += 1;
      }),
      { seed: 32, numRuns },
    );
    expect(isRead).toBeGreaterThan(numRuns / 10);
  });
});

describe('a store that fails', () => {
  it('costs another visit and nothing else', async () => {
    const rig = await startFeedRig();
    rig.answers.set('/feed', giving(rss('Quay', ['eels'])));
    rig.store.findFeed = () => Promise.reject(new Error('the disk is full'));
    rig.store.putFeed = () => Promise.reject(new Error('the disk is full'));
    expect(await titles(rig, '/feed')).toEqual(['About eels']);
    expect(await titles(rig, '/feed')).toEqual(['About eels']);
    expect(rig.asked).toHaveLength(2);
  });
});
