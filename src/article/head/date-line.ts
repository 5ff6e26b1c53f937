import { foldDateText, type FoldedDate, scanDate } from './date-scan.ts';
import words from './date-words.json' with { type: 'json' };

/** A line that says when something was published or changed; both absent for "2 hours ago". */
export interface DateLine {
  readonly published?: string;
  readonly updated?: string;
}

export interface DateOptions {
  /** How `4/5/2031` is meant; without it, a date that can be read both ways is not read. */
  readonly dayFirst?: boolean;
}

/** No date line is longer; longer text is not searched. */
const maxLineChars = 200;

/**
 * The first date of a short text, as ISO 8601 and as exact as the text: `2031-04-02T09:30:00+02:00`,
 * `2031-04-02T09:30` or `2031-04-02`. Reads ISO, RFC 2822, Unix times and the ways people write dates.
 */
export function readDate(text: string, options: DateOptions = {}): string | undefined {
  return scanDate(foldDateText(text.slice(0, maxLineChars)), options.dayFirst)?.iso;
}

/** Tells whether a whole line is nothing but a date, with or without a label ("Updated …", "Stand: …"). */
export function findDateLine(line: string, options: DateOptions = {}): DateLine | undefined {
  if (line.length > maxLineChars || !/\p{N}|\p{Lo}/u.test(line)) return undefined;
  const parts = foldDateText(line).split(labelStart);
  let found: DateLine = {};
  let dated = false;
  for (const part of parts) {
    const label = labelAt.exec(part)?.[0];
    const rest = label === undefined ? part : part.slice(label.length);
    const read = readPart(rest, options);
    if (read === undefined) return undefined;
    if (read.iso !== undefined || read.relative) dated = true;
    if (read.iso === undefined) continue;
    const kind = label !== undefined && updatedLabels.has(label) ? 'updated' : 'published';
    found = { ...{ [kind]: read.iso }, ...found };
  }
  return dated ? found : undefined;
}

interface DatePart {
  readonly iso?: string;
  readonly relative: boolean;
}

/** A part of a date line without its label; undefined when something else stands in it. */
function readPart(text: string, options: DateOptions): DatePart | undefined {
  const bare = text.replace(readingTime, ' ');
  const scanned: FoldedDate | undefined = scanDate(bare, options.dayFirst);
  if (scanned !== undefined) {
    return onlyOf(scanned.rest, fillers) ? { iso: scanned.iso, relative: false } : undefined;
  }
  if (onlyOf(bare, fillers)) return { relative: false };
  const isAge = /^\D{0,12}(?:\d{1,2}\D{1,12}){1,2}\D{0,8}$|^\D{1,24}$/u.test(bare);
  if (!isAge || !lettersOf(bare).some((word) => ageUnits.has(word))) return undefined;
  if (!lettersOf(bare).some((word) => ageWords.has(word))) return undefined;
  return onlyOf(bare.replace(/\d+/gu, ' '), ageFillers) ? { relative: true } : undefined;
}

function lettersOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

function onlyOf(text: string, allowed: ReadonlySet<string>): boolean {
  if (/\p{N}/u.test(text)) return false;
  return lettersOf(text).every((word) => allowed.has(word));
}

function folded(lists: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(lists).flatMap((list) => lettersOf(foldDateText(list)));
}

function phrases(lists: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(lists).flatMap((list) => list.map(foldDateText));
}

function alternatives(list: readonly string[]): string {
  const longestFirst = [...new Set(list)].sort((a, b) => b.length - a.length);
  return longestFirst.map((phrase) => RegExp.escape(phrase)).join('|');
}

const updatedLabels: ReadonlySet<string> = new Set(phrases(words.updated));
const labels = alternatives([...phrases(words.published), ...phrases(words.updated)]);
// A label in a script without spaces may touch what follows, so only Latin, Cyrillic and Greek end at a word's end.
const labelEnd = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])';
const labelAt = new RegExp(`^(?:${labels})${labelEnd}`, 'u');
const labelStart = new RegExp(`(?<![\\p{L}] ?)(?=(?:${labels})${labelEnd})`, 'u');
const readingTime = new RegExp(
  `\\d{1,3}[ -]?(?:${alternatives(phrases(words.readingTime))})(?!\\p{L})`,
  'gu',
);
const fillers: ReadonlySet<string> = new Set([...folded(words.fillers), ...folded(words.weekdays)]);
const ages = Object.values(words.relative);
const ageUnits: ReadonlySet<string> = new Set(
  ages.flatMap((age) => lettersOf(foldDateText(age.units))),
);
const ageWords: ReadonlySet<string> = new Set(
  ages.flatMap((age) => lettersOf(foldDateText(age.words))),
);
const ageFillers: ReadonlySet<string> = new Set([...ageUnits, ...ageWords, ...fillers]);
