import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DigestFields } from '../../../src/ports/digest.ts';
import type { Post } from '../../../src/post/post.ts';
import { startDigestRig, type DigestRig } from '../rig.ts';
import { feedOf, storyItem, storyPage, storyTitle } from '../some-stories.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const feed = 'https://quay.example/feed.xml';
const other = 'https://tide.example/feed.xml';

let rig: DigestRig;

beforeEach(async () => {
  rig = await startDigestRig();
});
afterEach(() => rig.close());

/** A feed of some stories, an hour old, with their pages. */
function publish(address: string, title: string, indexes: readonly number[]): void {
  const path = `${title} ${rig.clock.now()}`;
  const items = indexes.map((index) => {
    const page = `/${path.replaceAll(' ', '-')}/${index}`;
    rig.site.pages.set(page, storyPage(index));
    return storyItem(index, `${rig.site.address}${page}`, rig.clock.now() - HOUR_MS);
  });
  rig.feeds.set(address, { feed: feedOf(title, items) });
}

async function plan(fields: Partial<DigestFields> = {}): Promise<void> {
  await rig.ask({
    kind: 'create',
    fields: { name: 'Morning news', source: feed, schedule: 'weekdays at 9:00', ...fields },
  });
  await rig.click('confirm');
}

const titlesOf = (post: Post | undefined): readonly string[] =>
  (post?.sections ?? []).flatMap(({ title }) => title?.text ?? []);
const heads = (): readonly Post[] => rig.standing('square');
const thread = (): readonly Post[] => {
  const head = rig.platform.messages.find(({ channel }) => channel === 'square');
  return rig.standing(`below ${head?.id ?? ''}`);
};
const runs = async () => {
  const [kept] = await rig.store.digests.listPlans({});
  return rig.store.digests.listRuns(kept?.plan.id ?? '', 20);
};

describe('a digest that is due', () => {
  it('is posted with its stories, and each summary in the thread below', async () => {
    publish(feed, 'The Quay Post', [0, 1, 2]);
    await plan();
    await rig.tick(9 * HOUR_MS);
    expect(heads()).toHaveLength(1);
    const [head] = heads();
    expect(head?.sections[0]).toMatchObject({
      title: { text: 'Morning news' },
      about: 'Mon 2 Jun 2031, 09:00 (UTC)',
    });
    expect(titlesOf(head).slice(1).sort()).toEqual([0, 1, 2].map(storyTitle).sort());
    const story = head?.sections.find(({ title }) => title?.text === storyTitle(0));
    expect(story?.about).toBe('The Quay Post');
    expect(story?.parts.filter(({ kind }) => kind === 'bullet').length).toBeGreaterThan(0);
    expect(story?.parts.find(({ kind }) => kind === 'quote')?.text).toContain('like a rope');
    expect(thread()).toHaveLength(3);
    expect(thread()[0]?.actions).toContain('longer');
    expect(await runs()).toMatchObject([{ status: 'posted', report: { stories: { length: 3 } } }]);
  });

  it('comes once, however often the minute is told', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    await rig.tick(9 * HOUR_MS);
    await rig.tick();
    await rig.tick(60_000);
    expect(heads()).toHaveLength(1);
  });

  it('does not tell a story twice in a channel, under another address and with a new date', async () => {
    publish(feed, 'The Quay Post', [0, 1]);
    await plan();
    await rig.tick(9 * HOUR_MS);
    rig.clock.move(DAY_MS - HOUR_MS);
    publish(feed, 'The Quay Post', [0, 1, 2]);
    await rig.tick(HOUR_MS);
    expect(heads()).toHaveLength(2);
    expect(titlesOf(heads()[1])).toEqual(['Morning news', storyTitle(2)]);
  });

  it('says nothing where there is nothing new, unless somebody wants to hear it', async () => {
    publish(feed, 'The Quay Post', []);
    await plan();
    await rig.tick(9 * HOUR_MS);
    expect(heads()).toEqual([]);
    expect(await runs()).toMatchObject([{ status: 'nothing' }]);
    await rig.ask({ kind: 'edit', name: 'Morning news', fields: { nothing: 'say' } });
    await rig.click('confirm');
    await rig.tick(DAY_MS);
    expect(heads()).toHaveLength(1);
    expect(heads()[0]?.sections[0]?.parts).toEqual([{ kind: 'text', text: 'Nothing new.' }]);
  });

  it('tells one story of two feeds once, and names both', async () => {
    publish(feed, 'The Quay Post', [0]);
    publish(other, 'Tide Weekly', [0]);
    await plan({ source: `${feed} ${other}` });
    await rig.tick(9 * HOUR_MS);
    const [head] = heads();
    expect(titlesOf(head)).toEqual(['Morning news', storyTitle(0)]);
    expect(head?.sections[1]?.about).toBe('The Quay Post · also in Tide Weekly');
  });

  it('gives the feed’s own words, marked, where an article cannot be read', async () => {
    publish(feed, 'The Quay Post', [0]);
    rig.site.pages.clear();
    await plan();
    await rig.tick(9 * HOUR_MS);
    expect(heads()[0]?.sections[1]).toMatchObject({
      title: { text: storyTitle(0) },
      parts: [{ kind: 'bullet', text: expect.stringContaining('after eleven years') }],
      notes: [expect.stringContaining('could not read')],
    });
    expect(thread()).toEqual([]);
  });

  it('does not wait for a slow site beyond its deadline', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    rig.site.gate = gate;
    const ticking = rig.tick(9 * HOUR_MS);
    while (rig.site.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    rig.clock.move(300_000);
    await ticking;
    open(undefined);
    expect(heads()[0]?.sections[1]).toMatchObject({
      title: { text: storyTitle(0) },
      notes: [expect.stringContaining('could not read')],
    });
  });

  it('goes on without a source that fails, and says so', async () => {
    publish(feed, 'The Quay Post', [0]);
    rig.feeds.set(other, { problem: { code: 'server-error', host: 'tide.example', status: 500 } });
    rig.feeds.set(other, {
      problem: { code: 'server-error', host: 'tide.example', status: 500 },
      feed: feedOf('Tide Weekly', []),
    });
    await plan({ source: `${feed} ${other}` });
    await rig.tick(9 * HOUR_MS);
    expect(heads()[0]?.sections.at(-1)?.notes).toEqual([
      'tide.example answers with an error (500) instead of its feed.',
    ]);
  });

  it('tells its maker once of a source that has failed for days, and again when it fails anew', async () => {
    publish(feed, 'The Quay Post', [0]);
    publish(other, 'Tide Weekly', []);
    await plan({ source: `${feed} ${other}`, schedule: 'every day at 9:00' });
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
    publish(other, 'Tide Weekly', []);
    await rig.tick(DAY_MS);
    fail(rig.clock.now() - 4 * DAY_MS);
    await rig.tick(DAY_MS);
    expect(told()).toHaveLength(2);
  });

  it('is cut to what stands in one message; the thread has the rest', async () => {
    publish(feed, 'The Quay Post', [0, 1, 2, 3, 4]);
    rig.platform.maxPostChars = 900;
    await plan();
    await rig.tick(9 * HOUR_MS);
    expect(JSON.stringify(heads()[0]).length).toBeLessThanOrEqual(900);
    expect(thread()).toHaveLength(5);
  });

  it('takes what the include and exclude words say', async () => {
    publish(feed, 'The Quay Post', [0, 1, 2, 3]);
    await plan({ include: 'tram, bakery, eels', exclude: 'harbour' });
    await rig.tick(9 * HOUR_MS);
    expect(titlesOf(heads()[0]).slice(1).sort()).toEqual([storyTitle(1), storyTitle(2)].sort());
  });
});

describe('a digest that was missed', () => {
  it('is made up for within its grace, the latest alone; the others are told as missed', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan({ schedule: 'every day at 9:00' });
    rig.clock.move(2 * DAY_MS);
    publish(feed, 'The Quay Post', [0]);
    await rig.tick(12 * HOUR_MS);
    expect(heads()).toHaveLength(1);
    expect((await runs()).map(({ status }) => status)).toEqual(['posted', 'missed', 'missed']);
  });

  it('is left out when it is older than its grace, or its plan says so', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan({ missed: 'skip' });
    await rig.tick(10 * HOUR_MS);
    expect(heads()).toEqual([]);
    expect((await runs()).map(({ status }) => status)).toEqual(['missed']);
  });
});

describe('a digest that somebody asks for', () => {
  it('is posted at once, beside those that are due', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    await rig.ask({ kind: 'run', name: 'Morning news' });
    await rig.digests.runner.idle();
    expect(heads()).toHaveLength(1);
    expect(await runs()).toMatchObject([{ kind: 'extra', status: 'posted' }]);
  });

  it('is shown to them alone as a preview, and nothing counts as posted', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    const answer = await rig.ask({ kind: 'preview', name: 'Morning news' });
    expect(titlesOf(answer.outgoing.post)).toEqual(['Morning news', storyTitle(0)]);
    expect(answer.outgoing.audience).toBe('person');
    expect(heads()).toEqual([]);
    await rig.tick(9 * HOUR_MS);
    expect(heads()).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('before anything was picked starts the run again', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    rig.site.gate = gate;
    const ticking = rig.tick(9 * HOUR_MS);
    while (rig.site.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await rig.crash(30_000);
    rig.site.gate = undefined;
    open(undefined);
    await ticking.catch(() => undefined);
    await rig.tick();
    expect(heads()).toHaveLength(1);
  });

  it.each([true, false])(
    'in the middle of sending posts nothing twice and nothing not at all (heard: %s)',
    async (isDone) => {
      publish(feed, 'The Quay Post', [0, 1]);
      await plan();
      // The head stands there or does not, and nobody heard which.
      rig.platform.faults.push({ code: 'unclear', isDone }, { code: 'unclear', isDone: false });
      rig.platform.canFind = true;
      await rig.tick(9 * HOUR_MS);
      await rig.crash(30_000);
      await rig.tick(60_000);
      await rig.tick(60_000);
      expect(heads()).toHaveLength(1);
      expect(thread()).toHaveLength(2);
      expect(await runs()).toMatchObject([{ status: 'posted' }]);
    },
  );

  it('of which nobody can tell ends as unknown, and its maker is told', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    rig.platform.faults.push({ code: 'unclear', isDone: true });
    rig.platform.canFind = false;
    await rig.tick(9 * HOUR_MS);
    expect(heads()).toHaveLength(1);
    expect(await runs()).toMatchObject([{ status: 'unknown' }]);
    const told = rig.standing('alone with tilde').at(-1);
    expect(JSON.stringify(told)).toContain('cannot tell whether');
  });
});

describe('a clock that is put forward while a digest is made', () => {
  it('does not make the process take up its own run a second time', async () => {
    publish(feed, 'The Quay Post', [0]);
    await plan();
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    rig.site.gate = gate;
    const ticking = rig.tick(9 * HOUR_MS);
    while (rig.site.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    rig.clock.move(30_000);
    rig.digests.runner.wake();
    await new Promise((resolve) => setTimeout(resolve, 50));
    open(undefined);
    await ticking;
    expect(heads()).toHaveLength(1);
    expect(thread()).toHaveLength(1);
    expect(await runs()).toMatchObject([{ status: 'posted' }]);
  });
});

describe('two digests of one channel that are due together', () => {
  it('do not tell the same story', async () => {
    publish(feed, 'The Quay Post', [0, 1]);
    await plan();
    await plan({ name: 'Harbour news' });
    await rig.tick(9 * HOUR_MS);
    expect(heads()).toHaveLength(1);
    const [first, second] = await rig.store.digests.listPlans({});
    const all = [
      ...(await rig.store.digests.listRuns(first?.plan.id ?? '', 5)),
      ...(await rig.store.digests.listRuns(second?.plan.id ?? '', 5)),
    ];
    expect(all.map(({ status }) => status).sort()).toEqual(['nothing', 'posted']);
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
