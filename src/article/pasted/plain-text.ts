import { headsEnd } from '../furniture/line-kind.ts';
import { findHeadline } from './headline.ts';
import type { PageLine } from './page-line.ts';
import type { FoundStory, StoryHints } from './found-story.ts';

/** More lines of a page's own than this in a hundred words' worth of text, and it is a page. */
const MAX_FURNITURE_SHARE = 0.12;
const MAX_FURNITURE = 6;
/** The least part of the words that has to stand in paragraphs. */
const MIN_PROSE_SHARE = 0.6;
/** So many lines may be short and without an end: subheads, list items. */
const MAX_OPEN_SHARE = 0.4;

/** Whether a text is an article as it was written and not a page around one. */
export function isPlainText(lines: readonly PageLine[]): boolean {
  const furniture = lines.filter(
    (line) => line.kind !== undefined && !HEAD_KINDS.has(line.kind),
  ).length;
  const words = lines.reduce((sum, line) => sum + line.words, 0);
  const prose = lines.reduce(
    (sum, line) => sum + (line.closed || line.words > 15 ? line.words : 0),
    0,
  );
  if (furniture > Math.min(MAX_FURNITURE, lines.length * MAX_FURNITURE_SHARE)) return false;
  if (lines.some((line, at) => at > 1 && line.headsEnd && at < lines.length - 1)) return false;
  const open = lines.filter((line) => !line.closed && line.words <= 15).length;
  return (
    (prose >= words * MIN_PROSE_SHARE && open <= Math.max(4, lines.length * MAX_OPEN_SHARE)) ||
    isList(lines)
  );
}

/** Keeps everything but the headline, the lines about author and date at the head, and plain furniture. */
export function readPlainText(lines: readonly PageLine[], hints: StoryHints): FoundStory {
  const titleAt = findTitle(lines, hints);
  const headEnd = titleAt + 6;
  const kept = lines.filter((line, at) => {
    if (at === titleAt) return false;
    if (line.kind === undefined || line.kind === 'section' || line.kind === 'link') return true;
    return at > headEnd && HEAD_KINDS.has(line.kind) && line.kind !== 'ornament'
      ? line.kind === 'caption' && line.words > 40
      : false;
  });
  return { titleAt, kept: new Set(kept), isPage: false };
}

function findTitle(lines: readonly PageLine[], hints: StoryHints): number {
  const first = lines.findIndex((line) => line.kind === undefined);
  const line = lines[first];
  const next = lines.slice(first + 1).find((other) => other.kind === undefined);
  if (line === undefined || next === undefined) return -1;
  if (hints.title !== undefined)
    return line.text.toLowerCase() === hints.title.toLowerCase() ? first : -1;
  const isHeadline =
    line.words <= 25 &&
    !/[.。।,;:]["”’»]?$/u.test(line.text) &&
    (next.words > line.words || next.closed);
  return isHeadline ? first : headlineAtTop(lines, hints);
}

function headlineAtTop(lines: readonly PageLine[], hints: StoryHints): number {
  const at = findHeadline(lines.slice(0, 40), hints);
  return at < 10 ? at : -1;
}

/** Bullets and recipes: short lines, but nothing of a page among them. */
function isList(lines: readonly PageLine[]): boolean {
  return (
    lines.length > 2 &&
    lines.every((line) => line.kind === undefined || HEAD_KINDS.has(line.kind)) &&
    !lines.some((line) => headsEnd(line.text))
  );
}

const HEAD_KINDS: ReadonlySet<string> = new Set([
  'byline',
  'date',
  'section',
  'ornament',
  'link',
  'caption',
  'reading-time',
]);
