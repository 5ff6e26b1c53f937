import { cleanAuthors } from '../head/byline.ts';
import { isHeadLine, readHeadLines } from '../head/head-lines.ts';
import { findTitle, foldTitle } from './find-title.ts';
import type { Paragraph } from './join-lines.ts';
import type { LoadedPages } from './load-pages.ts';
import { cutParagraph, type PageCut } from './page-cut.ts';
import type { Line } from './text-page.ts';

/** Who wrote it and when stands among so many lines after the start. */
const MAX_HEAD_LINES = 20;
const MAX_TITLE_CHARS = 400;

export interface Head {
  readonly title: string;
  readonly byline: readonly string[];
  readonly publishedAt?: string;
  /** The paragraphs without those of the head. */
  readonly story: readonly Paragraph[];
  readonly cuts: readonly PageCut[];
}

/** The lines near the start that say who wrote the text or when, each of them a paragraph of its own. */
export function findHeadLines(lines: readonly Line[]): ReadonlySet<Line> {
  const first = lines.slice(0, MAX_HEAD_LINES).filter(({ page }) => page === lines[0]?.page);
  return new Set(first.filter(({ text }) => isHeadLine(text)));
}

/** Title, authors and date from the first page, and the story without them. */
export function readHead(
  paragraphs: readonly Paragraph[],
  loaded: LoadedPages,
  bodySize: number,
): Head {
  const firstNumber = paragraphs[0]?.lines[0]?.page;
  const firstPage = paragraphs.filter(({ lines }) => lines[0]?.page === firstNumber);
  const { title, from } = findTitle(firstPage, loaded.title, bodySize);
  const titled = new Set(from);
  const below = firstPage.filter((paragraph) => !titled.has(paragraph));
  const lines = readHeadLines(below.map(({ text }) => text));
  const said = below.flatMap((paragraph, index) => {
    const rule = lines.taken.get(index);
    return rule === undefined ? [] : [{ paragraph, rule }];
  });
  const taken = new Set([...from, ...said.map(({ paragraph }) => paragraph)]);
  const rest = paragraphs.filter((paragraph) => !taken.has(paragraph));
  const folded = foldTitle(title);
  const isAgain = ({ text }: Paragraph) =>
    folded !== '' && text.length < MAX_TITLE_CHARS && foldTitle(text) === folded;
  const byline = lines.byline ?? findStatedAuthor(loaded.author, firstPage);
  return {
    title,
    byline,
    ...(lines.publishedAt === undefined ? {} : { publishedAt: lines.publishedAt }),
    story: rest.filter((paragraph) => !isAgain(paragraph)),
    cuts: [
      ...said.map(({ paragraph, rule }) => cutParagraph(paragraph, rule)),
      ...rest.filter(isAgain).map((paragraph) => cutParagraph(paragraph, 'headline-again')),
    ],
  };
}

/** What a document states as its author is often who typed it: believed where the first page shows the name. */
function findStatedAuthor(author: string, firstPage: readonly Paragraph[]): readonly string[] {
  return cleanAuthors([author]).filter((name) => firstPage.some(({ text }) => text.includes(name)));
}
