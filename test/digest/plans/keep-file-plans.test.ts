import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DigestPlan } from '../../../src/ports/digest.ts';
import { PlatformError } from '../../../src/ports/platform-error.ts';
import { feedOf, storyItem, storyPage } from '../some-stories.ts';
import { startDigestRig, type DigestRig } from '../rig.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const feed = 'https://quay.example/feed.xml';

let rig: DigestRig;

beforeEach(async () => {
  rig = await startDigestRig({}, 'slack');
  rig.platform.placeOf = () => Promise.resolve('ostvik');
  rig.feeds.set(feed, { feed: { title: 'The Quay Post', items: [] } });
});
afterEach(() => rig.close());

const entry = (name: string, more = '', channel = 'C0HARBOUR'): string =>
  `  - name: ${name}\n    platform: slack\n    channel: ${channel}\n    sources: ${feed}\n    schedule: weekdays at 9:00\n${more}`;

const write = (...entries: readonly string[]): void =>
  rig.writeFile(`digests:\n${entries.join('')}`);

async function plans(): Promise<readonly DigestPlan[]> {
  return (await rig.store.digests.listPlans({})).map(({ plan }) => plan);
}

async function names(): Promise<readonly string[]> {
  return (await plans()).map(({ name }) => name);
}

describe('the file of digests', () => {
  it('is taken up by the next minute, without a restart', async () => {
    await rig.tick();
    expect(await plans()).toEqual([]);
    write(entry('Harbour'), entry('Trams', '    timezone: Asia/Kolkata\n    stories: 3\n'));
    await rig.tick(MINUTE_MS);
    expect(await rig.store.digests.listPlans({})).toMatchObject([
      {
        plan: {
          name: 'Harbour',
          origin: { kind: 'file' },
          platform: 'slack',
          place: 'ostvik',
          channel: 'C0HARBOUR',
          revision: 1,
          timezone: 'UTC',
        },
        nextSlotMs: Date.UTC(2031, 5, 2, 9),
      },
      {
        plan: { name: 'Trams', timezone: 'Asia/Kolkata', stories: 3 },
        nextSlotMs: Date.UTC(2031, 5, 2, 3, 30),
      },
    ]);
  });

  it('has its digests posted', async () => {
    rig.site.pages.set('/eels', storyPage(0));
    const item = storyItem(0, `${rig.site.address}/eels`, rig.clock.now());
    rig.feeds.set(feed, { feed: feedOf('The Quay Post', [item]) });
    write(entry('Harbour'));
    await rig.tick();
    await rig.tick(9 * HOUR_MS);
    const titles = rig.standing('C0HARBOUR').map(({ sections }) => sections[0]?.title?.text);
    expect(titles).toEqual(['Harbour']);
  });

  it('begins a new revision of what was changed there, and leaves the rest as it is', async () => {
    write(entry('Harbour'), entry('Trams'));
    await rig.tick();
    const [before] = await plans();
    write(entry('Harbour'), entry('Trams', '    stories: 2\n'));
    await rig.tick(10 * HOUR_MS);
    const [harbour, trams] = await plans();
    expect(harbour).toEqual(before);
    expect(trams).toMatchObject({ revision: 2, stories: 2, sinceMs: rig.clock.now() });
  });

  it('makes up for nothing that a changed digest missed', async () => {
    write(entry('Harbour'));
    await rig.tick();
    write(entry('Harbour', '    nothing: say\n'));
    await rig.crash(9 * HOUR_MS + MINUTE_MS);
    rig.platform.placeOf = () => Promise.resolve('ostvik');
    await rig.tick();
    expect(rig.standing('C0HARBOUR')).toEqual([]);
    expect(await rig.store.digests.listPlans({})).toMatchObject([
      { plan: { revision: 2 }, nextSlotMs: Date.UTC(2031, 5, 3, 9) },
    ]);
  });

  it('keeps nothing that was taken out of it', async () => {
    write(entry('Harbour'), entry('Trams'));
    await rig.tick();
    write(entry('Trams'));
    await rig.tick(MINUTE_MS);
    await rig.tick(MINUTE_MS);
    expect(await names()).toEqual(['Trams']);
  });

  it('loses nothing while its end is still being written', async () => {
    write(entry('Harbour'), entry('Trams'));
    await rig.tick();
    const before = await plans();
    write(entry('Harbour'));
    await rig.tick(MINUTE_MS);
    write(entry('Harbour'), entry('Trams'));
    await rig.tick(MINUTE_MS);
    await rig.tick(MINUTE_MS);
    expect(await plans()).toEqual(before);
  });

  it('changes nothing while anything in it is wrong', async () => {
    write(entry('Harbour'), entry('Trams'));
    await rig.tick();
    const before = await plans();
    for (const text of [
      'digests: [',
      `digests:\n${entry('Bakery')}${entry('Trams', '    stories: 99\n')}`,
      `digests:\n${entry('Bakery')}${entry('Bakery')}`,
    ]) {
      rig.writeFile(text);
      await rig.tick(MINUTE_MS);
      await rig.tick(MINUTE_MS);
      expect(await plans()).toEqual(before);
    }
  });

  it('gives way to a digest of that name that was made in chat, until that is gone', async () => {
    const fields = { name: 'harbour', source: feed, schedule: 'every day at 7' };
    await rig.ask({ kind: 'create', fields });
    await rig.click('confirm');
    write(entry('Harbour'), entry('Trams'));
    await rig.tick();
    expect(await plans()).toMatchObject([
      { name: 'harbour', origin: { kind: 'chat' } },
      { name: 'Trams', origin: { kind: 'file' } },
    ]);
    await rig.ask({ kind: 'remove', name: 'harbour' });
    await rig.click('confirm');
    await rig.tick(MINUTE_MS);
    expect(await plans()).toMatchObject([{ name: 'Harbour', origin: { kind: 'file' } }, {}]);
  });

  it('moves a digest to another channel', async () => {
    write(entry('Harbour'));
    await rig.tick();
    write(entry('Harbour', '', 'C0MARKET'));
    await rig.tick(MINUTE_MS);
    await rig.tick(MINUTE_MS);
    expect(await plans()).toMatchObject([{ name: 'Harbour', channel: 'C0MARKET' }]);
  });

  it('waits for a channel that cannot be seen yet, and lets the others go on', async () => {
    let isInvited = false;
    rig.platform.placeOf = (channel?: string) =>
      channel === 'C0MARKET' && !isInvited ? Promise.resolve(undefined) : Promise.resolve('ostvik');
    write(entry('Harbour', '', 'C0MARKET'), entry('Trams'));
    await rig.tick();
    expect(await names()).toEqual(['Trams']);
    isInvited = true;
    await rig.tick(MINUTE_MS);
    expect(await names()).toEqual(['Harbour', 'Trams']);
  });

  it('keeps no digest from its time because a channel cannot be looked at', async () => {
    write(entry('Trams', '    nothing: say\n'));
    await rig.tick();
    rig.platform.placeOf = () => Promise.reject(new PlatformError('unclear', 'no answer'));
    write(entry('Trams', '    nothing: say\n'), entry('Harbour', '', 'C0MARKET'));
    await rig.tick(9 * HOUR_MS);
    expect(rig.standing('C0HARBOUR')).toHaveLength(1);
  });

  it('goes on after a restart as if nothing had happened', async () => {
    write(entry('Harbour'));
    await rig.tick();
    const before = await plans();
    await rig.crash();
    await rig.tick();
    expect(await plans()).toEqual(before);
  });

  it('leaves the other digests alone when it names a platform that is not set up', async () => {
    const elsewhere = entry('Harbour').replace('slack', 'discord');
    write(elsewhere, entry('Trams'));
    await rig.tick();
    expect(await names()).toEqual(['Trams']);
  });
});
