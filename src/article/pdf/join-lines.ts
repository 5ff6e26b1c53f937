import { joinLine, dropSoftHyphens, type WordEvidence } from './join-words.ts';
import {
  isOtherSize,
  type Margins,
  marginKey,
  measureLines,
  type Measures,
  sizeKey,
} from './measure-lines.ts';
import type { Line } from './text-page.ts';

/** Lines that belong together, joined. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly size: number;
}

/** A gap of so many usual distances between baselines parts paragraphs. */
const WIDE_GAP = 1.3;
/** Indents in sizes of the type. */
const MIN_INDENT = 0.6;
const MAX_INDENT = 6;
const MAX_SUBHEAD_LINES = 3;
/** Says no more than that it is an item. */
const LIST_MARK = /^[•‣▪◦●■]\s+/u;
/** Begins an item of a list or a speaker's words where a line may begin one; elsewhere it is a dash or a number. */
const ITEM_START = /^(?:[•‣▪◦●■–—*-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)/u;
const SENTENCE_END = /[.!?…。！？।؟:][\p{Pf}\p{Pe}"'”’»]*$/u;

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
  if (LIST_MARK.test(line.text)) return true;
  const margins = measures.margins.get(marginKey(line));
  const lastMargins = measures.margins.get(marginKey(last));
  const sameRegion = line.region === last.region;
  if (sameRegion && isWideGap(line, last, measures)) return true;
  const ended = SENTENCE_END.test(last.text);
  const short = lastMargins !== undefined && hasRoomFor(line, last, lastMargins);
  if (ITEM_START.test(line.text) && (ended || short)) return true;
  if (/^\p{Ll}/u.test(line.text) && !(ended && short)) return false;
  if (isOtherFont(line, last) && (ended || short || isSubhead(group, measures))) return true;
  if ((ended || ITEM_START.test(group[0]?.text ?? '')) && short) return true;
  if (sameRegion) return isIndented(line, group, next);
  return ended && margins !== undefined && indentOf(line, margins) !== 0;
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
    const hangs = group.length === 1 && ITEM_START.test(last.text);
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
