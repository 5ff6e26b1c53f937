import path from 'node:path';
import { corporaFolder } from './corpora.ts';
import type { Measure, Measured } from './measure.ts';
import { renderTable } from './render-table.ts';

// Each part is loaded when it is wanted: jsdom alone takes longer to load than some parts to run.
const PARTS: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['extraction', async (places) => (await import('./extraction.ts')).measureExtraction(places)],
  ['page-text', async (places) => (await import('./page-text.ts')).measurePageText(places)],
  ['quotes', async (places) => (await import('./quotes.ts')).measureQuotes(places)],
  ['bullets', async (places) => (await import('./bullets.ts')).measureBullets(places)],
  ['passages', async (places) => (await import('./passages.ts')).measurePassages(places)],
  ['same-story', async (places) => (await import('./same-story.ts')).measureSameStory(places)],
  ['fixtures', async (places) => (await import('./fixtures.ts')).measureFixtures(places)],
  ['speed', async (places) => (await import('./speed.ts')).measureSpeed(places)],
  ['stages', async (places) => (await import('./stages.ts')).measureStages(places)],
  ['growth', async () => (await import('./growth.ts')).measureGrowth()],
  ['largest', async () => (await import('./largest.ts')).measureLargest()],
  ['bot', async () => (await import('./bot.ts')).measureBot()],
  ['digests', async () => (await import('./digests.ts')).measureDigests()],
]);

const PROJECT = path.join(import.meta.dirname, '..');

/** `npm run bench`, or some parts of it: `npm run bench -- extraction speed`. */
async function run(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !PARTS.has(name));
  if (unknown.length > 0) {
    const names = [...PARTS.keys()].join(', ');
    process.stderr.write(`no part is called ${unknown.join(', ')}; there are ${names}\n`);
    return 2;
  }
  const places = {
    corpora: corporaFolder(process.env),
    fixtures: path.join(PROJECT, 'test', 'fixtures'),
  };
  const parts = new Map<string, Measured>();
  for (const [name, measure] of PARTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (process.stderr.isTTY) process.stderr.write(`measuring ${name} ...\n`);
    parts.set(name, await measure(places));
  }
  process.stdout.write(renderTable(parts));
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
