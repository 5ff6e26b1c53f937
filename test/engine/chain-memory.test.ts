import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readText } from '../../src/article/pasted/read-text.ts';
import { builtInMakers } from '../../src/engine/built-in-makers.ts';
import { summarizeReading } from '../../src/engine/summarize-reading.ts';
import { randomNews } from './random-news.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] === '1';
const rounds = isLong ? 20 : 4;
const textsARound = 100;

/** What is in use when all garbage is gone. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('a worker that summarizes text after text', () => {
  it('keeps nothing of them', () => {
    const sizes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const text of fc.sample(randomNews, { seed: round, numRuns: textsARound })) {
        const reading = readText(`${text}\nStory ${round}.`, { asIs: true });
        summarizeReading(reading, { what: 'summary', length: 'detailed' }, builtInMakers);
      }
      sizes.push(heldBytes());
    }
    // The first round fills what is filled once; the texts of all others are 150 KB a round.
    const grown = (sizes.at(-1) ?? 0) - (sizes[0] ?? 0);
    expect(grown).toBeLessThan(1024 * 1024 + rounds * 20_000);
  }, 300_000);
});
