import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../src/digest/stories/fingerprint.ts';
import type { DigestPlan } from '../../src/ports/digest.ts';
import type { Json } from '../../src/ports/json.ts';
import { openStore, type OpenStore } from '../../src/store/open-store.ts';
import { startSite, type Site } from '../bot/rig.ts';
import { storyItem, storyPage, storyTitle } from '../digest/some-stories.ts';
import { run, type Ran } from './run.ts';
import { makeFolder } from './temp-folder.ts';

const HOUR_MS = 60 * 60 * 1000;

let folder: ReturnType<typeof makeFolder>;
let site: Site;
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  folder = makeFolder({});
  const started = await startSite();
  site = started.site;
  closing.push(
    () => folder.remove(),
    () => new Promise((resolve) => started.server.close(resolve)),
    () => started.server.closeAllConnections(),
  );
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const digest = (...argv: readonly string[]): Promise<Ran> =>
  run(['digest', ...argv], {
    cwd: folder.path,
    env: { NUTGRAF_ALLOW_PRIVATE_HOSTS: new URL(site.address).host },
  });

function writeDigests(text: string): void {
  mkdirSync(join(folder.path, 'config'), { recursive: true });
  writeFileSync(join(folder.path, 'config/digests.yaml'), text);
}

const entry = (name: string, more = ''): string =>
  `  - name: ${name}\n    platform: slack\n    channel: C0HARBOUR\n    sources: ${site.address}/feed\n    schedule: weekdays at 9:00\n${more}`;

/** A feed of invented stories, the first an hour old and the next two hours. */
function publish(count: number): void {
  const items = Array.from({ length: count }, (_, index) => {
    site.pages.set(`/story-${index}`, storyPage(index));
    const atMs = Date.now() - (index + 1) * HOUR_MS;
    const { title, text, url = '' } = storyItem(index, `${site.address}/story-${index}`, atMs);
    return `<item><title>${title}</title><link>${url}</link><description>${text}</description><pubDate>${new Date(atMs).toUTCString()}</pubDate></item>`;
  });
  site.pages.set(
    '/feed',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Echo</title>${items.join('')}</channel></rss>`,
  );
}

const planOf = (change: Partial<DigestPlan> = {}): DigestPlan => ({
  id: 'A'.repeat(22),
  revision: 1,
  origin: { kind: 'chat', maker: 'tilde' },
  name: 'Trams',
  platform: 'discord',
  place: 'ostvik',
  channel: '1122334455667788990',
  channelName: '#trams',
  sources: [`${site.address}/feed`],
  schedule: 'every day at 18:30',
  timezone: 'Asia/Kolkata',
  stories: 5,
  length: 'brief',
  include: [],
  exclude: [],
  missed: 'latest',
  graceMs: 6 * HOUR_MS,
  whenNothing: 'silence',
  status: 'active',
  sinceMs: 0,
  ...change,
});

async function withStore(use: (store: OpenStore) => Promise<void>, isHeld = false): Promise<void> {
  const store = openStore({ url: 'data/nutgraf.db', cwd: folder.path, isHeld });
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

const keep = (...plans: readonly DigestPlan[]): Promise<void> =>
  withStore(async ({ digests }) => {
    for (const plan of plans)
      expect(await digests.putPlan(plan, Date.UTC(2031, 5, 2, 13))).toBe('put');
  });

describe('nutgraf digest list', () => {
  it('says how to make one where there is none, and makes no database', async () => {
    const { exitCode, out } = await digest('list');
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: expect.stringContaining('/digest create') as unknown,
    });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('shows those of the file and of the database below each other', async () => {
    writeDigests(`digests:\n${entry('Harbour')}`);
    await keep(planOf(), planOf({ id: 'B'.repeat(22), name: 'Zoo', status: 'paused' }));
    const { exitCode, out } = await digest('list');
    const lines = out.trimEnd().split('\n');
    expect(exitCode).toBe(0);
    expect(lines[0]).toMatch(/^Name +When +Zone +Channel +Next +From$/u);
    expect(lines[1]).toMatch(
      /^Harbour +every weekday at 09:00 +UTC +C0HARBOUR on slack +.*line 2; no bot/u,
    );
    expect(lines[2]).toMatch(/#trams on discord +Mon 2 Jun 2031, 18:30 +chat$/u);
    expect(lines[3]).toMatch(/^Zoo .* paused +chat$/u);
  });

  it('stacks them where the terminal is narrow', async () => {
    await keep(planOf());
    const { out } = await run(['digest', 'list'], { cwd: folder.path, columns: 40 });
    expect(out).toContain('Trams\n  when: every day at 18:30\n  zone: Asia/Kolkata\n');
  });

  it('names the lines of what is wrong with the file, and shows the rest', async () => {
    writeDigests(`digests:\n${entry('Harbour')}${entry('Zoo', '    stories: 99\n')}`);
    const { exitCode, out, err } = await digest('list');
    expect(exitCode).toBe(1);
    expect(out).toContain('Harbour');
    expect(err).toContain('config/digests.yaml, line 12: A digest has from 1 to 10 stories.');
  });

  it('is JSON when that is wanted', async () => {
    await keep(planOf());
    const { out } = await digest('list', '--json');
    expect(JSON.parse(out)).toMatchObject({
      digests: [{ name: 'Trams', next: '2031-06-02T13:00:00.000Z', from: 'chat', isTakenUp: true }],
      faults: [],
    });
  });

  it('takes no file that NUTGRAF_DIGESTS names and that is not there', async () => {
    const env = { NUTGRAF_DIGESTS: 'mine.yaml' };
    const { exitCode, err } = await run(['digest', 'list'], { cwd: folder.path, env });
    expect(exitCode).toBe(2);
    expect(err).toContain('NUTGRAF_DIGESTS: mine.yaml is not there');
  });
});

describe('nutgraf digest preview', () => {
  it('shows what a source would give, without a digest, and writes nothing', async () => {
    publish(2);
    const { exitCode, out, err } = await digest('preview', '--source', `${site.address}/feed`);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toContain(storyTitle(0));
    expect(out).toContain(storyTitle(1));
    expect(out).toContain('They came up the channel like a rope that somebody pulls');
    expect(out).not.toContain('Next times');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('takes only so many, and only those with a word', async () => {
    publish(3);
    const source = ['--source', `${site.address}/feed`];
    const { out } = await digest(
      'preview',
      ...source,
      '--include',
      'tram',
      '--stories',
      '1',
      '--explain',
    );
    expect(out).toMatch(/^chosen · .* = fresh .* × place .* · Luleby/mu);
    expect(out).toMatch(/^left out \(it has none of the words that it must have\) · .*Eels/mu);
  });

  it('says why one was left out that was posted there before, and has written nothing down', async () => {
    publish(1);
    await keep(planOf());
    await withStore(async ({ digests }) => {
      await digests.insertRun({ id: 'run', plan: planOf(), slotMs: 1, kind: 'due' });
      await digests.takeRuns(
        { holder: 'me', nowMs: 2, untilMs: 3 },
        { platforms: ['discord', 'slack'], limit: 1 },
      );
      const item = storyItem(0, `${site.address}/story-0`, Date.now() - HOUR_MS);
      const print = fingerprint({ ...item, source: 'Quay Echo', sourceIndex: 0 });
      await digests.putPicked('me', {
        runId: 'run',
        deliveries: [],
        fingerprints: [print as unknown as Json],
        report: { sources: [], stories: [] },
        atMs: Date.now(),
      });
    });
    const { out } = await digest('preview', 'trams', '--explain', '--json');
    expect(JSON.parse(out)).toMatchObject({
      digest: { name: 'Trams' },
      explanation: {
        stories: [
          {
            title: storyTitle(0),
            verdict: 'left-out',
            because: { kind: 'posted-before', likeness: { kind: 'same-address' } },
          },
        ],
        sources: [{ title: 'Quay Echo', items: 1 }],
      },
    });
    await withStore(async ({ digests, feeds }) => {
      expect(await digests.listRuns(planOf().id, 10)).toHaveLength(1);
      expect(await feeds.findFeed(`${site.address}/feed`)).toBeUndefined();
    });
  });

  it('says that nothing would be posted where there is nothing new', async () => {
    publish(0);
    await keep(planOf());
    const { exitCode, out } = await digest('preview', 'Trams');
    expect(exitCode).toBe(0);
    expect(out).toContain('Nothing would be posted: there is nothing new');
    expect(out).toContain('Next times');
  });

  it('is a failure where no source can be read', async () => {
    const { exitCode, out } = await digest(
      'preview',
      '--source',
      `${site.address}/none`,
      '--explain',
    );
    expect(exitCode).toBe(1);
    expect(out).toContain('No source can be read: nothing would be posted.');
  });

  it('names the nearest for a name that there is not, and all for one that several have', async () => {
    await keep(planOf(), planOf({ id: 'C'.repeat(22), place: 'luleby', channel: '99' }));
    const wrong = await digest('preview', 'Trms');
    expect(wrong).toMatchObject({
      exitCode: 1,
      err: 'There is no digest “Trms”; did you mean “Trams”?\n',
    });
    const several = await digest('preview', 'trams');
    expect(several.err).toBe(
      '2 digests are called “Trams”; say which: discord/1122334455667788990/Trams, discord/99/Trams.\n',
    );
    publish(1);
    const { exitCode } = await digest('preview', 'discord/99/trams');
    expect(exitCode).toBe(0);
  });

  it.each([
    [[], 2, 'Name a digest, or give sources'],
    [['Trams', '--source', 'quay.example'], 2, 'Name a digest, or give sources'],
    [['--source', 'mailto:mira'], 1, 'is no address of a feed or a site'],
    [['--source', 'quay.example', '--stories', '99'], 1, 'from 1 to 10 stories'],
  ])('takes no %j', async (argv, exitCode, sentence) => {
    const ran = await digest('preview', ...argv);
    expect(ran).toMatchObject({ exitCode, out: '' });
    expect(ran.err).toContain(sentence);
  });
});

describe('nutgraf digest run', () => {
  it('writes down a run for the bot that runs', async () => {
    await keep(planOf());
    await withStore(async ({ digests }) => {
      const { exitCode, out } = await digest('run', 'TRAMS');
      expect({ exitCode, out }).toEqual({
        exitCode: 0,
        out: 'The bot that runs posts “Trams” within a minute.\n',
      });
      const holding = { holder: 'bot', nowMs: Date.now() + 1, untilMs: Date.now() + 2 };
      expect(
        await digests.takeRuns(holding, { platforms: ['discord', 'slack'], limit: 5 }),
      ).toMatchObject([{ kind: 'extra', plan: { name: 'Trams' }, isPicked: false }]);
    }, true);
  });

  it('says that it sees no bot', async () => {
    await keep(planOf());
    const { out } = await digest('run', 'Trams');
    expect(out).toContain('I see no bot that runs on this database');
  });

  it('refuses what no bot has taken up yet', async () => {
    writeDigests(`digests:\n${entry('Harbour')}`);
    const { exitCode, err } = await digest('run', 'Harbour');
    expect(exitCode).toBe(1);
    expect(err).toContain('No bot has taken up “Harbour”');
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });
});

describe('nutgraf doctor', () => {
  it('names what is wrong with the file of digests, and what goes without', async () => {
    writeDigests(`digests:\n${entry('Harbour')}${entry('Zoo', '    stories: 99\n')}`);
    const { out } = await run(['doctor'], { cwd: folder.path });
    expect(out).toContain('to mend it: config/digests.yaml, line 12: A digest has from 1 to 10');
    expect(out).toContain('until then without: every change of the file');
    expect(out).toContain('line 2: slack is not set up');
  });
});
