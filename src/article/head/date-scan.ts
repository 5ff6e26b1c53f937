import words from './date-words.json' with { type: 'json' };
import { zoneOffset, ZONE_WORDS } from './date-zone.ts';

/** A date found in folded text, and the text without it. */
export interface FoldedDate {
  readonly iso: string;
  readonly rest: string;
}

/**
 * Lower case, no accents, one space for any white space, full-width digits as plain ones, and the dates of
 * Chinese, Japanese and Korean as `2031-4-2 9:30`: what `scanDate` reads.
 */
export function foldDateText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[٠-٩۰-۹०-९]/gu, (digit) => String(digitValue(digit)))
    .replace(/[\s\u0000-\u001f]+/gu, ' ')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[−–—‐‑]/gu, '-')
    .replace(/(?<![\p{L}])([ap])\. ?m(?:\.|(?!\p{L}))/gu, '$1m')
    .replace(/(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号號]/gu, ' $1-$2-$3 ')
    .replace(/(\d{1,2}) ?[時时點点시] ?(\d{1,2}) ?[分분]/gu, ' $1:$2 ')
    .replace(/(\d{1,2}) ?[時时點点시]/gu, ' $1:00 ')
    .trim();
}

/** Finds the first date in text that `foldDateText` has folded. */
export function scanDate(folded: string, dayFirst?: boolean): FoldedDate | undefined {
  const unix = /^(\d{10})(?:\d{3})?$/u.exec(folded);
  if (unix?.[1] !== undefined) return { iso: unixTime(Number(unix[1])), rest: '' };
  const text = folded
    .replace(/(?<!\d)(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?/gu, '$1-$2-$3t$4:$5:$6')
    .replace(/(t\d{2}:\d{2}):(?!\d)/gu, '$1')
    .replace(/\p{L}+/gu, (word) => MONTH_MARKS.get(word) ?? word);
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (match?.groups === undefined) continue;
    const day = dayOf(match.groups, dayFirst);
    if (day === undefined) continue;
    const before = text.slice(0, match.index);
    const after = `${match.groups['between'] ?? ''}${text.slice(match.index + match[0].length)}`;
    return withTime(day, before, after);
  }
  return undefined;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ORDINAL = '(?:st|nd|rd|th|er|re|o|a|e|\\.)?';
const OF = "(?: ?(?:de|del|di|of|d'))?";
// Months stand as `§05` here.
const PATTERNS: readonly RegExp[] = [
  /(?<!\d)(?<y>\d{4})(?<sep>[-/.]) ?(?<m>\d{1,2})\k<sep> ?(?<d>\d{1,2})(?!\d)/u,
  new RegExp(
    `(?<!\\d)(?<d>\\d{1,2})${ORDINAL}${OF} ?[-/,]? ?§(?<m>\\d\\d)\\.?${OF} ?[-/,]? ?(?<y>\\d{4}|'\\d\\d)(?!\\d)`,
    'u',
  ),
  new RegExp(
    `§(?<m>\\d\\d)\\.?[ -]?(?<d>\\d{1,2})${ORDINAL},?[ ,/-]{1,2}(?<y>\\d{4}|'\\d\\d)(?![\\d:])`,
    'u',
  ),
  /§(?<m>\d\d) (?<d>\d{1,2})(?<between> \d{1,2}:\d\d(?::\d\d)? (?:[a-z]{1,5} )?)(?<y>\d{4})(?!\d)/u,
  /(?<!\d)(?<y>\d{4})[.,]? ?[-/]?§(?<m>\d\d)[ -](?<d>\d{1,2})(?!\d)/u,
  new RegExp(
    `(?<!\\d)(?<d>\\d{1,2})${ORDINAL} ?[-/,]? ?§(?<m>\\d\\d)\\.? ?[-/,]? ?(?<y>\\d{2})(?![\\d:.])`,
    'u',
  ),
  /(?<!\d)(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4}|\d\d)(?!\d)/u,
  /(?<!\d)(?<a>\d{1,2}) ?(?<sep>[-/]) ?(?<b>\d{1,2}) ?\k<sep> ?(?<y>\d{4}|\d\d)(?!\d)/u,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u,
];

function dayOf(
  groups: Readonly<Record<string, string | undefined>>,
  dayFirst?: boolean,
): Day | undefined {
  const year = fullYear(groups['y'] ?? '');
  if (groups['a'] === undefined) {
    return validDay({ year, month: Number(groups['m']), day: Number(groups['d']) });
  }
  const a = Number(groups['a']);
  const b = Number(groups['b']);
  const aIsDay = a > 12 || (b <= 12 && (dayFirst ?? undefined));
  if (aIsDay === undefined && a !== b) return undefined;
  return validDay(aIsDay === true ? { year, month: b, day: a } : { year, month: a, day: b });
}

function fullYear(text: string): number {
  const digits = text.replace("'", '');
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function validDay(at: Day): Day | undefined {
  if (at.year < 1700 || at.year > 2199 || at.month < 1 || at.month > 12 || at.day < 1)
    return undefined;
  const last = new Date(Date.UTC(at.year, at.month, 0)).getUTCDate();
  return at.day <= last ? at : undefined;
}

const CLOCK_PARTS =
  '(?<!\\d)(?<h>\\d{1,2}) ?(?:[:.] ?|h ?)(?<min>\\d\\d)(?::(?<s>\\d\\d))?(?:[.,]\\d{1,9})?(?!\\d)';
const HALF_DAY = '(?: ?(?<half>am|pm)(?![a-z]))?';
const TIME_PATTERNS: readonly RegExp[] = [
  new RegExp(`${CLOCK_PARTS}${HALF_DAY}`, 'u'),
  /(?<!\d)(?<h>\d{1,2}) ?(?<half>am|pm)(?![a-z])/u,
  /(?<!\d)(?<h>\d{1,2}) ?(?:uhr|h)(?![a-z])/u,
];

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second?: string;
  readonly half: boolean;
  readonly rest: string;
  readonly zoneText: string;
}

function timeIn(text: string): Time | undefined {
  for (const pattern of TIME_PATTERNS) {
    const match = pattern.exec(text);
    if (match?.groups === undefined) continue;
    const before = text.slice(0, match.index);
    const half = match.groups['half'] ?? halfDayBefore(before);
    const hour = hourOf(Number(match.groups['h']), half);
    const minute = Number(match.groups['min'] ?? 0);
    const second = match.groups['s'];
    if (hour > 23 || minute > 59 || Number(second ?? 0) > 59) continue;
    return {
      hour,
      minute,
      ...(second === undefined ? {} : { second }),
      half: half !== undefined,
      rest: half === undefined ? before : withoutHalfDays(before),
      zoneText: text.slice(match.index + match[0].length),
    };
  }
  return undefined;
}

function withTime(day: Day, before: string, after: string): FoldedDate {
  const iso = [day.year, pad(day.month), pad(day.day)].join('-');
  const later = timeIn(after);
  const time = later ?? timeIn(before);
  if (time === undefined) return { iso, rest: `${before} ${after}` };
  const others = later === undefined ? after : before;
  const zone = zoneAfter(time, day);
  const clock = `${pad(time.hour)}:${pad(time.minute)}`;
  const seconds = time.second ?? (zone.offset === undefined ? undefined : '00');
  const full = `${iso}T${clock}${seconds === undefined ? '' : `:${seconds}`}${zone.offset ?? ''}`;
  return { iso: full, rest: `${others} ${time.rest.replace(/(?<!\p{L})t$/u, '')} ${zone.rest}` };
}

interface Zone {
  readonly offset?: string;
  readonly rest: string;
}

function zoneAfter(time: Time, day: Day): Zone {
  const text = time.zoneText;
  const numeric =
    /^ ?\(?(?:utc|gmt)? ?(?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d\d)?(?!\d)(?: ?\([^)]{0,40}\))?\)?/u.exec(
      text,
    );
  if (numeric?.groups !== undefined) {
    const hours = Number(numeric.groups['h']);
    const minutes = Number(numeric.groups['m'] ?? 0);
    if (hours > 14 || minutes > 59) return { rest: text };
    const offset = `${numeric.groups['sign'] ?? '+'}${pad(hours)}:${pad(minutes)}`;
    return { offset, rest: text.slice(numeric[0].length) };
  }
  const named =
    /^(?: ?(?:uhr|hrs|hours|h)(?!\p{L}))? ?,? ?\(?(?<name>\p{L}{1,5})(?!\p{L})\)?/u.exec(text);
  const name = named?.groups?.['name'];
  if (named === null || name === undefined || !ZONE_WORDS.has(name)) return { rest: text };
  const offset = zoneOffset(name, { ...day, hour: time.hour, half: time.half });
  return { ...(offset === undefined ? {} : { offset }), rest: text.slice(named[0].length) };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function halfDayBefore(text: string): 'am' | 'pm' | undefined {
  const tail = text.slice(-12);
  if (eastern.pm.some((word) => tail.includes(word))) return 'pm';
  return eastern.am.some((word) => tail.includes(word)) ? 'am' : undefined;
}

function withoutHalfDays(text: string): string {
  return [...eastern.am, ...eastern.pm].reduce((rest, word) => rest.replace(word, ' '), text);
}

function unixTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const zero = code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660;
  return code - zero;
}

// Half-day words that stand before the time and touch it; the Latin ones are in the time patterns.
const eastern = {
  am: foldDateText(words.halfDays.am).split(' ').slice(1),
  pm: foldDateText(words.halfDays.pm).split(' ').slice(1),
};

const MONTH_MARKS: ReadonlyMap<string, string> = new Map(
  Object.values(words.months).flatMap((names) =>
    names.flatMap((name, index) =>
      foldDateText(name)
        .split(' ')
        .map((form): [string, string] => [form, `§${pad(index + 1)}`]),
    ),
  ),
);
