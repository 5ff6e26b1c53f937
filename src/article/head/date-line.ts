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
const MAX_LINE_CHARS = 200;

/**
 * The first date of a short text, as ISO 8601 and as exact as the text: `2031-04-02T09:30:00+02:00`,
 * `2031-04-02T09:30` or `2031-04-02`. Reads ISO, RFC 2822, Unix times and the ways people write dates.
 */
export function readDate(text: string, options: DateOptions = {}): string | undefined {
  return scanDate(foldDateText(text.slice(0, MAX_LINE_CHARS)), options.dayFirst)?.iso;
}

/** Tells whether a whole line is nothing but a date, with or without a label ("Updated …", "Stand: …"). */
export function findDateLine(line: string, options: DateOptions = {}): DateLine | undefined {
  if (line.length > MAX_LINE_CHARS || !/\p{N}|\p{Lo}/u.test(line)) return undefined;
  const parts = foldDateText(line).split(LABEL_START);
  let found: DateLine = {};
  let dated = false;
  for (const part of parts) {
    const label = LABEL_AT.exec(part)?.[0];
    const rest = label === undefined ? part : part.slice(label.length);
    const read = readPart(rest, options);
    if (read === undefined) return undefined;
    if (read.iso !== undefined || read.relative) dated = true;
    if (read.iso === undefined) continue;
    const kind = label !== undefined && UPDATED_LABELS.has(label) ? 'updated' : 'published';
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
  const bare = text.replace(READING_TIME, ' ');
  const scanned: FoldedDate | undefined = scanDate(bare, options.dayFirst);
  if (scanned !== undefined) {
    return onlyOf(scanned.rest, FILLERS) ? { iso: scanned.iso, relative: false } : undefined;
  }
  if (onlyOf(bare, FILLERS)) return { relative: false };
  const isAge = /^\D{0,12}(?:\d{1,2}\D{1,12}){1,2}\D{0,8}$|^\D{1,24}$/u.test(bare);
  if (!isAge || !lettersOf(bare).some((word) => AGE_UNITS.has(word))) return undefined;
  if (!lettersOf(bare).some((word) => AGE_WORDS.has(word))) return undefined;
  return onlyOf(bare.replace(/\d+/gu, ' '), AGE_FILLERS) ? { relative: true } : undefined;
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

const UPDATED_LABELS: ReadonlySet<string> = new Set(phrases(words.updated));
const labels = alternatives([...phrases(words.published), ...phrases(words.updated)]);
// A label in a script without spaces may touch what follows, so only Latin, Cyrillic and Greek end at a word's end.
const LABEL_END = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])';
const LABEL_AT = new RegExp(`^(?:${labels})${LABEL_END}`, 'u');
const LABEL_START = new RegExp(`(?<![\\p{L}] ?)(?=(?:${labels})${LABEL_END})`, 'u');
const READING_TIME = new RegExp(
  `\\d{1,3}[ -]?(?:${alternatives(phrases(words.readingTime))})(?!\\p{L})`,
  'gu',
);
const FILLERS: ReadonlySet<string> = new Set([...folded(words.fillers), ...folded(words.weekdays)]);
const ages = Object.values(words.relative);
const AGE_UNITS: ReadonlySet<string> = new Set(
  ages.flatMap((age) => lettersOf(foldDateText(age.units))),
);
const AGE_WORDS: ReadonlySet<string> = new Set(
  ages.flatMap((age) => lettersOf(foldDateText(age.words))),
);
const AGE_FILLERS: ReadonlySet<string> = new Set([...AGE_UNITS, ...AGE_WORDS, ...FILLERS]);
