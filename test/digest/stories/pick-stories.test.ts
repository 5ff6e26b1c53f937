import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inventReports } from '../../../bench/invented-reports.ts';
import type { Story } from '../../../src/digest/stories/gather-stories.ts';
import { gatherStories } from '../../../src/digest/stories/gather-stories.ts';
import type { Picks, PickWishes } from '../../../src/digest/stories/pick-stories.ts';
import { pickStories } from '../../../src/digest/stories/pick-stories.ts';
import type { Report } from '../../../src/digest/stories/report.ts';
import { hourMs, makeReport, morningMs, withoutDate } from './make-report.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 300 : 25;

const wishes: PickWishes = {
  count: 5,
  reserve: 2,
  include: [],
  exclude: [],
  nowMs: morningMs + 2 * hourMs,
  maxAgeMs: 3 * 24 * hourMs,
};

const SUBJECTS = [
  'eels',
  'cheese',
  'ropes',
  'lanterns',
  'geese',
  'tunnels',
  'pianos',
  'turnips',
  'bells',
  'kites',
];

/** Reports that have nothing in common. */
function unlike(at: number, more: Partial<Report> = {}): Report {
  const subject = SUBJECTS[at] ?? `subject${at}`;
  return makeReport({
    id: subject,
    title: `${subject} number ${at}`,
    url: `https://quayecho.example/${subject}`,
    source: `Paper ${at}`,
    sourceIndex: at,
    ...more,
  });
}

function pick(
  reports: readonly Report[],
  more: Partial<PickWishes> = {},
  posted: readonly Story[] = [],
): Picks {
  const prints = posted.flatMap(({ fingerprints }) => fingerprints);
  return pickStories(gatherStories(reports), prints, { ...wishes, ...more });
}

function idsOf(found: readonly { readonly story: Story }[]): readonly string[] {
  return found.map(({ story }) => story.id);
}

describe('what is picked', () => {
  it('is as many as wished for, some in reserve, and everything else with its reason', () => {
    const { picked, reserve, left } = pick(SUBJECTS.map((_, at) => unlike(at, { position: at })));
    expect(idsOf(picked)).toEqual(['eels', 'cheese', 'ropes', 'lanterns', 'geese']);
    expect(idsOf(reserve)).toEqual(['tunnels', 'pianos']);
    expect(left.map(({ because }) => because.kind)).toEqual([
      'less-worth',
      'less-worth',
      'less-worth',
    ]);
  });

  it('is fresh rather than old', () => {
    const old = unlike(0, { publishedAtMs: morningMs - 30 * hourMs });
    expect(idsOf(pick([old, unlike(1)]).picked)).toEqual(['cheese', 'eels']);
  });

  it('stands high in its feed', () => {
    const low = unlike(0, { position: 30 });
    expect(idsOf(pick([low, unlike(1)]).picked)).toEqual(['cheese', 'eels']);
  });

  it('is what several sources carry', () => {
    const url = 'https://quayecho.example/cheese';
    const reports = [unlike(0), unlike(1, { position: 1 }), unlike(2, { url, position: 1 })];
    const { picked } = pick(reports);
    expect(idsOf(picked)).toEqual(['cheese', 'eels']);
    expect(picked[0]?.because).toMatchObject({ sources: 2, variety: 1 });
  });

  it('is not all of one source', () => {
    const own = { source: 'Paper', sourceIndex: 0 };
    const reports = [0, 1, 2, 3].map((at) => unlike(at, { ...own, position: at }));
    const other = unlike(4, { position: 4 });
    expect(idsOf(pick([...reports, other], { count: 2 }).picked)).toEqual(['eels', 'geese']);
  });

  it('is not all about one subject', () => {
    const about = (at: number, title: string): Report => unlike(at, { title, position: at });
    const reports = [
      about(0, 'Mayor Tilde Brask of Ostvik resigns over ferry boiler'),
      about(1, 'Ostvik council to choose who follows Mayor Tilde Brask'),
      about(2, 'Luleby dairy wins golden spoon'),
    ];
    expect(idsOf(pick(reports, { count: 2 }).picked)).toEqual(['eels', 'ropes']);
  });

  it('may have no date, and then counts as half a day old', () => {
    const undated = withoutDate(unlike(0));
    const { picked } = pick([
      undated,
      unlike(1),
      unlike(2, { publishedAtMs: morningMs - 40 * hourMs }),
    ]);
    expect(idsOf(picked)).toEqual(['cheese', 'eels', 'ropes']);
    expect(picked[1]?.because.freshness).toBe(0.5);
  });

  it('does not come first by a date that lies ahead', () => {
    const ahead = unlike(0, { publishedAtMs: morningMs + 9000 * hourMs });
    expect(idsOf(pick([ahead, unlike(1)]).picked)).toEqual(['cheese', 'eels']);
  });
});

describe('what is left out', () => {
  it('is what was posted before, under whatever address and date', () => {
    const text =
      'The dairy of Luleby has won the golden spoon for a cheese that ripens in a tunnel below the old harbour and is turned by hand once every week.';
    const posted = gatherStories([unlike(1, { text })]);
    const again = unlike(1, {
      text,
      id: 'again',
      url: 'https://quayecho.example/other',
      publishedAtMs: wishes.nowMs,
    });
    const { picked, left } = pick([again, unlike(0)], {}, posted);
    expect(idsOf(picked)).toEqual(['eels']);
    expect(left[0]?.because).toMatchObject({
      kind: 'posted-before',
      likeness: { kind: 'same-text' },
    });
  });

  it('is what was posted with another report of the same story', () => {
    const url = 'https://quayecho.example/eels';
    const posted = gatherStories([unlike(0), unlike(1, { url })]);
    expect(pick([unlike(0)], {}, posted).picked).toEqual([]);
  });

  it('is too old on first sight', () => {
    const { picked, left } = pick([unlike(0, { publishedAtMs: morningMs - 100 * hourMs })]);
    expect(picked).toEqual([]);
    expect(left[0]?.because).toEqual({ kind: 'too-old', ageMs: 102 * hourMs });
  });

  it('has a word that is not wanted, and the word is named', () => {
    const { picked, left } = pick([unlike(0), unlike(1)], { exclude: ['kite', 'Eel'] });
    expect(idsOf(picked)).toEqual(['cheese']);
    expect(left[0]?.because).toEqual({ kind: 'excluded', word: 'Eel' });
  });

  it('has none of the words that are wanted', () => {
    const { picked, left } = pick([unlike(0), unlike(1)], { include: ['cheeses'] });
    expect(idsOf(picked)).toEqual(['cheese']);
    expect(left[0]?.because).toEqual({ kind: 'not-included' });
  });
});

describe('picking', () => {
  const stories = gatherStories(inventReports(200));
  const nowMs = Math.max(...stories.map(({ lead }) => lead.publishedAtMs ?? 0));

  it('loses no story and depends on no order', () => {
    const expected = pickStories(stories, [], { ...wishes, nowMs });
    expect(expected.picked).toHaveLength(wishes.count);
    fc.assert(
      fc.property(fc.shuffledSubarray([...stories], { minLength: stories.length }), (shuffled) => {
        const { picked, reserve, left } = pickStories(shuffled, [], { ...wishes, nowMs });
        expect(idsOf(picked)).toEqual(idsOf(expected.picked));
        expect(idsOf(reserve)).toEqual(idsOf(expected.reserve));
        expect([...idsOf(picked), ...idsOf(reserve), ...idsOf(left)].sort()).toEqual(
          stories.map(({ id }) => id).sort(),
        );
      }),
      { seed: 506, numRuns },
    );
  });

  it('never picks a second time what it picked', () => {
    const first = pickStories(stories, [], { ...wishes, nowMs }).picked;
    const posted = first.flatMap(({ story }) => story.fingerprints);
    const second = pickStories(stories, posted, { ...wishes, nowMs });
    const before = new Set(idsOf(first));
    expect(idsOf(second.picked).filter((id) => before.has(id))).toEqual([]);
  });
});
