import { afterAll, expect, it } from '@jest/globals';
import { createEngine } from '../../src/engine/create-engine.ts';
import { askedStories } from '../passages/stories.ts';

const engine = createEngine({ workers: 1, readingDeadlineMs: 20_000, maxWaiting: 4, idleMs: 1000 });
afterAll(() => engine.close());
const { signal } = new AbortController();
const article = askedStories[0]?.article;
if (article === undefined) throw new Error('there is no story');

it('an article that was read before is summarized at any length, with the quotes that were found then', async () => {
  const quote = { text: 'We cannot', spans: [{ paragraph: 2, start: 1, end: 10 }] };
  const lengths = await Promise.all(
    (['brief', 'detailed'] as const).map((length) =>
      engine.summarizeKept({ article, quotes: [quote] }, { length, maxQuotes: 1 }, signal),
    ),
  );
  const bullets = lengths.map((one) =>
    one.status === 'done' ? (one.summary?.bullets.length ?? 0) : 0,
  );
  expect(bullets[0]).toBeLessThan(bullets[1] ?? 0);
  expect(lengths[0]).toMatchObject({ status: 'done', article, quotes: [quote] });
});

it('places that answer a question are found in a worker', async () => {
  const found = await engine.findPlaces(article, 'Who is the mayor?', signal);
  expect(found).toMatchObject({ status: 'done', places: [{ paragraph: 2 }] });
});
