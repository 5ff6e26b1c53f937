import { readText } from '../src/article/pasted/read-text.ts';
import { hostileTexts } from '../test/engine/hostile-texts.ts';
import { summaryOf } from './chain.ts';
import { writeQuotedStory } from './invented-story.ts';
import type { Measured, Row } from './measure.ts';

const CHARS = 1_000_000;
const PARAGRAPHS = 2500;
const REACH_MS = 2000;

/** What a text costs that is as long as one may be, and the worst that somebody could make of it. */
export function measureLargest(): Promise<Measured> {
  const prose = timeOf(writeQuotedStory(PARAGRAPHS).join('\n').slice(0, CHARS));
  const hostile = Object.entries(hostileTexts).map(([name, write]) => ({
    name,
    ms: timeOf(write()),
  }));
  const slowest = hostile.reduce((one, other) => (other.ms > one.ms ? other : one));
  return Promise.resolve({
    status: 'measured',
    rows: [
      rowOf('prose', prose),
      rowOf(`the slowest of ${hostile.length} made to be slow (${slowest.name})`, slowest.ms),
    ],
  });
}

function timeOf(text: string): number {
  const start = performance.now();
  summaryOf(readText(text, { asIs: true }));
  return performance.now() - start;
}

function rowOf(kind: string, ms: number): Row {
  return {
    measure: `text of a million characters to summary: ${kind}`,
    here: `${ms.toFixed(0)} ms`,
    bestElsewhere: '',
    reach: `<= ${REACH_MS} ms`,
    reached: ms <= REACH_MS,
  };
}
