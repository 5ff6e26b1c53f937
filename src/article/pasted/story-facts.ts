import { readByline } from '../byline.ts';
import { findDateLine } from '../date-line.ts';
import type { PageLine } from './page-line.ts';
import type { FoundStory } from './found-story.ts';

/** How far above the headline and below the story's first line facts are looked for, in lines. */
const above = 12;
const below = 3;
/** A kicker or a photographer's credit is not what a lone "By" is followed by. */
const maxNameChars = 60;

/** The authors: from the byline nearest to the headline, else from one below the story. */
export function findAuthors(lines: readonly PageLine[], found: FoundStory): readonly string[] {
  for (const at of factLines(lines, found)) {
    const text = lines[at]?.text ?? '';
    const next = lines[at + 1]?.text ?? '';
    const names = readByline(text) ?? [];
    if (names.length > 0) return names;
    const joined = text.length <= 12 && next.length <= maxNameChars ? (readByline(`${text} ${next}`) ?? []) : [];
    if (joined.length > 0) return joined;
  }
  return [];
}

/** When it was published: from the date line nearest to the headline; when it was changed if that is all it says. */
export function findPublished(lines: readonly PageLine[], found: FoundStory): string | undefined {
  let updated: string | undefined;
  for (const at of factLines(lines, found)) {
    const date = findDateLine(lines[at]?.text ?? '');
    if (date?.published !== undefined) return withClock(date.published, lines[at + 1]?.text ?? '');
    updated ??= date?.updated;
  }
  return updated;
}

/** A time on the line below the day belongs to it. */
function withClock(date: string, next: string): string {
  if (date.length > 10 || next.length > 24) return date;
  const joined = /^\d{1,2}[:.]\d{2}/u.test(next) ? findDateLine(`${date} ${next}`)?.published : undefined;
  return joined ?? date;
}

/** The lines that may tell the story's facts: between headline and story, above the headline, right below the story. */
function factLines(lines: readonly PageLine[], found: FoundStory): readonly number[] {
  const places = lines.flatMap((line, at) => (found.kept.has(line) ? [at] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const from = found.titleAt >= 0 && found.titleAt <= first ? found.titleAt + 1 : Math.max(0, first - above);
  const range = (start: number, end: number): readonly number[] =>
    Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step).filter((at) => at >= 0 && at < lines.length && !found.kept.has(lines[at] as PageLine));
  return [...range(from, first + below), ...range(Math.max(0, from - above), from).reverse(), ...range(last + 1, last + 1 + below)];
}
