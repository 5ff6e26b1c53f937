import { afterAll, describe, expect, it } from '@jest/globals';
import { createEngine } from '../../src/engine/create-engine.ts';

const engine = createEngine({ workers: 1, readingDeadlineMs: 20_000, maxWaiting: 4, idleMs: 5000 });
afterAll(() => engine.close());

const { signal } = new AbortController();
const place = { address: 'https://www.harbourpost.example/feed', nowMs: Date.UTC(2031, 3, 2) };

function item(n: number): string {
  const text = `<![CDATA[${'<p>The eels came <b>back</b> to the bay.</p>'.repeat(50)}]]>`;
  return `<item><title>Story ${n}</title><link>/${n}</link><description>${text}</description></item>`;
}

function rss(count: number): Buffer {
  const items = Array.from({ length: count }, (_, n) => item(n)).join('');
  return Buffer.from(`<rss version="2.0"><channel><title>Post</title>${items}</channel></rss>`);
}

describe('a feed', () => {
  it('is read in a worker', async () => {
    const outcome = await engine.readFeed({ body: rss(2), ...place }, signal);
    expect(outcome).toMatchObject({
      status: 'done',
      parsed: {
        status: 'feed',
        feed: { title: 'Post', items: [{ title: 'Story 0' }, { title: 'Story 1' }] },
      },
    });
  });

  it('of 10 MB is read like any other', async () => {
    const body = rss(4800);
    expect(body.length).toBeGreaterThan(10_000_000);
    const outcome = await engine.readFeed({ body, ...place }, signal);
    const parsed = outcome.status === 'done' ? outcome.parsed : undefined;
    expect(parsed?.status === 'feed' ? parsed.feed.items : []).toHaveLength(200);
  });

  it('that needs more memory than there is costs its worker and nothing else', async () => {
    const body = Buffer.from(`{"a":[${'{"b":{}},'.repeat(1_300_000)}{}]}`);
    const outcome = await engine.readFeed({ body, ...place }, signal);
    expect(outcome).toMatchObject({ status: 'failed', problem: { code: 'reading-failed' } });
    expect(await engine.readFeed({ body: rss(1), ...place }, signal)).toMatchObject({
      status: 'done',
    });
  });

  it('is no longer read once nobody waits for it', async () => {
    const stop = new AbortController();
    const reading = engine.readFeed({ body: rss(4800), ...place }, stop.signal);
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });
});
