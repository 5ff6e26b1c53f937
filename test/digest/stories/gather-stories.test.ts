import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inventReports } from '../../../bench/invented-reports.ts';
import type { Story } from '../../../src/digest/stories/gather-stories.ts';
import { gatherInSteps, gatherStories } from '../../../src/digest/stories/gather-stories.ts';
import { hourMs, makeReport, morningMs, withoutDate } from './make-report.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 300 : 25;

const ferry = makeReport({
  id: 'ferry',
  title: 'Ferry Sea Hen hits pier in Ostvik, 17 hurt',
  text: 'The ferry Sea Hen struck the pier of Ostvik on Wednesday morning. Seventeen passengers were hurt, Captain Anders Holm said.',
  url: 'https://quayecho.example/sea-hen',
});
const ferryToo = makeReport({
  id: 'ferry-too',
  title: 'Seventeen injured as Sea Hen crashes into Ostvik pier',
  text: 'Passengers fell over when the Sea Hen ran into the pier at Ostvik. Captain Anders Holm blamed the engine; 17 people were hurt.',
  url: 'https://gull.example/7',
  source: 'Morning Gull',
  sourceIndex: 1,
  publishedAtMs: morningMs + hourMs,
});
const cheese = makeReport({
  id: 'cheese',
  title: 'Luleby wins prize for its blue cheese',
  text: 'The dairy of Luleby has won the golden spoon for a cheese that ripens in a tunnel.',
  url: 'https://gull.example/8',
  source: 'Morning Gull',
  sourceIndex: 1,
  position: 1,
});

/** Who stands with whom, in an order that says nothing. */
function membersOf(stories: readonly Story[]): readonly string[] {
  return stories
    .map(({ reports }) =>
      reports
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();
}

describe('reports of one event', () => {
  it('make one story, told by the source that the plan names first', () => {
    const [story, ...others] = gatherStories([ferryToo, ferry]);
    expect(others).toEqual([]);
    expect(story?.lead.id).toBe('ferry');
    expect(story?.alsoIn.map(({ source }) => source)).toEqual(['Morning Gull']);
    expect(story?.because.get('ferry-too')).toMatchObject({ because: { kind: 'same-event' } });
  });

  it('keep the addresses of all, so that the story is known by any of them', () => {
    const [story] = gatherStories([ferry, ferryToo]);
    expect(story?.fingerprints[0]?.addresses).toEqual([
      'quayecho.example/sea-hen',
      'gull.example/7',
    ]);
  });

  it('name a source once, however often it tells', () => {
    const url = 'https://quayecho.example/sea-hen';
    const twice = ['a', 'b'].map((id) => ({ ...ferryToo, id, url }));
    const [story] = gatherStories([ferry, ...twice]);
    expect(story?.reports).toHaveLength(3);
    expect(story?.alsoIn).toHaveLength(1);
  });

  it('prefer one with a text to read', () => {
    const bare = { ...ferry, text: '' };
    const linked = { ...ferryToo, canonicalUrl: 'https://quayecho.example/sea-hen' };
    expect(gatherStories([bare, linked])[0]?.lead.id).toBe('ferry-too');
  });
});

describe('reports of several events', () => {
  it('stay stories of their own', () => {
    expect(membersOf(gatherStories([cheese, ferry, ferryToo]))).toEqual([
      'cheese',
      'ferry ferry-too',
    ]);
  });

  it('are not one because their feed links all to one page', () => {
    const url = 'https://podcast.example/show';
    const titles = [
      'On eels and their ways',
      'Why ropes rot',
      'A walk in Luleby',
      'Nets of the north',
    ];
    const items = titles.map((title, at) =>
      makeReport({ id: String(at), title, url, position: at }),
    );
    expect(gatherStories(items)).toHaveLength(4);
  });

  it('are not chained: each is like the first of its story', () => {
    const chain = ['a', 'b', 'c'].map((id, at) =>
      makeReport({
        id,
        title: `Item ${id}`,
        url: `https://chain.example/${at}`,
        canonicalUrl: `https://chain.example/${at + 1}`,
        publishedAtMs: morningMs + at * hourMs,
      }),
    );
    expect(membersOf(gatherStories(chain))).toEqual(['a b', 'c']);
  });

  it('are gathered alike without dates', () => {
    const undated = [ferry, cheese].map(withoutDate);
    expect(gatherStories(undated)).toHaveLength(2);
  });

  it('are none where there are no reports', () => {
    expect(gatherStories([])).toEqual([]);
  });
});

describe('many reports', () => {
  const many = inventReports(300);

  it('make the same stories whatever order they come in', () => {
    const stories = gatherStories(many);
    expect(stories.length).toBeLessThan(many.length);
    fc.assert(
      fc.property(fc.shuffledSubarray([...many], { minLength: many.length }), (shuffled) => {
        expect(membersOf(gatherStories(shuffled))).toEqual(membersOf(stories));
      }),
      { seed: 504, numRuns },
    );
  });

  it('each stand in exactly one story', () => {
    const ids = gatherStories(many).flatMap(({ reports }) => reports.map(({ id }) => id));
    expect(ids.sort()).toEqual(many.map(({ id }) => id).sort());
  });

  it('are gathered in steps that others can go between', () => {
    let steps = 0;
    const walk = gatherInSteps(many);
    for (let step = walk.next(); step.done !== true; step = walk.next()) steps += 1;
    expect(steps).toBeGreaterThan(20);
  });

  it('that all look alike are compared a bounded number of times', () => {
    const alike = Array.from({ length: 3000 }, (_, at) =>
      makeReport({
        id: String(at),
        title: `Storm over Skelby harbour takes ${at + 100} boats`,
        text: `A storm in the harbour of Skelby took ${at + 100} boats with it this morning.`,
        url: `https://quayecho.example/${at}`,
        publishedAtMs: morningMs + at * 24 * hourMs,
      }),
    );
    expect(gatherStories(alike).flatMap(({ reports }) => reports)).toHaveLength(3000);
  });
});
