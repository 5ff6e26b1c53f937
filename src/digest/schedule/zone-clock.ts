import { boundedMemo } from './bounded-memo.ts';

/** What the clock on the wall shows, written as if it were UTC: ms since 1970. */
export type WallMs = number;

export type WallMeaning =
  | { readonly kind: 'once'; readonly atMs: number }
  /** The clocks went back: the same time comes twice. */
  | { readonly kind: 'twice'; readonly firstMs: number; readonly secondMs: number }
  /** The clocks went forward over it. `afterMs` is the first moment after the gap. */
  | { readonly kind: 'never'; readonly afterMs: number; readonly dayExists: boolean };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** What the clock shows in a zone at a moment. */
export function wallAt(atMs: number, timezone: string): WallMs {
  return atMs + offsetAt(atMs, timezone);
}

/** How far a zone is ahead of UTC at a moment, ms. */
export function offsetAt(atMs: number, timezone: string): number {
  const { oldOffset, newOffset, changeMs } = offsetsAround(atMs, timezone);
  return atMs < changeMs ? oldOffset : newOffset;
}

/**
 * Which moments a time on the wall is. Croner could tell too, but it leaves out a time in a gap that ends with its day
 * (23:30 in America/Nuuk on the last Saturday of March), and a digest that is due then would be lost.
 */
export function momentsOf(wallMs: WallMs, timezone: string): WallMeaning {
  const { oldOffset, newOffset, changeMs } = offsetsAround(wallMs, timezone);
  const byOld = wallMs - oldOffset;
  const byNew = wallMs - newOffset;
  if (byOld < changeMs && byNew >= changeMs && oldOffset !== newOffset) {
    return { kind: 'twice', firstMs: byOld, secondMs: byNew };
  }
  if (byOld < changeMs) return { kind: 'once', atMs: byOld };
  if (byNew >= changeMs) return { kind: 'once', atMs: byNew };
  const dayMs = startOfDay(wallMs);
  const dayExists = changeMs + oldOffset > dayMs || changeMs + newOffset < dayMs + DAY_MS;
  return { kind: 'never', afterMs: changeMs, dayExists };
}

/** Midnight of a wall time's day. */
export function startOfDay(wallMs: WallMs): WallMs {
  return Math.floor(wallMs / DAY_MS) * DAY_MS;
}

interface Offsets {
  readonly oldOffset: number;
  readonly newOffset: number;
  /** The first moment at which the new offset holds; -Infinity where nothing changes. */
  readonly changeMs: number;
}

/**
 * A zone's offsets around a day of UTC or of the wall: no zone is further from UTC than 15 hours, so both lie within.
 * No zone has changed its clocks twice within such a span since 1970.
 */
function offsetsAround(ms: number, timezone: string): Offsets {
  return offsetsOf(`${startOfDay(ms)}|${timezone}`);
}

const offsetsOf = boundedMemo(4000, (key): Offsets => {
  const bar = key.indexOf('|');
  const dayMs = Number(key.slice(0, bar));
  const timezone = key.slice(bar + 1);
  const beforeMs = dayMs - 15 * HOUR_MS;
  const afterMs = dayMs + DAY_MS + 15 * HOUR_MS;
  const oldOffset = readOffset(beforeMs, timezone);
  const newOffset = readOffset(afterMs, timezone);
  if (oldOffset === newOffset) return { oldOffset, newOffset, changeMs: -Infinity };
  let [low, high] = [beforeMs / 1000, afterMs / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readOffset(middle * 1000, timezone) === oldOffset) low = middle;
    else high = middle;
  }
  return { oldOffset, newOffset, changeMs: high * 1000 };
});

/** Asks the runtime. `atMs` is a whole second. */
function readOffset(atMs: number, timezone: string): number {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = formatterOf(timezone)
    .format(atMs)
    .split(/\D+/u)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - atMs;
}

/** A formatter takes 50 times as long to make as to use, and some kilobytes. */
const formatterOf = boundedMemo(
  128,
  (timezone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);
