import { detectLanguage } from '../../text/language.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Article } from '../article.ts';
import { readHeadLines } from '../head/head-lines.ts';
import { readText } from '../pasted/read-text.ts';
import { placeCuts } from '../place-cuts.ts';
import type { Reading } from '../reading.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { tidySource } from './tidy-source.ts';

export interface MarkdownOptions {
  /** Where the text was found. */
  readonly url?: string;
}

/** Ours: a long book has less. */
const MAX_CHARS = 2_000_000;
/** A title stands among so many blocks at the start. */
const TITLE_AMONG = 4;
/** So much text tells the language. */
const LANGUAGE_SAMPLE_CHARS = 20_000;

/**
 * Reads a Markdown text (CommonMark with GitHub's extensions, YAML front matter) into its article. Code,
 * tables, pictures and footnotes are cut. Text that nests beyond bounds is read as plain text. Never throws.
 */
export function readMarkdown(text: string, options: MarkdownOptions = {}): Reading {
  const source = text
    .slice(0, MAX_CHARS)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\0', '');
  const { frontMatter, body } = splitFrontMatter(source);
  const tidied = tidySource(body);
  if (tidied === undefined) {
    const { title } = frontMatter;
    return readText(body, { ...options, ...(title === undefined ? {} : { title }) });
  }
  const pieces = readBlocks(tidied)
    .map((block) => (isCut(block) ? block : { ...block, text: plainText(block.text) }))
    .filter((block) => isCut(block) || block.text !== '');
  const truncated = text.length > MAX_CHARS;
  return assemble({ pieces, frontMatter, truncated, options });
}

interface Parts {
  /** What stands in the text, cut or not. */
  readonly pieces: readonly Block[];
  readonly frontMatter: FrontMatter;
  readonly truncated: boolean;
  readonly options: MarkdownOptions;
}

function isCut({ rule }: Block): boolean {
  return rule !== undefined;
}

function assemble({ pieces, frontMatter, truncated, options }: Parts): Reading {
  const blocks = pieces.filter((block) => !isCut(block));
  const heading = findTitleHeading(blocks, frontMatter.title);
  const title = frontMatter.title ?? heading?.text ?? '';
  const rest = blocks.filter((block) => block !== heading);
  const head = readHeadLines(rest.map(({ text }) => text));
  const story = rest.filter((_, index) => !head.taken.has(index));
  if (story.every(({ depth }) => depth !== undefined)) {
    return { status: 'failed', problem: { code: 'not-an-article', kind: 'empty' } };
  }
  const publishedAt = frontMatter.publishedAt ?? head.publishedAt;
  const { canonicalUrl, siteName } = frontMatter;
  const article: Article = {
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    title,
    byline: frontMatter.byline ?? head.byline ?? [],
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(siteName === undefined ? {} : { siteName }),
    language: frontMatter.language ?? detectLanguage(sampleOf(story)),
    paragraphs: story.map(({ text }) => text),
    subheads: story.flatMap(({ depth }, index) => (depth === undefined ? [] : [index])),
    notes: truncated ? ['truncated'] : [],
  };
  const said = new Map(rest.map((block, index) => [block, head.taken.get(index)]));
  const cuts = placeCuts(
    pieces
      .filter((block) => block !== heading)
      .map((block) => ({ text: block.text, rule: block.rule ?? said.get(block) })),
  );
  return { status: 'read', article, cuts };
}

/** The heading that is the title: the first of the first level, or one near the start that is above all others. */
function findTitleHeading(blocks: readonly Block[], stated: string | undefined): Block | undefined {
  const start = blocks.slice(0, TITLE_AMONG);
  if (stated !== undefined) return start.find((block) => isHeadingOf(block, stated));
  const first = blocks.find(({ depth }) => depth === 1);
  if (first !== undefined) return first;
  const near = start.find(({ depth }) => depth !== undefined);
  if (near === undefined || near === blocks[0]) return near;
  const rivals = blocks.filter(({ depth = 7 }) => depth <= (near.depth ?? 6));
  return rivals.length === 1 ? near : undefined;
}

function isHeadingOf({ text, depth }: Block, title: string): boolean {
  return depth !== undefined && foldTitle(text) === foldTitle(title);
}

function foldTitle(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function sampleOf(blocks: readonly Block[]): string {
  return blocks
    .slice(0, 200)
    .map(({ text }) => text.slice(0, LANGUAGE_SAMPLE_CHARS / 10))
    .join('\n')
    .slice(0, LANGUAGE_SAMPLE_CHARS);
}
