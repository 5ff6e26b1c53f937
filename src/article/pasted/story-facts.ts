import { findByline, readByline } from '../head/byline.ts';
import { findDateLine, readDate } from '../head/date-line.ts';
import type { PageLine } from './page-line.ts';
import type { FoundStory } from './found-story.ts';

/** How far above the headline and below the story's first line facts are looked for, in lines. */
const ABOVE = 12;
const BELOW = 3;
/** A kicker or a photographer's credit is not what a lone "By" is followed by. */
const MAX_NAME_CHARS = 60;

/** The authors: from the byline nearest to the headline, else from one below the story. */
export function findAuthors(lines: readonly PageLine[], found: FoundStory): readonly string[] {
  const { head, foot } = factLines(lines, found);
  for (const read of [readByline, findByline]) {
    for (const at of [...head, ...foot]) {
      const text = lines[at]?.text ?? '';
      const next = lines[at + 1]?.text ?? '';
      const names = read(text) ?? [];
      if (names.length > 0) return names;
      const joined =
        text.length <= 12 && next.length <= MAX_NAME_CHARS
          ? (readByline(`${text} ${next}`) ?? [])
          : [];
      if (joined.length > 0) return joined;
    }
  }
  return [];
}

/** When it was published: from the date line nearest to the headline; when it was changed if that is all it says. */
export function findPublished(lines: readonly PageLine[], found: FoundStory): string | undefined {
  const { head } = factLines(lines, found);
  let updated: string | undefined;
  for (const at of head) {
    const date = findDateLine(lines[at]?.text ?? '');
    if (date?.published !== undefined) return withClock(date.published, lines[at + 1]?.text ?? '');
    updated ??= date?.updated;
  }
  if (updated !== undefined) return updated;
  const dated = head.find(
    (at) => lines[at]?.dated === true && readDate(lines[at].text) !== undefined,
  );
  return dated === undefined ? undefined : readDate(lines[dated]?.text ?? '');
}

/** A time on the line below the day belongs to it. */
function withClock(date: string, next: string): string {
  if (date.length > 10 || next.length > 24 || !/^\d{1,2}[:.]\d{2}/u.test(next)) return date;
  return findDateLine(`${date} ${next}`)?.published ?? date;
}

interface FactLines {
  /** Between headline and story, then upwards from the headline. */
  readonly head: readonly number[];
  /** Right below the story. */
  readonly foot: readonly number[];
}

/** The lines that may tell the story's facts. */
function factLines(lines: readonly PageLine[], found: FoundStory): FactLines {
  const first = lines.findIndex((line) => found.kept.has(line));
  const last = lines.findLastIndex((line) => found.kept.has(line));
  const from =
    found.titleAt >= 0 && found.titleAt <= first ? found.titleAt + 1 : Math.max(0, first - ABOVE);
  const range = (start: number, end: number): readonly number[] => {
    const all = Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step);
    return all.filter((at) => lines[at] !== undefined && !found.kept.has(lines[at]));
  };
  const head = [
    ...range(from, first + BELOW),
    ...[...range(Math.max(0, from - ABOVE), from)].reverse(),
  ];
  return { head, foot: range(last + 1, last + 1 + BELOW) };
}
