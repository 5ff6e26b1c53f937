import { afterAll, describe, expect, it } from '@jest/globals';
import type { RawSource } from '../../src/article/read-source.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Summarized } from '../../src/engine/summarized.ts';
import { hostilePages } from '../article/html/hostile-pages.ts';
import { findLooseEnds } from './find-loose-ends.ts';
import { hostileTexts } from './hostile-texts.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] === '1';
const engine = createEngine({ workers: 1, readingDeadlineMs: 10_000, maxWaiting: 10, idleMs: 0 });
afterAll(() => engine.close());

/** Ways for a page or text to end its worker, or to break whoever summarizes it. */
const FAULTS = new Set([
  'reading-too-slow',
  'reading-failed',
  'reader-not-started',
  'summarizing-failed',
]);

async function summarize(raw: RawSource): Promise<Summarized> {
  const wanted = { what: 'summary', length: 'detailed' } as const;
  return engine.workOn(raw, wanted, new AbortController().signal);
}

function expectSound(result: Summarized): void {
  if (result.status === 'done') expect(findLooseEnds(result)).toEqual([]);
  else if (FAULTS.has(result.problem.code)) throw new Error(JSON.stringify(result.problem));
}

/** Every so many names, so that each kind is in the sample. */
function sampleOf(names: readonly string[], every: number): readonly string[] {
  return isLong ? names : names.filter((_, at) => at % every === 0);
}

describe('through reading, quotes and summary within the deadline', () => {
  it.each(sampleOf(Object.keys(hostilePages), 18))('a hostile page: %s', async (name) => {
    const body = hostilePages[name]?.() ?? '';
    const url = 'https://www.harbourpost.example/news/closed';
    expectSound(await summarize({ body, format: 'html', url }));
  });

  it.each(sampleOf(Object.keys(hostileTexts), 8))('a megabyte of %s', async (name) => {
    const body = hostileTexts[name]?.() ?? '';
    expectSound(await summarize({ body, format: 'text', asIs: true }));
  });
});
