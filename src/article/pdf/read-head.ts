import type { Cut } from '../article.ts';
import { cleanAuthors, readByline } from '../byline.ts';
import { findDateLine, readDate } from '../date-line.ts';
import { isPersonName } from '../person-name.ts';
import { findTitle, foldTitle } from './find-title.ts';
import type { Paragraph } from './join-lines.ts';
import type { LoadedPages } from './load-pages.ts';
import type { Line } from './text-page.ts';

/** Lines longer than this are text and not who wrote it or when. */
const MAX_HEAD_LINE_CHARS = 140;
/** Author and date stand among so many paragraphs after the start. */
const MAX_HEAD_PARAGRAPHS = 12;

const MAX_HEAD_LINES = 20;

export interface Head {
  readonly title: string;
  readonly byline: readonly string[];
  readonly publishedAt?: string;
  /** The paragraphs without those of the head. */
  readonly story: readonly Paragraph[];
  readonly cuts: readonly Cut[];
}

/** The lines near the start that say who wrote the text or when, each of them a paragraph of its own. */
export function findHeadLines(lines: readonly Line[]): ReadonlySet<Line> {
  const first = lines.slice(0, MAX_HEAD_LINES).filter(({ page }) => page === lines[0]?.page);
  return new Set(
    first.filter(
      ({ text }) =>
        text.length <= MAX_HEAD_LINE_CHARS &&
        (findDateLine(text) !== undefined || readByline(text) !== undefined),
    ),
  );
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
  const lines = readHeadLines(firstPage.filter((paragraph) => !from.includes(paragraph)));
  const taken = new Set([...from, ...lines.taken.keys()]);
  const rest = paragraphs.filter((paragraph) => !taken.has(paragraph));
  const again = rest.filter(
    ({ text }) => text.length < 400 && foldTitle(text) === foldTitle(title),
  );
  const byline = lines.byline ?? findStatedAuthor(loaded.author, firstPage);
  return {
    title,
    byline,
    ...(lines.publishedAt === undefined ? {} : { publishedAt: lines.publishedAt }),
    story: rest.filter((paragraph) => !again.includes(paragraph)),
    cuts: [
      ...[...lines.taken].map(([{ text }, rule]) => ({ text, rule })),
      ...again.map(({ text }) => ({ text, rule: 'headline-again' })),
    ],
  };
}

interface HeadLines {
  readonly byline?: readonly string[];
  readonly publishedAt?: string;
  readonly taken: ReadonlyMap<Paragraph, string>;
}

/** The first byline and the first date among the short lines at the start. */
function readHeadLines(firstPage: readonly Paragraph[]): HeadLines {
  const taken = new Map<Paragraph, string>();
  let byline: readonly string[] | undefined;
  let publishedAt: string | undefined;
  const head = firstPage.slice(0, MAX_HEAD_PARAGRAPHS);
  for (const [index, paragraph] of head.entries()) {
    if (paragraph.text.length > MAX_HEAD_LINE_CHARS) continue;
    const date = findDateLine(paragraph.text);
    const names = date === undefined ? readByline(paragraph.text) : undefined;
    if (date !== undefined) {
      taken.set(paragraph, 'date-line');
      publishedAt ??= date.published ?? date.updated;
      // A name alone is a byline where the date stands right below it.
      const above = head[index - 1];
      if (byline === undefined && above !== undefined && isPersonName(above.text)) {
        taken.set(above, 'byline');
        byline = cleanAuthors([above.text]);
      }
    } else if (names !== undefined) {
      taken.set(paragraph, 'byline');
      byline ??= names;
      publishedAt ??= readDate(paragraph.text);
    }
  }
  return {
    ...(byline === undefined ? {} : { byline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    taken,
  };
}

/** What a document states as its author is often who typed it: believed where the first page shows the name. */
function findStatedAuthor(author: string, firstPage: readonly Paragraph[]): readonly string[] {
  return cleanAuthors([author]).filter((name) => firstPage.some(({ text }) => text.includes(name)));
}
