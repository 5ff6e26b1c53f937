import { daysInWords, joined } from './days-in-words.ts';
import type { Schedule } from './schedule.ts';
import { MAX_SCHEDULE_CHARS, MINUTES_A_DAY } from './schedule.ts';

/**
 * Says a schedule in English: `every weekday at 09:00`. What only cron can say is said as cron. `parseSchedule` reads
 * either as the same schedule.
 */
export function scheduleInWords(schedule: Schedule): string {
  if (schedule.kind === 'elapsed') {
    const { everyMinutes, fromMinute } = schedule;
    return stepInWords(everyMinutes) + (fromMinute === 0 ? '' : ` from ${timeOfDay(fromMinute)}`);
  }
  const { kind, times, days } = schedule;
  const daysSaid = daysInWords(days);
  if (daysSaid === undefined) return asCron(schedule);
  if (kind === 'fixed') return fixedInWords(schedule, daysSaid);
  const everyMinutes = MINUTES_A_DAY / times.length;
  const isEven = times.every((time, index) => time === index * everyMinutes);
  return isEven && days !== '* * *' ? `${stepInWords(everyMinutes)} ${daysSaid}` : asCron(schedule);
}

/** More times than these are said as steps where they are even: `every 2 hours from 08:00 to 20:00 every weekday`. */
const MAX_EVEN_LISTED = 4;

function fixedInWords(schedule: FixedOrRepeating, daysSaid: string): string {
  const { times } = schedule;
  const [first = 0, second = 0] = times;
  const step = second - first;
  if (times.length > MAX_EVEN_LISTED && times.every((one, index) => one === first + index * step)) {
    const [from, to] = [timeOfDay(first), timeOfDay(times.at(-1) ?? first)];
    return `${stepInWords(step)} from ${from} to ${to} ${daysSaid}`;
  }
  const listed = `${daysSaid} at ${joined(times.map(timeOfDay))}`;
  if (listed.length <= MAX_SCHEDULE_CHARS) return listed;
  const [minutes, hours] = [minutesOf(times), hoursOf(times)];
  return minutes.length * hours.length === times.length ? asCron(schedule) : listed;
}

/** `09:00`. */
export function timeOfDay(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function stepInWords(everyMinutes: number): string {
  if (everyMinutes === 60) return 'every hour';
  return everyMinutes % 60 === 0
    ? `every ${everyMinutes / 60} hours`
    : `every ${everyMinutes} minutes`;
}

/** Schedules that words cannot say came from cron, so their times are every minute of a list in every hour of another. */
function asCron({ kind, times, days }: FixedOrRepeating): string {
  const [minutes, hours] = [minutesOf(times), hoursOf(times)];
  const isStep = kind === 'repeating';
  return `cron ${cronField(minutes, 60, isStep)} ${cronField(hours, 24, isStep)} ${days}`;
}

type FixedOrRepeating = Extract<Schedule, { kind: 'fixed' | 'repeating' }>;

function minutesOf(times: readonly number[]): readonly number[] {
  return [...new Set(times.map((time) => time % 60))].sort((a, b) => a - b);
}

function hoursOf(times: readonly number[]): readonly number[] {
  return [...new Set(times.map((time) => Math.floor(time / 60)))];
}

function cronField(values: readonly number[], size: number, isStep: boolean): string {
  const [first, step = 0] = values;
  const isWhole =
    first === 0 &&
    step > 0 &&
    values.length === Math.ceil(size / step) &&
    values.every((value, index) => value === index * step);
  if (!isStep || !isWhole) return listOrRange(values);
  return step === 1 ? '*' : `*/${step}`;
}

function listOrRange(values: readonly number[]): string {
  const [first = 0] = values;
  const isRun = values.length > 2 && values.every((value, index) => value === first + index);
  return isRun ? `${first}-${values.at(-1) ?? first}` : values.join(',');
}
