import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giving, never, rss, startFeedRig, titles } from './rig.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] !== undefined ? 3000 : 150;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

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
