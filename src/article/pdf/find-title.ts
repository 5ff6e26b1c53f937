import type { Paragraph } from './join-lines.ts';
import words from './pdf-words.json' with { type: 'json' };

/** A headline is set larger than the body by at least this. */
const LARGER = 1.12;
const MAX_TITLE_CHARS = 300;
const MIN_TITLE_LETTERS = 3;

export interface FoundTitle {
  readonly title: string;
  /** The paragraph that it stands in, or the paragraphs that it is made of. */
  readonly from: readonly Paragraph[];
}

/**
 * The headline: what the document says of itself where its first page shows the same or has nothing
 * larger than its body, else the largest text of the first page.
 */
export function findTitle(
  firstPage: readonly Paragraph[],
  stated: string,
  bodySize: number,
): FoundTitle {
  const sane = isSaneTitle(stated) ? stated.replace(/\s+/gu, ' ').trim() : '';
  if (sane !== '') {
    const shown = firstPage.filter(({ text }) => foldTitle(text) === foldTitle(sane));
    if (shown.length > 0) return { title: sane, from: shown };
  }
  const largest = findLargest(firstPage, bodySize);
  if (largest === undefined) return { title: sane, from: [] };
  const text = largest.map((paragraph) => paragraph.text).join(' ');
  // One has the kicker or the subtitle that the other lacks: the document's own words decide.
  if (sane !== '' && isPartOf(foldTitle(sane), foldTitle(text)))
    return { title: sane, from: largest };
  return { title: text, from: largest };
}

function findLargest(
  firstPage: readonly Paragraph[],
  bodySize: number,
): readonly Paragraph[] | undefined {
  const candidates = firstPage.filter(
    ({ text, size }) =>
      size >= LARGER * bodySize &&
      text.length <= MAX_TITLE_CHARS &&
      (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_TITLE_LETTERS,
  );
  const size = Math.max(...candidates.map((paragraph) => paragraph.size));
  const start = candidates.findIndex((paragraph) => paragraph.size > 0.97 * size);
  if (start === -1) return undefined;
  const first = candidates[start];
  const second = candidates[start + 1];
  // A headline whose lines are set far apart comes as two.
  const goesOn =
    first !== undefined &&
    second !== undefined &&
    second.size > 0.97 * size &&
    firstPage.indexOf(second) === firstPage.indexOf(first) + 1 &&
    !/[.!?:]$/u.test(first.text) &&
    /^\p{Ll}/u.test(second.text);
  return candidates.slice(start, start + (goesOn ? 2 : 1));
}

/** Whether the first is the whole beginning or end of the second. */
function isPartOf(part: string, whole: string): boolean {
  return part.length >= 0.5 * whole.length && (whole.startsWith(part) || whole.endsWith(part));
}

const ENDINGS = new RegExp(`\\.(?:${words.fileNameEndings.join('|')})$`, 'iu');

/** Not empty, not a file name, not what a program puts there by itself. */
export function isSaneTitle(title: string): boolean {
  const text = title.trim();
  const lower = text.toLowerCase();
  if (text.length > MAX_TITLE_CHARS || (text.match(/\p{L}/gu)?.length ?? 0) < MIN_TITLE_LETTERS) {
    return false;
  }
  if (ENDINGS.test(text) || /^(?:[a-z]+:|[/\\~]|[a-z]:\\)\S*$/iu.test(text)) return false;
  if (words.emptyTitles.includes(lower)) return false;
  if (words.programTitles.some((program) => lower.startsWith(program))) return false;
  // One word with underscores, digits or inner capitals is a name that a program or an archive gave.
  return /\s/u.test(text) || !/[_\d]|\p{Ll}\p{Lu}/u.test(text);
}

/** For comparing headlines: letters and digits alone, in lower case. */
export function foldTitle(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
