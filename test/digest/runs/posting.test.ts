import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startDigestRig, type DigestRig } from '../rig.ts';
import { feedOf, storyTitle } from '../some-stories.ts';
import { DAY_MS, HOUR_MS, createNewsroom, feed, other, titlesOf } from './newsroom.ts';

let rig: DigestRig;
let room: ReturnType<typeof createNewsroom>;

beforeEach(async () => {
  rig = await startDigestRig();
  room = createNewsroom(rig);
});
afterEach(() => rig.close());

describe('a digest that is due', () => {
  it('is posted with its stories, and each summary in the thread below', async () => {
    room.publish(feed, 'The Quay Post', [0, 1, 2]);
    await room.plan();
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()).toHaveLength(1);
    const [head] = room.heads();
    expect(head?.sections[0]).toMatchObject({
      title: { text: 'Morning news' },
      about: 'Mon 2 Jun 2031, 09:00 (UTC)',
    });
    expect(titlesOf(head).slice(1).sort()).toEqual([0, 1, 2].map(storyTitle).sort());
    const story = head?.sections.find(({ title }) => title?.text === storyTitle(0));
    expect(story?.about).toBe('The Quay Post');
    expect(story?.parts.filter(({ kind }) => kind === 'bullet').length).toBeGreaterThan(0);
    expect(story?.parts.find(({ kind }) => kind === 'quote')?.text).toContain('like a rope');
    expect(room.thread()).toHaveLength(3);
    expect(room.thread()[0]?.actions).toContain('longer');
    expect(await room.runs()).toMatchObject([
      { status: 'posted', report: { stories: { length: 3 } } },
    ]);
  });

  it('comes once, however often the minute is told', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    await rig.tick(9 * HOUR_MS);
    await rig.tick();
    await rig.tick(60_000);
    expect(room.heads()).toHaveLength(1);
  });

  it('does not tell a story twice in a channel, under another address and with a new date', async () => {
    room.publish(feed, 'The Quay Post', [0, 1]);
    await room.plan();
    await rig.tick(9 * HOUR_MS);
    rig.clock.move(DAY_MS - HOUR_MS);
    room.publish(feed, 'The Quay Post', [0, 1, 2]);
    await rig.tick(HOUR_MS);
    expect(room.heads()).toHaveLength(2);
    expect(titlesOf(room.heads()[1])).toEqual(['Morning news', storyTitle(2)]);
  });

  it('says nothing where there is nothing new, unless somebody wants to hear it', async () => {
    room.publish(feed, 'The Quay Post', []);
    await room.plan();
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()).toEqual([]);
    expect(await room.runs()).toMatchObject([{ status: 'nothing' }]);
    await rig.ask({ kind: 'edit', name: 'Morning news', fields: { nothing: 'say' } });
    await rig.click('confirm');
    await rig.tick(DAY_MS);
    expect(room.heads()).toHaveLength(1);
    expect(room.heads()[0]?.sections[0]?.parts).toEqual([{ kind: 'text', text: 'Nothing new.' }]);
  });

  it('tells one story of two feeds once, and names both', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    room.publish(other, 'Tide Weekly', [0]);
    await room.plan({ source: `${feed} ${other}` });
    await rig.tick(9 * HOUR_MS);
    const [head] = room.heads();
    expect(titlesOf(head)).toEqual(['Morning news', storyTitle(0)]);
    expect(head?.sections[1]?.about).toBe('The Quay Post · also in Tide Weekly');
  });

  it('gives the feed’s own words, marked, where an article cannot be read', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    rig.site.pages.clear();
    await room.plan();
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()[0]?.sections[1]).toMatchObject({
      title: { text: storyTitle(0) },
      parts: [{ kind: 'bullet', text: expect.stringContaining('after eleven years') }],
      notes: [expect.stringContaining('could not read')],
    });
    expect(room.thread()).toEqual([]);
  });

  it('does not wait for a slow site beyond its deadline', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    const { ticking, open } = await room.stuckAt(9 * HOUR_MS);
    rig.clock.move(300_000);
    await ticking;
    open();
    expect(room.heads()[0]?.sections[1]).toMatchObject({
      title: { text: storyTitle(0) },
      notes: [expect.stringContaining('could not read')],
    });
  });

  it('goes on without a source that fails, and says so', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    rig.feeds.set(other, { problem: { code: 'server-error', host: 'tide.example', status: 500 } });
    rig.feeds.set(other, {
      problem: { code: 'server-error', host: 'tide.example', status: 500 },
      feed: feedOf('Tide Weekly', []),
    });
    await room.plan({ source: `${feed} ${other}` });
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()[0]?.sections.at(-1)?.notes).toEqual([
      'tide.example answers with an error (500) instead of its feed.',
    ]);
  });

  it('tells its maker once of a source that has failed for days, and again when it fails anew', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    room.publish(other, 'Tide Weekly', []);
    await room.plan({ source: `${feed} ${other}`, schedule: 'every day at 9:00' });
    const told = () =>
      rig
        .standing('alone with tilde')
        .filter(({ sections }) => JSON.stringify(sections).includes('has failed for'));
    const fail = (sinceMs: number): void =>
      void rig.feeds.set(other, {
        feed: feedOf('Tide Weekly', []),
        problem: { code: 'gone', host: 'tide.example' },
        failingSinceMs: sinceMs,
      });
    fail(rig.clock.now());
    await rig.tick(9 * HOUR_MS);
    expect(told()).toHaveLength(0);
    await rig.tick(3 * DAY_MS);
    await rig.tick(DAY_MS);
    expect(told()).toHaveLength(1);
    room.publish(other, 'Tide Weekly', []);
    await rig.tick(DAY_MS);
    fail(rig.clock.now() - 4 * DAY_MS);
    await rig.tick(DAY_MS);
    expect(told()).toHaveLength(2);
  });

  it('is cut to what stands in one message; the thread has the rest', async () => {
    room.publish(feed, 'The Quay Post', [0, 1, 2, 3, 4]);
    rig.platform.maxPostChars = 900;
    await room.plan();
    await rig.tick(9 * HOUR_MS);
    expect(JSON.stringify(room.heads()[0]).length).toBeLessThanOrEqual(900);
    expect(room.thread()).toHaveLength(5);
  });

  it('takes what the include and exclude words say', async () => {
    room.publish(feed, 'The Quay Post', [0, 1, 2, 3]);
    await room.plan({ include: 'tram, bakery, eels', exclude: 'harbour' });
    await rig.tick(9 * HOUR_MS);
    expect(titlesOf(room.heads()[0]).slice(1).sort()).toEqual(
      [storyTitle(1), storyTitle(2)].sort(),
    );
  });
});

describe('a digest that was missed', () => {
  it('is made up for within its grace, the latest alone; the others are told as missed', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan({ schedule: 'every day at 9:00' });
    rig.clock.move(2 * DAY_MS);
    room.publish(feed, 'The Quay Post', [0]);
    await rig.tick(12 * HOUR_MS);
    expect(room.heads()).toHaveLength(1);
    expect((await room.runs()).map(({ status }) => status)).toEqual(['posted', 'missed', 'missed']);
  });

  it('is left out when it is older than its grace, or its plan says so', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan({ missed: 'skip' });
    await rig.tick(10 * HOUR_MS);
    expect(room.heads()).toEqual([]);
    expect((await room.runs()).map(({ status }) => status)).toEqual(['missed']);
  });
});

describe('a digest that somebody asks for', () => {
  it('is posted at once, beside those that are due', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    await rig.ask({ kind: 'run', name: 'Morning news' });
    await rig.digests.runner.idle();
    expect(room.heads()).toHaveLength(1);
    expect(await room.runs()).toMatchObject([{ kind: 'extra', status: 'posted' }]);
  });

  it('tells them alone that there is nothing new where nothing is', async () => {
    room.publish(feed, 'The Quay Post', []);
    await room.plan();
    await rig.ask({ kind: 'run', name: 'Morning news' }, 'benno');
    await rig.digests.runner.idle();
    expect(room.heads()).toEqual([]);
    const told = () => JSON.stringify(rig.standing('alone with benno'));
    expect(told()).toContain('There is nothing new for “Morning news”, so nothing was posted.');
    expect(await room.runs()).toMatchObject([{ kind: 'extra', status: 'nothing' }]);
    // Whose run it was is known no longer, and nobody is told of one that was due.
    expect(JSON.stringify(await room.runs())).not.toContain('askedBy');
    const before = told();
    await rig.tick(9 * HOUR_MS);
    expect(told()).toBe(before);
  });

  it('is shown to them alone as a preview, and nothing counts as posted', async () => {
    room.publish(feed, 'The Quay Post', [0]);
    await room.plan();
    const answer = await rig.ask({ kind: 'preview', name: 'Morning news' });
    expect(titlesOf(answer.outgoing.post)).toEqual(['Morning news', storyTitle(0)]);
    expect(answer.outgoing.audience).toBe('person');
    expect(room.heads()).toEqual([]);
    await rig.tick(9 * HOUR_MS);
    expect(room.heads()).toHaveLength(1);
  });
});

describe('the file of digests', () => {
  const text = (schedule: string): string => `digests:
  - name: From the file
    platform: memory
    channel: square
    sources: [${feed}]
    schedule: ${schedule}
`;

  it('is left as it was where it has a fault', async () => {
    rig.writeFile(text('weekdays at 9').replace('memory', 'slack'));
    await rig.tick();
    expect(await rig.store.digests.listPlans({ origin: 'file' })).toEqual([]);
  });
});
