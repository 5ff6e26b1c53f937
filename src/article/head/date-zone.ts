import words from './date-words.json' with { type: 'json' };

/** A wall-clock moment whose offset is asked for; `half` says that the time was written with a.m. or p.m. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly half: boolean;
}

const FIXED: ReadonlyMap<string, string> = new Map(Object.entries(words.zones.fixed));
const AMERICAN: ReadonlyMap<string, number> = new Map(Object.entries(words.zones.american));
const EUROPEAN: ReadonlyMap<string, number> = new Map(Object.entries(words.zones.european));
const ONLY_WITH_HALF_DAY: ReadonlyMap<string, string> = new Map(
  Object.entries(words.zones.onlyWithHalfDay),
);

/** Abbreviations that stand for a zone; some ("IST", "BST" in winter) are zones that cannot be told apart. */
export const ZONE_WORDS: ReadonlySet<string> = new Set([
  ...FIXED.keys(),
  ...AMERICAN.keys(),
  ...EUROPEAN.keys(),
  ...ONLY_WITH_HALF_DAY.keys(),
  'bst',
  'ist',
]);

/** The offset that a zone's abbreviation means at a moment, such as `-04:00` or `Z`; undefined when it means several. */
export function zoneOffset(name: string, at: LocalTime): string | undefined {
  const known = FIXED.get(name);
  if (known !== undefined) return known;
  const us = AMERICAN.get(name);
  if (us !== undefined) return offsetText(us + (isAmericanSummer(at) ? 1 : 0));
  const eu = EUROPEAN.get(name);
  if (eu !== undefined) return offsetText(eu + (isEuropeanSummer(at) ? 1 : 0));
  // British Summer Time and Bangladesh's time share a name; only one of them ends in October.
  if (name === 'bst') return isEuropeanSummer(at) ? '+01:00' : undefined;
  return at.half ? ONLY_WITH_HALF_DAY.get(name) : undefined;
}

function offsetText(hours: number): string {
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** Energy Policy Act of 2005: since 2007 second Sunday of March to first of November, before April to October. */
function isAmericanSummer(at: LocalTime): boolean {
  const since2007 = at.year >= 2007;
  const start = since2007 ? sunday(at.year, 3, 8) : sunday(at.year, 4, 1);
  const end = since2007 ? sunday(at.year, 11, 1) : sunday(at.year, 10, 25);
  return isBetween(at, start, end);
}

/** Directive 2000/84/EC: last Sunday of March to last Sunday of October. */
function isEuropeanSummer(at: LocalTime): boolean {
  return isBetween(at, sunday(at.year, 3, 25), sunday(at.year, 10, 25));
}

/** The first Sunday on or after a day, as hours since the epoch at two in the morning. */
function sunday(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getTime() / 3_600_000 + ((7 - date.getUTCDay()) % 7) * 24 + 2;
}

function isBetween(at: LocalTime, start: number, end: number): boolean {
  const hour = Date.UTC(at.year, at.month - 1, at.day, at.hour) / 3_600_000;
  return hour >= start && hour < end;
}
