import { findDateLine, readDate, type DateLine, type DateOptions } from '../../head/date-line.ts';
import type { PageElement } from './metadata.ts';
import { isInForeign } from './is-foreign.ts';
import type { NearLine, Surroundings } from './surroundings.ts';

/** A date line with a place and two times may be this long; a byline with a date is shorter. */
const MAX_SHOWN_CHARS = 240;
const MAX_MIXED_CHARS = 100;
const MAX_LINES_BELOW = 40;

export interface DateSources {
  /** What the page's data give as the time of publication, most trusted first. */
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly times: readonly PageElement[];
  readonly near: Surroundings | undefined;
  readonly headline: PageElement | undefined;
  readonly url: string | undefined;
  readonly dayFirst: boolean | undefined;
}

/** When the article was published, as exactly as any source says it for that day. */
export function chooseDate(sources: DateSources): string | undefined {
  const options: DateOptions = sources.dayFirst === undefined ? {} : { dayFirst: sources.dayFirst };
  const read = (text: string): string | undefined => readDate(text, options);
  const shown = shownDates(sources, options);
  const times = timeDates(sources, options);
  const url = urlDay(sources.url);
  const data = sources.published.map(read).filter((date) => date !== undefined);
  const trusted = [...data, ...times.published, ...shown.published];
  const candidates = [...trusted, ...(url === undefined ? [] : [url])];
  const modified = sources.modified.map(read).filter((date) => date !== undefined);
  const last = [...times.updated, ...shown.updated, ...modified];
  const first =
    earlierThanChange(data[0], shown.published[0] ?? times.published[0], modified) ??
    outvoted(candidates) ??
    candidates[0] ??
    last[0];
  if (first === undefined) return undefined;
  return [...trusted, ...last.filter((date) => dayOf(date) !== dayOf(first))].reduce(better, first);
}

/**
 * When the first source stands alone and all others, at least two, agree on another day, they are right; so are two
 * that give another moment of about the same day, as where a zone was put to a time that was UTC.
 */
function outvoted(candidates: readonly string[]): string | undefined {
  const [first, ...others] = candidates;
  const [second] = others;
  if (first === undefined || second === undefined || others.length < 2) return undefined;
  if (others.every((date) => isNearDay(date, second)) && !isNearDay(first, second)) return second;
  if (!isZoned(first) || candidates.some((date, at) => at > 0 && isSameMoment(date, first)))
    return undefined;
  const moments = others.filter((date) => isZoned(date) && isNearDay(date, first));
  return moments.find((date, at) =>
    moments.slice(at + 1).some((other) => isSameMoment(date, other)),
  );
}

function isSameMoment(a: string, b: string): boolean {
  return isZoned(a) && isZoned(b) && Math.abs(Date.parse(a) - Date.parse(b)) < 60_000;
}

/** A page that gives one time for both publication and change knows only the change: an earlier day shown is right. */
function earlierThanChange(
  first: string | undefined,
  shown: string | undefined,
  modified: readonly string[],
): string | undefined {
  if (first === undefined || shown === undefined || !modified.includes(first)) return undefined;
  if (dayOf(shown) >= dayOf(first)) return undefined;
  const isOtherDay = shown.length > 10 && localised(first, shown) === first;
  return isOtherDay || !isNearDay(first, shown) ? shown : undefined;
}

function isNearDay(a: string, b: string): boolean {
  return Math.abs(Date.parse(dayOf(a)) - Date.parse(dayOf(b))) <= 86_400_000;
}

/** The more exact of two dates for the same time: a zone beats none, a time beats a day, a local zone beats UTC. */
function better(chosen: string, other: string): string {
  if (isZoned(chosen)) return isUtc(chosen) ? localised(chosen, other) : chosen;
  if (dayOf(chosen) !== dayOf(other) || other.length <= 10) return chosen;
  const isMidnight = chosen.length <= 10 || /T00:00(?::00)?$/u.test(chosen);
  if (isMidnight) return other;
  return isZoned(other) && other.slice(11, 16) === chosen.slice(11, 16) ? other : chosen;
}

/**
 * A UTC time as the clock at the outlet had it, where another source gives the same moment with its zone, or shows
 * a clock that differs by whole half hours, which gives the zone away.
 */
function localised(utc: string, other: string): string {
  if (isZoned(other)) {
    return isSameMoment(utc, other) && !isUtc(other) ? other : utc;
  }
  if (other.length < 16) return utc;
  const minutes =
    (Date.parse(`${other.slice(0, 16)}Z`) - Date.parse(`${utc.slice(0, 16)}Z`)) / 60_000;
  if (minutes === 0 || minutes % 30 !== 0 || minutes < -12 * 60 || minutes > 14 * 60) return utc;
  const size = Math.abs(minutes);
  const offset = [Math.floor(size / 60), size % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${other.slice(0, 16)}${utc.slice(16, 19)}${minutes < 0 ? '-' : '+'}${offset}`;
}

/** UTC is what machines write; it is not known to be the clock of the place. */
function isUtc(date: string): boolean {
  return /(?:Z|[+-]00:00)$/u.test(date);
}

function isZoned(date: string): boolean {
  return /(?:Z|[+-]\d\d:\d\d)$/u.test(date.slice(16));
}

function dayOf(date: string): string {
  return date.slice(0, 10);
}

interface Dates {
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

/** The first date line by the headline, below it before above; a short line that holds a date among other things too. */
function shownDates(sources: DateSources, options: DateOptions): Dates {
  const lines = sources.near?.lines ?? [];
  const below = lines.filter(({ isAfter }) => isAfter).slice(0, MAX_LINES_BELOW);
  const ordered = [...below, ...lines.filter(({ isAfter }) => !isAfter)].filter(
    ({ text }) => text.length <= MAX_SHOWN_CHARS,
  );
  let published: string | undefined;
  let updated: string | undefined;
  for (const line of ordered) {
    const found = dateLineIn(line.text, options);
    updated ??= found?.updated;
    published ??=
      found?.published ??
      (found === undefined && isMixed(line) ? readDate(line.text, options) : undefined);
  }
  return {
    published: published === undefined ? [] : [published],
    updated: updated === undefined ? [] : [updated],
  };
}

/** A line that is a date, or whose pieces hold one: "Mara Voss | 2 April 2031 | Updated 9:30". */
function dateLineIn(text: string, options: DateOptions): DateLine | undefined {
  const pieces = [text, ...text.split(/\s*[|·•]\s*|\s+[–—-]\s+/u).slice(0, 8)];
  const found = pieces.map((piece) => findDateLine(piece, options));
  return (
    found.find((date) => date?.published !== undefined) ??
    found.find((date) => date?.updated !== undefined)
  );
}

/** A line below the headline with a byline and a date in one: short, and no sentence. */
function isMixed(line: NearLine): boolean {
  return (
    line.isAfter &&
    line.text.length <= MAX_MIXED_CHARS &&
    !/[.!?…]["”»]?$/u.test(line.text.replace(/[ap]\.m\.$/u, ''))
  );
}

/** `time` elements near the headline, or the page's first ones. */
function timeDates(sources: DateSources, options: DateOptions): Dates {
  const near = sources.times.filter((time) => sources.near?.elements.has(time) ?? false);
  const all =
    near.length > 0
      ? near
      : sources.times.filter((time) => !isInForeign(time, sources.headline)).slice(0, 2);
  const published: string[] = [];
  const updated: string[] = [];
  for (const time of all.slice(0, 6)) {
    const date =
      readDate(time.getAttribute('datetime') ?? '', options) ??
      readDate((time.textContent ?? '').slice(0, 200), options);
    if (date === undefined) continue;
    const label = `${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''} ${time.parentElement?.getAttribute('class') ?? ''}`;
    const line = (time.parentElement?.textContent ?? '').slice(0, 200).replace(/\s+/gu, ' ');
    const isUpdate =
      /modified|updated/iu.test(label.slice(0, 300)) ||
      (findDateLine(line, options)?.published === undefined &&
        findDateLine(line, options)?.updated !== undefined);
    (isUpdate ? updated : published).push(date);
  }
  return { published: published.slice(0, 1), updated: updated.slice(0, 1) };
}

/** The day in an address such as `/2031/04/02/harbour` or `/harbour-2031-04-02`. */
function urlDay(url: string | undefined): string | undefined {
  const match =
    /[/_-](?<y>(?:19[89]|20\d)\d)(?<sep>[/_-]?)(?<m>\d\d)\k<sep>(?<d>\d\d)(?=[/_.-]|$)/u.exec(
      url?.slice(0, 500).replace(/[?#].*$/u, '') ?? '',
    );
  const { y, m, d } = match?.groups ?? {};
  return y === undefined ? undefined : readDate(`${y}-${m ?? ''}-${d ?? ''}`);
}
