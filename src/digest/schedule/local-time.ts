import said from './data/said-en.json' with { type: 'json' };
import { momentsOf, wallAt } from './zone-clock.ts';
import { timeOfDay } from './schedule-in-words.ts';

const MINUTE_MS = 60_000;

/**
 * A moment as people in a zone read it: `Mon 30 Nov 2026, 09:00 (Europe/Berlin)`. In an hour that comes twice the
 * distance from UTC tells which: `Sun 25 Oct 2026, 02:30 UTC+02:00 (Europe/Berlin)`.
 */
export function localTime(atMs: number, timezone: string): string {
  const wallMs = wallAt(atMs, timezone);
  const wall = new Date(wallMs);
  const weekday = said.weekdaysShort[wall.getUTCDay()] ?? '';
  const month = said.monthsShort[wall.getUTCMonth()] ?? '';
  const date = `${weekday} ${wall.getUTCDate()} ${month} ${wall.getUTCFullYear()}`;
  const time = timeOfDay(wall.getUTCHours() * 60 + wall.getUTCMinutes());
  const comesTwice = momentsOf(wallMs, timezone).kind === 'twice';
  const offset = comesTwice ? ` ${utcOffset(wallMs - atMs)}` : '';
  return `${date}, ${time}${offset} (${timezone})`;
}

function utcOffset(offsetMs: number): string {
  const minutes = Math.round(offsetMs / MINUTE_MS);
  return `UTC${minutes < 0 ? '-' : '+'}${timeOfDay(Math.abs(minutes))}`;
}
