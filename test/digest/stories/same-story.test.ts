import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadFamilies, scorePairs } from '../../../bench/same-story.ts';
import { fingerprint } from '../../../src/digest/stories/fingerprint.ts';
import { parseFingerprint } from '../../../src/digest/stories/parse-fingerprint.ts';
import type { Report } from '../../../src/digest/stories/report.ts';
import type { SameStory } from '../../../src/digest/stories/same-story.ts';
import { sameStory } from '../../../src/digest/stories/same-story.ts';
import { hourMs, makeReport, morningMs } from './make-report.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 3000 : 200;
const fixtures = path.resolve(import.meta.dirname, '../../fixtures');

function tell(one: Partial<Report>, other: Partial<Report>): SameStory {
  return sameStory(
    fingerprint(makeReport({ id: '1', ...one })),
    fingerprint(makeReport({ id: '2', source: 'Morning Gull', sourceIndex: 1, ...other })),
  );
}

const lighthouse = {
  title: 'Lighthouse of Skelby to be sold for a crown',
  text: 'The coast office wants to sell the lighthouse of Skelby, built in 1871, for a single crown. Whoever takes it must mend the lantern and let 400 visitors in every year.',
};

describe('one story', () => {
  it('is told by its address, whatever stands above it', () => {
    const verdict = tell(
      { title: 'For sale', url: 'https://quayecho.example/lighthouse?utm_source=rss' },
      { title: 'A crown for a tower', url: 'http://www.quayecho.example/lighthouse/' },
    );
    expect(verdict).toEqual({
      same: true,
      because: { kind: 'same-address', address: 'quayecho.example/lighthouse' },
    });
  });

  it('is told by the address that its page says is its own', () => {
    const url = 'https://quayecho.example/lighthouse';
    expect(tell({ canonicalUrl: url }, { url }).because.kind).toBe('same-address');
  });

  it('is told by a text that another paper has cut', () => {
    const cut = { title: 'A tower for one crown', text: `${lighthouse.text.slice(0, 92)} (wire)` };
    expect(tell(lighthouse, cut).because.kind).toBe('same-text');
  });

  it('is told by an old text that comes with a new date and address', () => {
    const again = {
      ...lighthouse,
      source: 'Quay Echo',
      publishedAtMs: morningMs + 40 * 24 * hourMs,
    };
    expect(tell(lighthouse, again).because.kind).toBe('same-text');
  });

  it('is told by its title where there is no text', () => {
    const title = 'Petrel 5.1 compiles twice as fast';
    expect(tell({ title }, { title }).because.kind).toBe('same-title');
  });

  it('is told by a headline that its paper put right within hours', () => {
    const text =
      'A bus left the road near Skelby. Four passengers were hurt, the police said on Monday.';
    const verdict = tell(
      { title: 'Four hurt as bus leaves road near Skelby', text },
      {
        title: 'Six hurt as bus leaves road near Skelby',
        text: text.replace('Four', 'Six'),
        source: 'Quay Echo',
        publishedAtMs: morningMs + 2 * hourMs,
      },
    );
    expect(verdict.same).toBe(true);
  });

  it('is told in other words by names, numbers and what happened', () => {
    const verdict = tell(lighthouse, {
      title: 'Who wants a lighthouse? Skelby tower goes for one crown',
      text: 'For one crown the coast office gives away the lighthouse in Skelby. Its lantern is broken, and 400 visitors a year must be let in.',
      publishedAtMs: morningMs + 3 * hourMs,
    });
    expect(verdict.because).toMatchObject({ kind: 'same-event' });
  });
});

describe('an item without an address', () => {
  it('is known again by its title and date', () => {
    const print = fingerprint(makeReport({ id: '1', title: 'Harbour closed' }));
    expect(sameStory(print, print).because.kind).toBe('same-item');
  });
});

describe('two stories', () => {
  it('are those of two addresses that every item of a site could have', () => {
    const url = 'https://quayecho.example/';
    expect(tell({ title: 'Eels are back', url }, { title: 'Cod is gone', url }).same).toBe(false);
  });

  it('are the forecasts of two days', () => {
    const text = 'Clouds in the morning, sun later. It stays dry everywhere and the wind is light.';
    const verdict = tell(
      { title: 'Weather in Skelby for Monday', text },
      { title: 'Weather in Skelby for Tuesday', text, source: 'Quay Echo' },
    );
    expect(verdict.because.kind).toBe('next-of-series');
  });

  it('are two episodes', () => {
    const verdict = tell(
      { title: 'Deep Water, episode 12: The eel' },
      { title: 'Deep Water, episode 13: The eel', source: 'Quay Echo' },
    );
    expect(verdict.because.kind).toBe('next-of-series');
  });

  it('are two columns of one name, a day apart', () => {
    const column = { title: 'Harbour notes by Greta Lund from Skelby', text: '' };
    const next = { ...column, source: 'Quay Echo', publishedAtMs: morningMs + 24 * hourMs };
    expect(tell(column, next).same).toBe(false);
  });

  it('are two alerts that were filled into one pattern', () => {
    const alert = (place: string, size: string): Partial<Report> => ({
      title: `Earthquake of magnitude ${size} near ${place}`,
      text: `An earthquake of magnitude ${size} was felt near ${place} this morning. No damage was reported, the office said.`,
      source: 'Quay Echo',
    });
    expect(tell(alert('Skelby', '3.4'), alert('Marrow', '4.1')).same).toBe(false);
  });

  it('are what happened and what came a week after', () => {
    const verdict = tell(lighthouse, {
      title: 'Couple buys lighthouse of Skelby',
      text: 'A week after it was offered for a crown a couple from Marrow has bought the lighthouse of Skelby.',
      publishedAtMs: morningMs + 7 * 24 * hourMs,
    });
    expect(verdict.same).toBe(false);
  });

  it('are two of which nothing is known', () => {
    expect(tell({}, {}).same).toBe(false);
  });
});

describe('the labelled pairs', () => {
  it.each(['tune', 'report'] as const)('are told apart as well as was aimed at: %s', (half) => {
    const { pairs, precision, recall } = scorePairs(loadFamilies(fixtures, half));
    expect(pairs).toBeGreaterThanOrEqual(100);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
});

const words = fc.constantFrom(
  ...'Skelby harbour Lund eel 12 storm storms on Monday Tuesday the of 3,400 Straße Überfall 港 鰻 é'.split(
    ' ',
  ),
);
const prose = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((found) => found.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const reports: fc.Arbitrary<Report> = fc
  .record({
    title: prose,
    text: prose,
    source: fc.constantFrom('Quay Echo', 'Morning Gull'),
    language: fc.constantFrom('en', 'de', 'ja', 'xx', ''),
    publishedAtMs: fc.option(fc.integer({ min: morningMs, max: morningMs + 90 * hourMs }), {
      nil: undefined,
    }),
    url: fc.option(fc.webUrl(), { nil: undefined }),
  })
  .map(({ publishedAtMs, url, ...rest }) => ({
    id: '1',
    sourceIndex: 0,
    position: 0,
    ...rest,
    ...(publishedAtMs === undefined ? {} : { publishedAtMs }),
    ...(url === undefined ? {} : { url }),
  }));

describe('any two reports', () => {
  it('are told the same whichever comes first', () => {
    fc.assert(
      fc.property(reports, reports, (a, b) => {
        const [one, other] = [fingerprint(a), fingerprint(b)];
        expect(sameStory(one, other)).toEqual(sameStory(other, one));
      }),
      { seed: 501, numRuns },
    );
  });

  it('are one where they are one and say anything', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const print = fingerprint(report);
        const isTelling = print.addresses.length + print.title.length + print.words.length > 0;
        if (isTelling || print.sketch.length > 0) expect(sameStory(print, print).same).toBe(true);
      }),
      { seed: 502, numRuns },
    );
  });

  it('have small fingerprints that survive being kept', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const kept = JSON.stringify(fingerprint(report));
        expect(kept.length).toBeLessThan(4000);
        expect(parseFingerprint(JSON.parse(kept))).toEqual(fingerprint(report));
      }),
      { seed: 503, numRuns },
    );
  });
});

describe('a fingerprint', () => {
  it('looks at a bounded part of an endless report', () => {
    const long = (piece: string): string => piece.repeat(1_000_000 / piece.length);
    for (const piece of ['a', 'Aa ', '1,', '. A', '-', '9 ', '\u0301', '港', "x'", '\ud800'])
      expect(
        JSON.stringify(fingerprint(makeReport({ id: '1', title: long(piece), text: long(piece) })))
          .length,
      ).toBeLessThan(8000);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { version: 2 },
    { version: 1, source: 'a', language: 'en' },
  ])('is not read out of what is none: %j', (kept) => {
    expect(parseFingerprint(kept)).toBeUndefined();
  });

  it('is not read out of one with a wrong list in it', () => {
    const print = fingerprint(makeReport({ id: '1', ...lighthouse }));
    expect(parseFingerprint({ ...print, names: [1] })).toBeUndefined();
    expect(parseFingerprint({ ...print, sketch: ['1'] })).toBeUndefined();
  });
});
