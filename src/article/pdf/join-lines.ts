import { joinLine, dropSoftHyphens, type WordEvidence } from './join-words.ts';
import type { Line } from './text-page.ts';

/** Lines that belong together, joined. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly size: number;
}

/** Type that differs by more than this share is of another kind. */
const OTHER_SIZE = 0.08;
/** A gap of so many usual distances between baselines parts paragraphs. */
const WIDE_GAP = 1.3;
/** Indents in sizes of the type. */
const MIN_INDENT = 0.6;
const MAX_INDENT = 6;
const MAX_SUBHEAD_LINES = 3;
/** Lists and dialogue: what begins so begins a paragraph. */
const BULLET = /^(?:[•‣▪◦●■–—*-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)/u;
/** Says no more than that it is an item; a number may be spoken of. */
const LIST_MARK = /^[•‣▪◦●■]\s+/u;
const SENTENCE_END = /[.!?…。！？।؟:][\p{Pf}\p{Pe}"'”’»]*$/u;

/** The edges of the type of one size within a region. */
interface Margins {
  /** Where most of its lines begin. */
  readonly left: number;
  readonly right: number;
  /** Most of its lines end there. */
  readonly justified: boolean;
}

interface Measures {
  readonly margins: ReadonlyMap<string, Margins>;
  /** The usual distance between baselines, by size. */
  readonly leading: ReadonlyMap<string, number>;
  /** In which most letters are set. */
  readonly bodyFont: string;
}

/** Joins lines in reading order into paragraphs, across columns and pages too; the lines of `alone` stay alone. */
export function joinLines(
  lines: readonly Line[],
  evidence: WordEvidence,
  alone: ReadonlySet<Line> = new Set(),
): readonly Paragraph[] {
  const measures = measureLines(lines);
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const group = groups.at(-1);
    const next = lines[index + 1];
    const last = lines[index - 1] ?? line;
    const goesOn =
      group !== undefined &&
      !alone.has(line) &&
      !alone.has(last) &&
      !startsParagraph(line, { group, measures, next });
    if (goesOn) group.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => ({
    text: dropSoftHyphens(joinAll(group, evidence)).replace(LIST_MARK, ''),
    lines: group,
    size: Math.max(...new Set(group.map((line) => line.size))),
  }));
}

/** Joins into one string; kept linear for a paragraph of a million lines by working on the end alone. */
function joinAll(group: readonly Line[], evidence: WordEvidence): string {
  const parts: string[] = [];
  let end = '';
  for (const { text } of group) {
    const joined = joinLine(end, text, evidence);
    // What stands before the last line cannot change any more.
    const settled = Math.max(joined.length - text.length - 1, 0);
    parts.push(joined.slice(0, settled));
    end = joined.slice(settled);
  }
  return parts.join('') + end;
}

interface Situation {
  readonly group: readonly Line[];
  readonly measures: Measures;
  readonly next: Line | undefined;
}

function startsParagraph(line: Line, { group, measures, next }: Situation): boolean {
  const last = group.at(-1) ?? line;
  if (isOtherSize(line, last)) return true;
  if (BULLET.test(line.text)) return !/[-‐]$/u.test(last.text);
  const margins = measures.margins.get(marginKey(line));
  const lastMargins = measures.margins.get(marginKey(last));
  const sameRegion = line.region === last.region;
  if (sameRegion && isWideGap(line, last, measures)) return true;
  const ended = SENTENCE_END.test(last.text);
  const short = lastMargins !== undefined && hasRoomFor(line, last, lastMargins);
  if (/^\p{Ll}/u.test(line.text) && !(ended && short)) return false;
  if (isOtherFont(line, last) && (ended || short || isSubhead(group, measures))) return true;
  if ((ended || BULLET.test(group[0]?.text ?? '')) && short) return true;
  if (sameRegion) return isIndented(line, group, next);
  return ended && margins !== undefined && indentOf(line, margins) !== 0;
}

function isOtherSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) > OTHER_SIZE * Math.max(a.size, b.size);
}

/** A few lines, all of them in a font that is not the body's. */
function isSubhead(group: readonly Line[], { bodyFont }: Measures): boolean {
  return (
    group.length <= MAX_SUBHEAD_LINES &&
    group.every(({ uniform, font }) => uniform && font !== bodyFont)
  );
}

function isOtherFont(a: Line, b: Line): boolean {
  return a.uniform && b.uniform && a.font !== b.font;
}

function isWideGap(line: Line, last: Line, { leading }: Measures): boolean {
  const usual = leading.get(sizeKey(line.size)) ?? 1.2 * line.size;
  return line.y - last.y > WIDE_GAP * usual;
}

/** The first word of the line would have found room at the end of the one before, or that one is not filled. */
function hasRoomFor(line: Line, last: Line, margins: Margins): boolean {
  if (margins.justified) return margins.right - last.right > 0.3 * line.size;
  const chars = Math.max(line.text.length, 1);
  const firstWord = line.text.split(' ', 1)[0]?.length ?? chars;
  const width = ((line.right - line.x) / chars) * firstWord;
  return margins.right - last.right > width + 0.6 * line.size;
}

/** Whether the line stands further in than the one before, and the text does not go on there. */
function isIndented(line: Line, group: readonly Line[], next: Line | undefined): boolean {
  const last = group.at(-1) ?? line;
  const step = (line.x - last.x) / line.size;
  if (step >= MIN_INDENT && step <= MAX_INDENT) {
    // A hanging indent: the second line of a list item, and the ones below it, stand further in.
    const hangs = group.length === 1 && BULLET.test(last.text);
    const staysIn = next?.region === line.region && next.x - line.x > -MIN_INDENT * line.size;
    return !hangs && !(group.length === 1 && staysIn && !SENTENCE_END.test(last.text));
  }
  // Back to the margin: from the first line of a paragraph it goes on, from an indented passage it does not.
  return step <= -MIN_INDENT && group.length > 1 && SENTENCE_END.test(last.text);
}

/** In points, 0 for a line at the margin or anywhere but where an indented one begins. */
function indentOf(line: Line, margins: Margins): number {
  const indent = line.x - margins.left;
  return indent >= MIN_INDENT * line.size && indent <= MAX_INDENT * line.size ? indent : 0;
}

function measureLines(lines: readonly Line[]): Measures {
  const margins = new Map<string, Margins>();
  for (const [key, alike] of Map.groupBy(lines, marginKey)) {
    const right = alike.reduce((most, line) => Math.max(most, line.right), 0);
    const full = alike.filter((line) => right - line.right < 0.15 * line.size);
    margins.set(key, {
      left: mostFrequent(alike.map((line) => Math.round(line.x))),
      right,
      justified: full.length >= 0.6 * alike.length && full.length > 3,
    });
  }
  const gaps = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    if (last?.region !== line.region || isOtherSize(line, last)) return;
    const gap = line.y - last.y;
    if (gap > 0.8 * line.size && gap < 3 * line.size) {
      const key = sizeKey(line.size);
      gaps.set(key, [...(gaps.get(key)?.slice(-MAX_GAPS) ?? []), gap]);
    }
  });
  const leading = new Map([...gaps].map(([key, found]) => [key, lowerMiddle(found)]));
  return { margins, leading, bodyFont: findBodyFont(lines) };
}

/** The font in which most letters of the lines are set. */
export function findBodyFont(lines: readonly Line[]): string {
  const chars = new Map<string, number>();
  for (const { font, text } of lines) chars.set(font, (chars.get(font) ?? 0) + text.length);
  return [...chars].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
}

/** So many distances tell the usual one. */
const MAX_GAPS = 200;

/** Below the middle: in text of short paragraphs every second distance is one between paragraphs. */
function lowerMiddle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.3)] ?? 0;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function marginKey(line: Line): string {
  return `${line.region} ${sizeKey(line.size)}`;
}

/** Sizes are alike to half a point. */
function sizeKey(size: number): string {
  return (Math.round(size * 2) / 2).toFixed(1);
}
