import { afterEach, describe, expect, it } from '@jest/globals';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import { harbourPage } from '../cli/harbour-page.ts';

const never = new AbortController().signal;
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
    const reading = await engineWith(20_000).read({ body: Buffer.from(harbourPage) }, never);
    expect(reading).toMatchObject({ status: 'read', article: { title: 'Harbour opens again' } });
  });

  it('says that a page took longer than its deadline', async () => {
    const body = `<p>${'A long page takes its time, and more. '.repeat(20_000)}</p>`;
    const reading = await engineWith(1).read({ body, format: 'html' }, never);
    const problem = { code: 'reading-too-slow', limitMs: 1 };
    expect(reading).toEqual({ status: 'failed', problem });
  });

  it('reads a page flat when its tree is more than a worker can hold', async () => {
    const sentences = Array.from(
      { length: 49_000 },
      (_, at) => `<p>The keeper of lamp ${at} saw the tide come in.`,
    );
    const body = `<title>Lamps</title>${sentences.join('')}`;
    const reading = await engineWith(20_000).read({ body, format: 'html' }, never);
    expect(reading).toMatchObject({ status: 'read', article: { title: 'Lamps' } });
  });

  it('reads a line of a batch, keeps its id and hands a path back', async () => {
    const engine = engineWith(20_000);
    const options = { asIs: true, maxBytes: 1000 };
    const text = 'One line.\nAnother line.';
    expect(await engine.readLine(line({ id: 'a', text }), options, never)).toMatchObject({
      status: 'done',
      id: 'a',
      reading: { article: { paragraphs: ['One line.', 'Another line.'] } },
    });
    expect(
      await engine.readLine(
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
    expect(await engine.readLine(line({ id: 'c', text: 'é'.repeat(501) }), options, never)).toEqual(
      {
        status: 'done',
        id: 'c',
        reading: { status: 'failed', problem: { code: 'too-large', limitBytes: 1000 } },
      },
    );
  });

  it('knows the id of a line whose worker was ended', async () => {
    const html = `<p>${'A long page takes its time, and more. '.repeat(20_000)}</p>`;
    const options = { asIs: false, maxBytes: 10_000_000 };
    expect(await engineWith(1).readLine(line({ id: 'slow', html }), options, never)).toEqual({
      status: 'done',
      id: 'slow',
      reading: { status: 'failed', problem: { code: 'reading-too-slow', limitMs: 1 } },
    });
  });
});
