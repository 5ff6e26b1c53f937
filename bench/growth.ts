import { readHtml } from '../src/article/html/read-html.ts';
import { readMarkdown } from '../src/article/markdown/read-markdown.ts';
import { readText } from '../src/article/pasted/read-text.ts';
import { summaryOf } from './chain.ts';
import { writeQuotedStory, writeStory } from './invented-story.ts';
import type { Measured, Row } from './measure.ts';
import { timeInTurns } from './time.ts';

const PARAGRAPHS = 40;
const TIMES = 10;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 9;
const REACH_RATIO = 12;

interface Kind {
  readonly name: string;
  readonly render: (paragraphs: readonly string[]) => string;
  readonly read: (text: string) => unknown;
  readonly write?: (paragraphs: number) => readonly string[];
}

const KINDS: readonly Kind[] = [
  { name: 'HTML', render: renderPage, read: (html) => readHtml(html, {}) },
  { name: 'plain text', render: joinParagraphs, read: (text) => readText(text, {}) },
  { name: 'Markdown', render: joinParagraphs, read: (text) => readMarkdown(text, {}) },
  {
    name: 'text to summary',
    render: joinParagraphs,
    read: (text) => summaryOf(readText(text, { asIs: true })),
    write: writeQuotedStory,
  },
];

/** What reading or summarizing a text costs that is ten times longer. */
export async function measureGrowth(): Promise<Measured> {
  const rows: Row[] = [];
  for (const kind of KINDS) rows.push(await measureKind(kind));
  return { status: 'measured', rows };
}

async function measureKind(kind: Kind): Promise<Row> {
  const write = kind.write ?? writeStory;
  const inputs = [PARAGRAPHS, PARAGRAPHS * TIMES].map((count) => kind.render(write(count)));
  const ways = new Map([[kind.name, kind.read]]);
  await timeInTurns(ways, inputs, WARM_UP_ROUNDS);
  const [short = 0, long = 0] = (await timeInTurns(ways, inputs, ROUNDS)).get(kind.name) ?? [];
  const ratio = long / short;
  return {
    measure: `cost of a ${TIMES} times longer text: ${kind.name}`,
    here: `${ratio.toFixed(1)} times (${short.toFixed(1)} ms, ${long.toFixed(1)} ms)`,
    bestElsewhere: '',
    reach: `<= ${REACH_RATIO} times`,
    reached: ratio <= REACH_RATIO,
  };
}

function joinParagraphs(paragraphs: readonly string[]): string {
  return ['The Ferry That Came Back', ...paragraphs].join('\n\n');
}

function renderPage(paragraphs: readonly string[]): string {
  const links = Array.from({ length: 12 }, (_, n) => `<li><a href="/part-${n}">Part ${n}</a></li>`);
  return [
    '<!doctype html><html lang="en"><head><title>The Ferry That Came Back</title></head><body>',
    `<nav><ul>${links.join('')}</ul></nav><main><article><h1>The Ferry That Came Back</h1>`,
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    '</article></main><footer><p>All rights reserved.</p></footer></body></html>',
  ].join('\n');
}
