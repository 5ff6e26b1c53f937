import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder of reference pages: NUTGRAF_CORPORA, or the one beside the project. */
export function corporaFolder(env: Readonly<Record<string, string | undefined>>): string {
  const project = path.resolve(import.meta.dirname, '..');
  return path.resolve(project, env['NUTGRAF_CORPORA'] ?? '../shared/corpora');
}

/** A page and the text of its article as a person marked it. */
export interface AnnotatedPage {
  readonly id: string;
  readonly url: string;
  readonly reference: string;
}

interface TruthEntry {
  readonly url: string;
  readonly articleBody: string;
}

/** The annotated pages by id, or `undefined` where the corpus is not there. */
export function findAnnotatedPages(corpora: string): readonly AnnotatedPage[] | undefined {
  const file = path.join(corpora, 'extraction', 'truth.json');
  if (!existsSync(file)) return undefined;
  const truth = JSON.parse(readFileSync(file, 'utf8')) as Record<string, TruthEntry>;
  return Object.entries(truth)
    .map(([id, entry]) => ({ id, url: entry.url, reference: entry.articleBody }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The HTML of an annotated page. */
export function loadHtml(corpora: string, page: AnnotatedPage): string {
  const file = path.join(corpora, 'extraction', 'html', `${page.id}.html.gz`);
  return gunzipSync(readFileSync(file)).toString('utf8');
}

/** The text of each whole page by id, or `undefined` where the corpus is not there. */
export function findPageTexts(corpora: string): ReadonlyMap<string, string> | undefined {
  const file = path.join(corpora, 'page-text', 'pages.json');
  if (!existsSync(file)) return undefined;
  const pages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly text: string }>;
  return new Map(Object.entries(pages).map(([id, page]) => [id, page.text]));
}

/** A folder of the project's own fixtures: its name, path and files. */
export interface FixtureFolder {
  readonly name: string;
  readonly path: string;
  readonly files: readonly string[];
}

/** Every fixture folder of a kind (`pages`, `pasted`), by name. */
export function findFixtures(fixtures: string, kind: string): readonly FixtureFolder[] {
  const root = path.join(fixtures, kind);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const folder = path.join(root, entry.name);
      return { name: entry.name, path: folder, files: readdirSync(folder) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A clean news text of a corpus. */
export interface NewsText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/** The texts whose quotes are annotated, or `undefined` where the corpus is not there. */
export function findQuoteTexts(corpora: string, language: string): readonly NewsText[] | undefined {
  const file = path.join(corpora, 'quotes', `articles-${language}.json`);
  if (!existsSync(file)) return undefined;
  const { articles } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly articles: readonly NewsText[];
  };
  return articles;
}

/** What the scorer of quotes holds predictions against. */
export function loadQuoteTruth(corpora: string, language: string): unknown {
  const file = path.join(corpora, 'quotes', `truth-${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

/** The texts that summaries are measured on, or `undefined` where the corpus is not there. */
export function findSummaryTexts(corpora: string): readonly NewsText[] | undefined {
  const file = path.join(corpora, 'summaries', 'dev.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as readonly NewsText[])
    : undefined;
}
