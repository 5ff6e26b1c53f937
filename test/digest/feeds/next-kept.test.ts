import { describe, expect, it } from '@jest/globals';
import { nextKept, withoutMove } from '../../../src/digest/feeds/next-kept.ts';
import type { FeedProblem } from '../../../src/post/feed-problem.ts';
import type { Feed, FeedItem } from '../../../src/ports/feed.ts';
import type { KeptFeed } from '../../../src/ports/feed-store.ts';

const address = 'https://quay.example/feed';
const problem: FeedProblem = { code: 'server-error', host: 'quay.example', status: 500 };

function item(id: string, change: Partial<FeedItem> = {}): FeedItem {
  return { id, title: `Eels ${id}`, text: '', authors: [], position: 0, ...change };
}

function feedOf(...items: readonly FeedItem[]): Feed {
  return { title: 'Quay', items };
}

const kept: KeptFeed = {
  address,
  feed: feedOf(item('a'), item('b', { firstSeenAtMs: 500 })),
  readAtMs: 1000,
  freshUntilMs: 1000,
  etag: '"1"',
};

describe('what is known of a feed', () => {
  it('is the feed and its validators after it was read', () => {
    const feed = feedOf(item('a'));
    const facts = {
      status: 200,
      etag: '"2"',
      lastModified: 'long ago',
      cacheControl: 'max-age=60',
    };
    expect(nextKept({ address }, { status: 'feed', feed, facts }, 2000)).toEqual({
      address,
      feed,
      readAtMs: 2000,
      freshUntilMs: 62_000,
      etag: '"2"',
      lastModified: 'long ago',
    });
  });

  it('forgets the validators of what was there before', () => {
    const facts = { status: 200 };
    const next = nextKept(kept, { status: 'feed', feed: feedOf(item('a')), facts }, 2000);
    expect(next).not.toHaveProperty('etag');
  });

  it('says when an item was first seen, unless it was there from the beginning', () => {
    const feed = feedOf(item('c'), item('b'), item('a'));
    const next = nextKept(kept, { status: 'feed', feed }, 2000);
    expect(next.feed?.items.map(({ firstSeenAtMs }) => firstSeenAtMs)).toEqual([
      2000,
      500,
      undefined,
    ]);
    const again = nextKept(next, { status: 'feed', feed }, 3000);
    expect(again.feed?.items[0]?.firstSeenAtMs).toBe(2000);
  });

  it('is older, and no more failing, after it was confirmed', () => {
    const failing = { problem, times: 3, sinceMs: 1100, lastTriedAtMs: 1900 };
    const facts = { status: 304, etag: '"1b"' };
    expect(nextKept({ ...kept, failing }, { status: 'unchanged', facts }, 2000)).toEqual({
      ...kept,
      readAtMs: 2000,
      freshUntilMs: 2000,
      etag: '"1b"',
    });
  });

  it('counts failures in a row and keeps what there was', () => {
    const answer = { status: 'failed', problem, facts: { status: 500, retryAfter: '60' } } as const;
    const first = nextKept(kept, answer, 2000);
    expect(first).toEqual({
      ...kept,
      failing: { problem, times: 1, sinceMs: 2000, lastTriedAtMs: 2000, retryAtMs: 62_000 },
    });
    const second = nextKept(first, { status: 'failed', problem }, 3000);
    expect(second.failing).toEqual({ problem, times: 2, sinceMs: 2000, lastTriedAtMs: 3000 });
  });

  it('remembers where it moved for good, and forgets it where it is lost there', () => {
    const movedTo = 'https://new.example/feed';
    const moved = nextKept(kept, { status: 'feed', feed: feedOf(), movedTo }, 2000);
    expect(moved).toMatchObject({ address, movedTo });
    expect(nextKept(moved, { status: 'unchanged' }, 3000)).toMatchObject({ movedTo });
    const back = withoutMove({ ...moved, etag: '"9"', lastModified: 'today' });
    expect(back).toEqual({ address, feed: moved.feed, readAtMs: 2000, freshUntilMs: 2000 });
  });

  it('does not say that it moved to where it is', () => {
    const next = nextKept(kept, { status: 'feed', feed: feedOf(), movedTo: address }, 2000);
    expect(next).not.toHaveProperty('movedTo');
  });

  it('of a site is a feed of its own once its address is one', () => {
    const site = { address, leadsTo: 'https://quay.example/old', readAtMs: 1 };
    const next = nextKept(site, { status: 'feed', feed: feedOf() }, 2000);
    expect(next).toEqual({ address, feed: feedOf(), readAtMs: 2000, freshUntilMs: 2000 });
  });
});
