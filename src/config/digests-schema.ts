import { z } from 'zod';
import type { DigestHabits } from './bot-config.ts';
import { room, whole } from './setting-kinds.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const ZONE_WORDS = 'must be a time zone such as Europe/Berlin, or UTC';

/** What stands under `digests:` in the settings. */
export const digestsSchema = room({
  timezone: z.string({ error: ZONE_WORDS }).refine(isZone, ZONE_WORDS),
  graceMinutes: whole(0, 7 * 24 * 60),
  deadlineSeconds: whole(10, 3600),
  maxPerPlace: whole(1, 10_000),
  tellAfterDays: whole(1, 365),
}).transform(
  ({ timezone, graceMinutes, deadlineSeconds, maxPerPlace, tellAfterDays }): DigestHabits => ({
    timezone,
    graceMs: graceMinutes * MINUTE_MS,
    deadlineMs: deadlineSeconds * 1000,
    maxPerPlace,
    tellAfterMs: tellAfterDays * DAY_MS,
  }),
);

function isZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    // `+02:00` is one to JavaScript, and has no summer.
    return /^[A-Za-z]/u.test(timezone);
  } catch {
    return false;
  }
}
