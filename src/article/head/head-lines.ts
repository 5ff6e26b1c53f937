import { cleanAuthors, readByline } from './byline.ts';
import { findDateLine, readDate } from './date-line.ts';
import { isPersonName } from './person-name.ts';

/** Longer lines are text and not who wrote it or when. */
const MAX_HEAD_LINE_CHARS = 140;
/** Author and date stand among so many lines after the start. */
const MAX_HEAD_LINES = 12;

/** Who wrote it and when, from the lines above a story without markup. */
export interface HeadLines {
  readonly byline?: readonly string[];
  readonly publishedAt?: string;
  /** The lines that said it, by their index, and the rule that takes each out of the story. */
  readonly taken: ReadonlyMap<number, 'byline' | 'date-line'>;
}

/** Whether a line says who wrote the text or when, and nothing else. */
export function isHeadLine(line: string): boolean {
  if (line.length > MAX_HEAD_LINE_CHARS) return false;
  return findDateLine(line) !== undefined || readByline(line) !== undefined;
}

/** Finds the first byline and the first date among the lines at the start of a text. */
export function readHeadLines(lines: readonly string[]): HeadLines {
  const taken = new Map<number, 'byline' | 'date-line'>();
  let byline: readonly string[] | undefined;
  let publishedAt: string | undefined;
  for (const [index, line] of lines.slice(0, MAX_HEAD_LINES).entries()) {
    if (line.length > MAX_HEAD_LINE_CHARS) continue;
    const date = findDateLine(line);
    const names = date === undefined ? readByline(line) : undefined;
    if (date !== undefined) {
      taken.set(index, 'date-line');
      publishedAt ??= date.published ?? date.updated;
      // A name alone is a byline where the date stands right below it.
      const above = lines[index - 1];
      if (byline === undefined && above !== undefined && isPersonName(above)) {
        taken.set(index - 1, 'byline');
        byline = cleanAuthors([above]);
      }
    } else if (names !== undefined) {
      taken.set(index, 'byline');
      byline ??= names;
      publishedAt ??= readDate(line);
    }
  }
  return {
    ...(byline === undefined ? {} : { byline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    taken,
  };
}
