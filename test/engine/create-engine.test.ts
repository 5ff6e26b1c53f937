import { afterEach, describe, expect, it } from '@jest/globals';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import { harbourPage } from '../cli/harbour-page.ts';

const never = new AbortController().signal;
const summary = { what: 'summary', length: 'standard' } as const;
const open: Engine[] = [];

function engineWith(readingDeadlineMs: number): Engine {
  const engine = createEngine({ workers: 1, readingDeadlineMs, maxWaiting: 10, idleMs: 60_000 });
  open.push(engine);
  return engine;
}

const line = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

describe('createEngine', () => {
  it('reads a page off the event loop', async () => {
    const reading = await engineWith(20_000).workOn(
      { body: Buffer.from(harbourPage) },
      summary,
      never,
    );
    expect(reading).toMatchObject({ status: 'done', article: { title: 'Harbour opens again' } });
  });

  it('says that a page took longer than its deadline', async () => {
    const body = `<p>${'A long page takes its time, and more. '.repeat(20_000)}</p>`;
    const reading = await engineWith(1).workOn({ body, format: 'html' }, summary, never);
    const problem = { code: 'reading-too-slow', limitMs: 1 };
    expect(reading).toEqual({ status: 'failed', problem });
  });

  it('reads a page flat when its tree is more than a worker can hold', async () => {
    const sentences = Array.from(
      { length: 49_000 },
      (_, at) => `<p>The keeper of lamp ${at} saw the tide come in.`,
    );
    const body = `<title>Lamps</title>${sentences.join('')}`;
    const reading = await engineWith(20_000).workOn({ body, format: 'html' }, summary, never);
    expect(reading).toMatchObject({ status: 'done', article: { title: 'Lamps' } });
  });

  it('reads a line of a batch, keeps its id and hands a path back', async () => {
    const engine = engineWith(20_000);
    const options = { asIs: true, maxBytes: 1000, wanted: summary };
    const text = 'One line.\nAnother line.';
    expect(await engine.workOnLine(line({ id: 'a', text }), options, never)).toMatchObject({
      status: 'done',
      id: 'a',
      result: { article: { paragraphs: ['One line.', 'Another line.'] } },
    });
    expect(
      await engine.workOnLine(
        line({ id: 'b', path: 'x.html', url: 'https://a.example/u' }),
        options,
        never,
      ),
    ).toEqual({
      status: 'path',
      id: 'b',
      path: 'x.html',
      known: { url: 'https://a.example/u' },
    });
    expect(
      await engine.workOnLine(line({ id: 'c', text: 'é'.repeat(501) }), options, never),
    ).toEqual({
      status: 'done',
      id: 'c',
      result: { status: 'failed', problem: { code: 'too-large', limitBytes: 1000 } },
    });
  });

  it('knows the id of a line whose worker was ended', async () => {
    const html = `<p>${'A long page takes its time, and more. '.repeat(20_000)}</p>`;
    const options = { asIs: false, maxBytes: 10_000_000, wanted: summary };
    expect(await engineWith(1).workOnLine(line({ id: 'slow', html }), options, never)).toEqual({
      status: 'done',
      id: 'slow',
      result: { status: 'failed', problem: { code: 'reading-too-slow', limitMs: 1 } },
    });
  });
});
