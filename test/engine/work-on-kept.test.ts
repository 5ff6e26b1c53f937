import { afterAll, expect, it } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import { createEngine } from '../../src/engine/create-engine.ts';

const settings = { workers: 1, readingDeadlineMs: 20_000, maxWaiting: 4, idleMs: 1000 };
const engine = createEngine(settings);
afterAll(() => engine.close());
const { signal } = new AbortController();

const article: Article = {
  title: 'Ostvik closes its old ferry',
  byline: [],
  language: 'en',
  paragraphs: [
    'The town of Ostvik will take its last steam ferry out of service in October, the council decided on Tuesday by nine votes to four.',
    'The Sea Hen has carried people and sheep to the outer islands since 1931. It needs a new boiler that would cost 2.4 million crowns.',
    '“We cannot ask the schools to pay for a boiler,” said Mayor Tilde Brask, who had voted for the ferry two years ago.',
    'An electric boat built in Luleby will replace it. It takes 120 passengers and needs 40 minutes for the crossing, a quarter of an hour less than before.',
    'Islanders fear for their market. Their spokesman, Anders Holm, wants a vote of all 3,100 residents because nobody asked them.',
  ],
  subheads: [],
  notes: [],
};

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

it('an article that does not say it has no such places', async () => {
  const found = await engine.findPlaces(article, 'Which bank lends the money?', signal);
  expect(found).toEqual({ status: 'done', places: [] });
});

it('whoever no longer wants an answer gets none', async () => {
  const reason = new Error('no longer wanted');
  const gone = AbortSignal.abort(reason);
  await expect(engine.findPlaces(article, 'Who is the mayor?', gone)).rejects.toBe(reason);
  await expect(
    engine.summarizeKept({ article, quotes: [] }, { length: 'brief' }, gone),
  ).rejects.toBe(reason);
});

it('an engine that is closed says so, whatever is asked of a kept article', async () => {
  const closed = createEngine(settings);
  await closed.close();
  const failed = { status: 'failed', problem: { code: 'reading-failed' } };
  expect(await closed.findPlaces(article, 'Who is the mayor?', signal)).toMatchObject(failed);
  expect(
    await closed.summarizeKept({ article, quotes: [] }, { length: 'brief' }, signal),
  ).toMatchObject(failed);
});

it('an answer that takes longer than the deadline is a problem', async () => {
  const hurried = createEngine({ ...settings, readingDeadlineMs: 1 });
  const words = 'The mayor of Ostvik said that the ferry of the town carries sheep. ';
  const long = { ...article, paragraphs: Array.from({ length: 40 }, () => words.repeat(90)) };
  const found = await hurried.findPlaces(long, 'Who is the mayor?', signal);
  await hurried.close();
  expect(found).toEqual({ status: 'failed', problem: { code: 'reading-too-slow', limitMs: 1 } });
});
