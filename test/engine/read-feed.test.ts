import { afterEach, describe, expect, it } from '@jest/globals';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';

const never = new AbortController().signal;
const open: Engine[] = [];

function engineWith(readingDeadlineMs: number): Engine {
  const engine = createEngine({ workers: 1, readingDeadlineMs, maxWaiting: 10, idleMs: 60_000 });
  open.push(engine);
  return engine;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

function rawOf(body: string) {
  return { body: Buffer.from(body), address: 'https://quay.example/feed', nowMs: 2e12 };
}

const item = '<item><title>The eels are back</title><guid>eels</guid></item>';
const feed = `<rss version="2.0"><channel><title>Quay</title>${item}</channel></rss>`;

describe('an engine', () => {
  it('reads a feed, a page and what is neither', async () => {
    const engine = engineWith(20_000);
    expect(await engine.readFeed(rawOf(feed), never)).toMatchObject({
      status: 'done',
      parsed: { status: 'feed', feed: { title: 'Quay', items: [{ id: 'eels' }] } },
    });
    const page = '<html><head><link rel="alternate" type="application/rss+xml" href="/news">';
    const found = await engine.readFeed(rawOf(page), never);
    if (found.status !== 'done' || found.parsed.status !== 'page') throw new Error('no page');
    expect(found.parsed.feeds[0]).toBe('https://quay.example/news');
    expect(await engine.readFeed(rawOf('{"error":404}'), never)).toEqual({
      status: 'done',
      parsed: { status: 'failed', came: 'data' },
    });
  });

  it('reads a feed of ten megabytes within the memory of a worker', async () => {
    const text = `<description>${'The tide came in, and the eels with it – all of them. '.repeat(400)}</description>`;
    const long = `<item><title>Older</title>${text}</item>`.repeat(480);
    const raw = rawOf(feed.replace('</channel>', `${long}</channel>`));
    expect(raw.body.length).toBeGreaterThan(10_000_000);
    const read = await engineWith(20_000).readFeed(raw, never);
    expect(read).toMatchObject({
      status: 'done',
      parsed: { feed: { items: [{ id: 'eels' }, {}] } },
    });
  });

  it('gives up a feed at its deadline', async () => {
    const engine = engineWith(1);
    const outcome = await engine.readFeed(rawOf(`<rss>${'<item><title>x'.repeat(200_000)}`), never);
    const problem = { code: 'reading-too-slow', limitMs: 1 };
    expect(outcome).toEqual({ status: 'failed', problem });
  });

  it('stops reading for who has no more time', async () => {
    const leaving = new AbortController();
    const reading = engineWith(20_000).readFeed(rawOf(feed), leaving.signal);
    leaving.abort(new Error('the minute is over'));
    await expect(reading).rejects.toThrow('the minute is over');
  });
});
