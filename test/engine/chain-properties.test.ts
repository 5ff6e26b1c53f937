import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHtml } from '../../src/article/html/read-html.ts';
import { readText } from '../../src/article/pasted/read-text.ts';
import type { Reading } from '../../src/article/reading.ts';
import { builtInMakers } from '../../src/engine/built-in-makers.ts';
import { summarizeReading } from '../../src/engine/summarize-reading.ts';
import type { Summarized } from '../../src/engine/summarized.ts';
import type { Wanted } from '../../src/engine/wanted.ts';
import { randomPages } from '../article/html/random-page.ts';
import { findLooseEnds } from './find-loose-ends.ts';
import { randomNews } from './random-news.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 2000 : 60;
const url = 'https://www.harbourpost.example/news/eels';

type Done = Extract<Summarized, { readonly status: 'done' }>;
type SummaryWanted = Extract<Wanted, { readonly what: 'summary' }>;

const lengths = fc.constantFrom('brief', 'standard', 'detailed');

function summarize(reading: Reading, wanted: SummaryWanted): Done | undefined {
  const result = summarizeReading(reading, wanted, builtInMakers);
  if (result.status === 'done') return result;
  expect(result.problem.code).not.toBe('summarizing-failed');
  return undefined;
}

/** Random news are the same for every check: each is summarized once. */
const summarized = new Map<string, Done | undefined>();

/** Runs a check on summaries of random news; the news have to be articles, or it would say little. */
function expectOfNews(check: (done: Done, wanted: SummaryWanted) => void): void {
  fc.assert(
    fc.property(randomNews, lengths, (text, length) => {
      const wanted = { what: 'summary', length, isExplained: true } as const;
      const key = `${length} ${text}`;
      if (!summarized.has(key))
        summarized.set(key, summarize(readText(text, { asIs: true }), wanted));
      const done = summarized.get(key);
      if (done !== undefined) check(done, wanted);
    }),
    { seed: 301, numRuns },
  );
}

describe('whatever the text', () => {
  it('quotes and bullets stand in the article where they say, word for word', () => {
    let quotes = 0;
    let bullets = 0;
    expectOfNews((done) => {
      quotes += done.quotes?.length ?? 0;
      bullets += done.summary?.bullets.length ?? 0;
      expect(findLooseEnds(done)).toEqual([]);
    });
    expect(quotes).toBeGreaterThan(numRuns);
    expect(bullets).toBeGreaterThan(numRuns);
  });

  it('quotes come in the order of the article, none twice', () => {
    expectOfNews(({ quotes = [] }) => {
      const starts = quotes.map(({ spans: [span] }) => [span?.paragraph ?? -1, span?.start ?? -1]);
      const sorted = [...starts].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
      expect(starts).toEqual(sorted);
      expect(new Set(starts.map(String)).size).toBe(starts.length);
    });
  });

  it('the same text gives the same summary', () => {
    expectOfNews((done, wanted) => {
      const { article, cuts } = done;
      expect(summarize({ status: 'read', article, cuts }, wanted)).toEqual(done);
    });
  });

  it('what is explained as chosen is what the summary has', () => {
    expectOfNews(({ summary, explanation }) => {
      const chosen = explanation?.sentences.filter(({ verdict }) => verdict === 'chosen') ?? [];
      expect(chosen.length > 0).toBe((summary?.bullets.length ?? 0) > 0);
      const said = explanation?.quotes.filter(({ verdict }) => verdict === 'chosen') ?? [];
      expect(said.length).toBe(summary?.quotes.length);
    });
  });

  it('as many quotes are shown as are wanted at most', () => {
    fc.assert(
      fc.property(randomNews, fc.nat(6), (text, maxQuotes) => {
        const wanted = { what: 'summary', length: 'standard', maxQuotes } as const;
        const done = summarize(readText(text, { asIs: true }), wanted);
        expect(done?.summary?.quotes.length ?? 0).toBeLessThanOrEqual(maxQuotes);
      }),
      { seed: 302, numRuns },
    );
  });

  it('any characters at all are summarized', () => {
    const soup = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...'“ ” „ « » ‘ ’ " \' \n said . , ( — 「 」 \ud800 \0 Mr. A.'.split(' ')),
      ),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(soup, lengths, (parts, length) => {
        const reading = readText(parts.join(''), { asIs: true });
        const done = summarize(reading, { what: 'summary', length });
        if (done !== undefined) expect(findLooseEnds(done)).toEqual([]);
      }),
      { seed: 303, numRuns },
    );
  });

  it('any page at all is summarized', () => {
    fc.assert(
      fc.property(randomPages, lengths, ({ html }, length) => {
        const done = summarize(readHtml(html, { url }), { what: 'summary', length });
        if (done !== undefined) expect(findLooseEnds(done)).toEqual([]);
      }),
      { seed: 304, numRuns },
    );
  });
});
