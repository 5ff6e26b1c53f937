import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../src/article/article.ts';
import { readHtml } from '../src/article/html/read-html.ts';
import { readMarkdown } from '../src/article/markdown/read-markdown.ts';
import { readText } from '../src/article/pasted/read-text.ts';
import type { Reading } from '../src/article/reading.ts';
import { findFixtures, type FixtureFolder } from './corpora.ts';
import type { Measured, Places, Row } from './measure.ts';

/** The kinds of fixtures: their folder, the file in each, and what reads it. */
const KINDS: readonly Kind[] = [
  { folder: 'pages', file: 'page.html', read: readHtml },
  { folder: 'pasted', file: 'page.txt', read: readText },
  { folder: 'markdown', file: 'page.md', read: readMarkdown },
];

interface Kind {
  readonly folder: string;
  readonly file: string;
  readonly read: (text: string, options: { readonly url?: string }) => Reading;
}

interface Expected extends Partial<Pick<Article, 'url' | 'title' | 'byline' | 'publishedAt'>> {
  /** The page, from the fixture's folder, where it is not the usual file. */
  readonly page?: string;
}

interface Outcome {
  readonly title: boolean;
  readonly authors: boolean;
  readonly date: boolean;
}

const MEASURES: readonly { readonly key: keyof Outcome; readonly bestElsewhere: string }[] = [
  { key: 'title', bestElsewhere: 'defuddle .80 (990 other pages)' },
  { key: 'authors', bestElsewhere: 'defuddle .57 (990 other pages)' },
  { key: 'date', bestElsewhere: 'defuddle .62 (990 other pages)' },
];

/** How often title, authors and date are exactly right on the project's own pages. */
export function measureFixtures({ fixtures }: Places): Promise<Measured> {
  const outcomes = KINDS.flatMap((kind) =>
    findFixtures(fixtures, kind.folder)
      .filter(({ files }) => files.includes('expected.json'))
      .map((folder) => judge(kind, folder))
      .filter((outcome) => outcome !== undefined),
  );
  if (outcomes.length === 0) {
    return Promise.resolve({ status: 'left-out', why: `no fixtures in ${fixtures}` });
  }
  return Promise.resolve({
    status: 'measured',
    rows: MEASURES.map((measure) => rowOf(measure, outcomes)),
  });
}

/** `undefined` for a page that is expected to give no article. */
function judge(kind: Kind, folder: FixtureFolder): Outcome | undefined {
  const file = readFileSync(path.join(folder.path, 'expected.json'), 'utf8');
  const expected = JSON.parse(file) as Expected;
  if (expected.title === undefined) return undefined;
  const text = readFileSync(path.resolve(folder.path, expected.page ?? kind.file), 'utf8');
  const reading = kind.read(text, expected.url === undefined ? {} : { url: expected.url });
  const found = reading.status === 'read' ? reading.article : undefined;
  return {
    title: found?.title === expected.title,
    authors: (found?.byline ?? []).join('\n') === (expected.byline ?? []).join('\n'),
    date: found !== undefined && found.publishedAt === expected.publishedAt,
  };
}

function rowOf(measure: (typeof MEASURES)[number], outcomes: readonly Outcome[]): Row {
  const right = outcomes.filter((outcome) => outcome[measure.key]).length;
  return {
    measure: `${measure.key} right, on the project's own pages`,
    here: `${(right / outcomes.length).toFixed(2)} (${right} of ${outcomes.length})`,
    bestElsewhere: measure.bestElsewhere,
    reach: 'all',
    reached: right === outcomes.length,
  };
}
