import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Article } from '../../src/article/article.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import type { Explanation } from '../../src/summary/explanation.ts';
import type { Summary } from '../../src/summary/summary.ts';
import { harbourPage } from './harbour-page.ts';
import { run } from './run.ts';
import { makeFolder } from './temp-folder.ts';

interface Answer {
  readonly article: Article;
  readonly quotes: readonly Quote[];
  readonly summary: Summary;
  readonly explanation?: Explanation;
}

const example = resolve(import.meta.dirname, '../../examples/harbour.html');
const title = 'After six winters of mud and lawsuits, Port Ansel gets its deep harbour back';
const about =
  'The Harbour Ledger · Maren Oduya, Tobias Fell · 2 April 2031, 10:40 (UTC+1) · 3 min read';
const folder = makeFolder({
  'harbour.html': readFileSync(example),
  'hostile.html': harbourPage.replaceAll('opens', 'opens\u001B[31m\u009B2J\u202E\u0007'),
});
const cwd = folder.path;
afterAll(() => folder.remove());

async function answer(...argv: readonly string[]): Promise<Answer> {
  const { out } = await run([...argv, 'harbour.html', '--json'], { cwd });
  return JSON.parse(out) as Answer;
}

describe('nutgraf summarize', () => {
  it('prints title, about, bullets and the quotes with their speakers plainly into a pipe', async () => {
    const { exitCode, out, err } = await run(['summarize', 'harbour.html'], { cwd });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual([title, about, '']);
    expect(lines.filter((line) => line.startsWith('• ')).length).toBeGreaterThan(1);
    const quoteAt = lines.findIndex((line) => /^“.*”$/u.test(line));
    expect(lines[quoteAt - 1]).toBe('');
    expect(lines[quoteAt + 1]).toMatch(/^— \p{Lu}\p{Ll}+ \p{Lu}/u);
    expect(out).not.toContain('\u001B');
  });

  it('fits a terminal and sets the quotes off', async () => {
    const { out } = await run(['summarize', 'harbour.html'], { cwd, columns: 40 });
    const lines = out.split('\n').map((line) => line.replaceAll(/\u001B\[\d+m/gu, ''));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.some((line) => line.startsWith('  │ “'))).toBe(true);
    expect(lines.some((line) => line.startsWith('  │ — '))).toBe(true);
  });

  it('prints article, quotes and summary as JSON, keys in order', async () => {
    const result = await answer('summarize');
    expect(Object.keys(result)).toEqual(['article', 'quotes', 'summary']);
    expect(Object.keys(result.summary)).toEqual(['length', 'bullets', 'quotes']);
    expect(result.summary.length).toBe('standard');
    const places = [
      ...result.summary.bullets.flatMap(({ evidence }) => evidence),
      ...result.quotes.flatMap(({ spans }) => spans),
    ];
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      expect(Object.keys(place)).toEqual(['paragraph', 'start', 'end']);
      expect(result.article.paragraphs[place.paragraph]?.length).toBeGreaterThanOrEqual(place.end);
    }
    expect(result.quotes[0]).toMatchObject({ speaker: 'Ruth Calloway' });
  });

  it('is as long as is wanted, with as many quotes', async () => {
    const { summary } = await answer('summarize', '--length', 'brief', '--quotes', '0');
    expect(summary.length).toBe('brief');
    expect(summary.bullets.length).toBeLessThanOrEqual(2);
    expect(summary.quotes).toEqual([]);
  });

  it('prints Markdown', async () => {
    const { out } = await run(['summarize', 'harbour.html', '--markdown'], { cwd });
    expect(out).toMatch(/^# After six winters .*\n\nThe Harbour Ledger · .*\n\n- /u);
    expect(out).toMatch(/\n\n> “.*”\n>\n> — \p{Lu}\p{Ll}+ \p{Lu}/u);
  });

  it('tells with --explain what was weighed and what became of it', async () => {
    const { out } = await run(['summarize', 'harbour.html', '--explain'], { cwd });
    expect(out).toMatch(
      /\n\nSentences, and what became of them:\n(?:chosen|left out) [^]*\nleft out/u,
    );
    const { explanation, summary } = await answer('summarize', '--explain');
    expect(explanation?.sentences.some(({ verdict }) => verdict === 'chosen')).toBe(true);
    const shown = explanation?.quotes.filter(({ verdict }) => verdict === 'chosen');
    expect(shown?.map(({ text }) => text)).toEqual(summary.quotes.map(({ text }) => text));
  });

  it('gives of a short text what it has, and says that there is none in a bare link', async () => {
    const stdin = 'https://quay.example/eels';
    const { out, exitCode } = await run(['summarize', '-'], { stdin });
    expect([exitCode, out]).toEqual([1, '']);
    const short = await run(['summarize', '-'], {
      stdin: 'The eels came back to Kelp Bay on Friday. Nobody at the quay had seen them leave.',
    });
    expect(short.exitCode).toBe(0);
    expect(short.out).toContain('• The eels came back to Kelp Bay on Friday.');
  });

  it.each([[[]], [['--markdown']], [['--json']], [['--explain']]])(
    'lets no control character of a page through with %j',
    async (flags) => {
      const { out } = await run(['summarize', 'hostile.html', ...flags], {
        cwd,
        env: { NO_COLOR: '1' },
        columns: 80,
      });
      expect(out).toContain('opens');
      expect(out).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E]/u);
    },
  );

  it('says in one sentence why it cannot read something', async () => {
    const ran = await run(['summarize', 'absent.html'], { cwd });
    const sentence = 'There is no file “absent.html”; if it is a link, begin it with https://.';
    expect(ran).toEqual({ exitCode: 1, out: '', err: `${sentence}\n` });
  });
});

describe('nutgraf quotes', () => {
  it('prints every quote with its speaker', async () => {
    const { exitCode, out } = await run(['quotes', 'harbour.html'], { cwd });
    expect(exitCode).toBe(0);
    expect(out).toContain(`${title}\n${about}\n\n“I stopped believing in dates`);
    expect(out).toContain('until I could see her lights.”\n— Ruth Calloway');
    expect(out).toContain('It is a very wide margin.”\n— ');
  });

  it('prints JSON and Markdown', async () => {
    expect(Object.keys(await answer('quotes'))).toEqual(['article', 'quotes']);
    const { out } = await run(['quotes', 'harbour.html', '--markdown'], { cwd });
    expect(out).toMatch(/> “I stopped .*”\n>\n> — Ruth Calloway/u);
  });

  it('says that nobody is quoted', async () => {
    const stdin = 'The eels came back to Kelp Bay on Friday. Nobody had seen them come.';
    const { exitCode, out } = await run(['quotes', '-'], { stdin });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/\n\nNobody is quoted in this\.\n$/u);
  });
});
