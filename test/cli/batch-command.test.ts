import { PassThrough, Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Quote } from '../../src/quotes/quote.ts';
import type { Summary } from '../../src/summary/summary.ts';
import { harbourPage } from './harbour-page.ts';
import { run } from './run.ts';
import { makeFolder } from './temp-folder.ts';

interface AnswerLine {
  readonly id: string | number | null;
  readonly article?: {
    readonly title: string;
    readonly url?: string;
    readonly paragraphs: string[];
  };
  readonly quotes?: readonly Quote[];
  readonly summary?: Summary;
  readonly problem?: { readonly code: string; readonly message: string };
}

const folder = makeFolder({ 'harbour.html': harbourPage });
afterAll(() => folder.remove());

function answers(out: string): readonly AnswerLine[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerLine);
}

/** What is in use when all garbage is gone. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const ndjson = (...values: readonly unknown[]): string =>
  values
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)) + '\n')
    .join('');

describe('nutgraf batch', () => {
  it('answers html, text and path lines in order', async () => {
    const stdin = ndjson(
      { id: 'page', html: harbourPage, url: 'https://quay.example/harbour' },
      { id: 2, path: 'harbour.html' },
      { id: 'text', text: 'First line.\nSecond line.', title: 'Two lines' },
    );
    const { exitCode, out } = await run(['batch', '--as-text'], { stdin, cwd: folder.path });
    expect(exitCode).toBe(0);
    const [page, path, text] = answers(out);
    expect(page).toMatchObject({
      id: 'page',
      article: { url: 'https://quay.example/harbour', title: 'Harbour opens again' },
    });
    expect(path).toMatchObject({ id: 2, article: { title: 'Harbour opens again' } });
    expect(text).toMatchObject({
      id: 'text',
      article: { title: 'Two lines', paragraphs: ['First line.', 'Second line.'] },
    });
  });

  it('adds every quote and a summary, or stops where it is told to', async () => {
    const stdin = ndjson({ id: 1, html: harbourPage }, { id: 2, path: 'harbour.html' });
    const keysOf = async (...flags: readonly string[]): Promise<readonly string[][]> => {
      const { out } = await run(['batch', ...flags], { stdin, cwd: folder.path });
      return answers(out).map((answer) => Object.keys(answer));
    };
    const all = ['id', 'article', 'quotes', 'summary'];
    expect(await keysOf()).toEqual([all, all]);
    expect(await keysOf('--only', 'quotes')).toEqual([all.slice(0, 3), all.slice(0, 3)]);
    expect(await keysOf('--only', 'article')).toEqual([all.slice(0, 2), all.slice(0, 2)]);
  });

  it('summarizes at the wanted length with the wanted number of quotes', async () => {
    const stdin = ndjson({ id: 1, html: harbourPage });
    const { out } = await run(['batch', '--length', 'brief', '--quotes', '0'], { stdin });
    const [answer] = answers(out);
    expect(answer?.quotes?.length).toBe(1);
    expect(answer?.summary).toMatchObject({ length: 'brief', quotes: [] });
    const standard = await run(['batch'], { stdin });
    expect(answers(standard.out)[0]?.summary).toMatchObject({ length: 'standard' });
  });

  it('points with every span to its words', async () => {
    const stdin = ndjson({ id: 1, html: harbourPage });
    const [answer] = answers((await run(['batch'], { stdin })).out);
    for (const { text, spans } of answer?.quotes ?? []) {
      const words = spans.map(({ paragraph, start, end }) =>
        answer?.article?.paragraphs[paragraph]?.slice(start, end),
      );
      expect(words.join(' ')).toBe(text);
    }
    const keys = answer?.summary?.bullets.map((bullet) => Object.keys(bullet));
    expect(keys?.length).toBeGreaterThan(0);
    expect(new Set(keys?.flat())).toEqual(new Set(['text', 'evidence']));
  });

  it('answers lines that ask for nothing in their place and goes on', async () => {
    const stdin = ndjson(
      'no json',
      { id: 1 },
      '',
      '  ',
      { id: 2, path: 'absent' },
      { id: 3, html: harbourPage },
    );
    const { exitCode, out } = await run(['batch', '--only', 'article'], {
      stdin: `\uFEFF${stdin}`,
    });
    expect(exitCode).toBe(0);
    expect(answers(out).map(({ id, problem }) => [id, problem?.code])).toEqual([
      [null, 'bad-line'],
      [1, 'bad-line'],
      [2, 'file-not-found'],
      [3, undefined],
    ]);
    expect(answers(out)[0]?.problem?.message).toBe('This line is no JSON.');
  });

  it('reads on after a line that is too long', async () => {
    const own = makeFolder({ 'small.yaml': 'batch:\n  maxLineBytes: 2000\n' });
    const long = { id: 1, text: 'x'.repeat(5000) };
    const ran = await run(['batch'], {
      stdin: ndjson(long, { id: 2, html: harbourPage.slice(0, 10) }),
      cwd: own.path,
      env: { NUTGRAF_CONFIG: 'small.yaml' },
    });
    own.remove();
    const [first, second] = answers(ran.out);
    expect(first).toEqual({
      id: null,
      problem: { code: 'bad-line', message: 'This line is longer than 2 KB.' },
    });
    expect(second?.id).toBe(2);
  });

  it('turns no line away, however few may wait', async () => {
    const own = makeFolder({ 'small.yaml': 'engine:\n  maxWaiting: 1\n' });
    const large = `<!-- ${'x'.repeat(1024 * 1024)} -->`;
    const stdin = ndjson(...[1, 2, 3].map((id) => ({ id, html: harbourPage + large })));
    const env = { NUTGRAF_CONFIG: 'small.yaml' };
    const { out } = await run(['batch'], { stdin, cwd: own.path, env });
    own.remove();
    expect(answers(out).map(({ problem }) => problem)).toEqual([undefined, undefined, undefined]);
  });

  it('takes the last line without its line break, and no line at all', async () => {
    const { out } = await run(['batch'], { stdin: ndjson({ id: 1, html: harbourPage }).trimEnd() });
    expect(answers(out).map(({ id }) => id)).toEqual([1]);
    expect(await run(['batch'], { stdin: '' })).toEqual({ exitCode: 0, out: '', err: '' });
  });

  it('answers as soon as it can, while the stream is still open', async () => {
    const stdin = new PassThrough();
    const answered = new Promise<string>((resolve) => {
      void run(['batch'], { stdin, onOut: resolve });
    });
    stdin.write(ndjson({ id: 'early', html: harbourPage }));
    expect(answers(await answered)[0]?.id).toBe('early');
    stdin.end();
  });

  it('stops at once when it is interrupted', async () => {
    const stop = new AbortController();
    const batch = run(['batch'], { stdin: new PassThrough(), signal: stop.signal });
    stop.abort();
    expect(await batch).toEqual({ exitCode: 130, out: '', err: '' });
  });

  it('shows on a terminal how far it is', async () => {
    const stdin = ndjson({ id: 1, html: harbourPage }, { id: 2 });
    const { err } = await run(['batch'], { stdin, isErrTty: true });
    expect(err).toMatch(/\r\u001B\[K1 read, 1 could not be read\n$/u);
  });

  it('answers a long stream in order and in flat memory', async () => {
    const count = process.env['NUTGRAF_TEST_LONG'] === '1' ? 5000 : 300;
    const filler = '<!-- nothing to see here -->'.repeat(2000);
    const sizes: number[] = [];
    const seen: (number | string | null)[] = [];
    function* lines(): Generator<Buffer> {
      for (let id = 0; id < count; id += 1)
        yield Buffer.from(ndjson({ id, html: harbourPage + filler }));
    }
    await run(['batch'], {
      stdin: Readable.from(lines()),
      onOut(text) {
        seen.push(...answers(text).map(({ id }) => id));
        if (seen.length % 50 === 0) sizes.push(heldBytes());
      },
    });
    expect(seen).toEqual(Array.from({ length: count }, (_, id) => id));
    // The least of each half: a line is at work in one sample and not in the next, what leaks is in all.
    const half = Math.floor(sizes.length / 2);
    const grown = Math.min(...sizes.slice(half)) - Math.min(...sizes.slice(0, half));
    // A leak of the pages would be 8 MB in the short run and 140 MB in the long one.
    expect(grown).toBeLessThan(2 * 1024 * 1024);
  }, 600_000);
});
