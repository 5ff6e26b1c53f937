import { describe, expect, it } from '@jest/globals';
import { parseSchedule } from '../../../src/digest/schedule/parse-schedule.ts';
import type { Schedule } from '../../../src/digest/schedule/schedule.ts';
import { slotsBetween } from '../../../src/digest/schedule/slots-between.ts';
import type { ZoneSegment } from './zone-segments.ts';
import { DAY_MS, dueMoment, zoneSegments } from './zone-segments.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] === '1';
const zones = Intl.supportedValuesOf('timeZone');
/** All of them take a minute, one in eighty a second. */
const someZones = zones.filter((_, index) => isLong || index % 80 === 7);
const FROM_MS = Date.UTC(2020, 0, 1);
const TO_MS = Date.UTC(2030, 0, 1);

/** A plan, and by the calendar alone whether it is due on a day. */
interface Plan {
  readonly words: string;
  readonly minute: number;
  readonly isDue: (day: Date) => boolean;
}

const daily = (minute: number): Plan => ({
  words: `every day at ${clock(minute)}`,
  minute,
  isDue: () => true,
});
const weekly = (minute: number): Plan => ({
  words: `sundays at ${clock(minute)}`,
  minute,
  isDue: (day) => day.getUTCDay() === 0,
});
const monthly = (minute: number): Plan => ({
  words: `on the last sunday of the month at ${clock(minute)}`,
  minute,
  isDue: (day) => day.getUTCDay() === 0 && new Date(+day + 7 * DAY_MS).getUTCDate() <= 7,
});
const monthEnd = (minute: number): Plan => ({
  words: `on the last day of the month at ${clock(minute)}`,
  minute,
  isDue: (day) => new Date(+day + DAY_MS).getUTCDate() === 1,
});

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function scheduleOf({ words }: Plan): Schedule {
  const parsed = parseSchedule(words);
  if (parsed.status === 'fault') throw new Error(words);
  return parsed.schedule;
}

interface Stretch {
  readonly timezone: string;
  readonly segments: readonly ZoneSegment[];
  /** Midnights on the wall: the first day, and the day after the last. */
  readonly fromDayMs: number;
  readonly toDayMs: number;
}

/** The moments at which a plan has to run on the days of a stretch: each due day once. */
function dueMoments(plan: Plan, { segments, fromDayMs, toDayMs }: Stretch): readonly number[] {
  const moments: number[] = [];
  for (let dayMs = fromDayMs; dayMs < toDayMs; dayMs += DAY_MS) {
    if (!plan.isDue(new Date(dayMs))) continue;
    const atMs = dueMoment(segments, dayMs + plan.minute * 60_000);
    if (atMs !== undefined) moments.push(atMs);
  }
  return moments;
}

/** Compares what the plan does from its first due moment to its last; says what differs. */
function findDifference(plan: Plan, stretch: Stretch): string | undefined {
  const due = dueMoments(plan, stretch);
  const [first, last] = [due[0], due.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const frame = { timezone: stretch.timezone, anchorMs: first };
  const range = { afterMs: first - 1, untilMs: last, maxCount: due.length + 1 };
  const slots = slotsBetween(scheduleOf(plan), frame, range);
  if (slots.length === due.length && slots.every((slot, index) => slot === due[index])) {
    return undefined;
  }
  const index = due.findIndex((one, at) => one !== slots[at]);
  const [wanted, got] = [due[index], slots[index]].map((one) => new Date(one ?? NaN));
  return `${stretch.timezone}, ${plan.words}: ${String(wanted)} and not ${String(got)}`;
}

/** Numbers that look random and are the same each time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plans with times about the one at which the clocks change. */
function plansAround(change: ZoneSegment, random: () => number): readonly Plan[] {
  const wallMinute = Math.floor((change.endMs + change.offsetMs) / 60_000);
  return [daily, daily, weekly, monthly].map((make) => {
    const shift = Math.floor((random() - 0.4) * 240);
    return make((wallMinute + shift + 14_400) % 1440);
  });
}

describe('in every zone of the runtime', () => {
  it('plans run once on each day that is due, in the days around every change of ten years', () => {
    const random = randomNumbers(71);
    let changes = 0;
    const differences = zones.flatMap((timezone) => {
      const segments = zoneSegments(timezone, {
        fromMs: FROM_MS,
        toMs: TO_MS,
        stepMs: 7 * DAY_MS,
      });
      const inner = segments.slice(0, -1);
      changes += inner.length;
      return inner.flatMap((change) => {
        const dayMs = Math.floor((change.endMs + change.offsetMs) / DAY_MS) * DAY_MS;
        const stretch = {
          timezone,
          segments,
          fromDayMs: dayMs - 2 * DAY_MS,
          toDayMs: dayMs + 3 * DAY_MS,
        };
        return plansAround(change, random).map((plan) => findDifference(plan, stretch) ?? '');
      });
    });
    expect(differences.filter((difference) => difference !== '').slice(0, 5)).toEqual([]);
    expect(changes).toBeGreaterThan(1500);
  });

  it('plans run once on each day of ten years that is due', () => {
    const plans = [daily(150), daily(15), daily(1425), weekly(120), monthly(90), monthEnd(0)];
    const days = { fromMs: FROM_MS - 30 * DAY_MS, toMs: TO_MS + 30 * DAY_MS, stepMs: DAY_MS };
    const found = someZones.map((timezone) => ({
      timezone,
      segments: zoneSegments(timezone, days),
    }));
    const differences: string[] = [];
    let compared = 0;
    for (let year = 2020; year < 2030; year += 1) {
      const fromDayMs = Date.UTC(year, 0, 1);
      const toDayMs = Date.UTC(year + 1, 0, 1);
      for (const zone of found) {
        for (const plan of plans) {
          const difference = findDifference(plan, { ...zone, fromDayMs, toDayMs });
          compared += 1;
          if (difference !== undefined) differences.push(difference);
        }
      }
    }
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBe(someZones.length * plans.length * 10);
  }, 300_000);
});
